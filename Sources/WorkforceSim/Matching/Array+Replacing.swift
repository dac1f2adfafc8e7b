// SPDX-License-Identifier: GPL-3.0-or-later

extension Array {
  /// Replaces all elements by one value and keeps the memory.
  mutating func replaceAll(with value: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

extension Array {
  /// Replaces all elements by one value and keeps the memory.
  mutating func replaceAll(with value: Element, count: Int) {
    if self.count == count {
      var elements = mutableSpan
      elements.update(repeating: value)
    } else {
      removeAll(keepingCapacity: true)
      append(contentsOf: repeatElement(value, count: count))
    }
  }
}

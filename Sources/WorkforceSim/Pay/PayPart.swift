// SPDX-License-Identifier: GPL-3.0-or-later

/// A run of months of a window in which nothing about a teacher's pay changes but by segments.
package struct PayPart: Hashable, Sendable {
  /// The months, counted from the first month of the window.
  package let months: Range<Int>
  /// The keys of the teacher's kind.
  package let key: PayKey
  /// The teacher's group.
  let group: Int
  /// The full-time equivalent of the contract, in millionths.
  let millionths: Int
  /// Whether the months begin with a hire's entry.
  let isEntry: Bool
}

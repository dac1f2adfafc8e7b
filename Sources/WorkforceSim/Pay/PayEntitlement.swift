// SPDX-License-Identifier: GPL-3.0-or-later

/// Which items are paid to whom: for each member of an axis, the items whose conditions allow it.
///
/// Items are sets of bits, 64 a word, so that all conditions on an axis are one conjunction.
package struct PayEntitlement: Sendable {
  /// An axis that any condition looks at.
  private struct ConditionAxis: Sendable {
    let ordinal: Int
    /// The first of the axis's words; members follow one another.
    let firstWord: Int
  }

  private let axes: [ConditionAxis]
  private let words: [UInt64]
  private let wordCount: Int

  /// Reads the conditions of all items.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - dimensions: The scenario's dimensions.
  package init(_ items: [PayItem], _ dimensions: Dimensions) {
    let wordCount = (items.count + 63) / 64
    let conditions = items.flatMap(\.conditions)
    var axes: [ConditionAxis] = []
    var words: [UInt64] = []
    for axis in Axis.allCases where conditions.contains(where: { $0.axis == axis }) {
      axes.append(ConditionAxis(ordinal: axis.ordinal, firstWord: words.count))
      for member in 0..<PayClasses.memberCount(of: axis, dimensions) {
        var ofMember = [UInt64](repeating: 0, count: wordCount)
        for (position, item) in items.enumerated() where item.allows(member, of: axis) {
          ofMember[position / 64] |= 1 << UInt64(position % 64)
        }
        words += ofMember
      }
    }
    self.axes = axes
    self.words = words
    self.wordCount = wordCount
  }

  /// The items of a word that are paid to each kind of teacher, one bit each.
  ///
  /// - Parameters:
  ///   - word: The word: the position of an item divided by 64.
  ///   - kinds: The kinds.
  /// - Returns: The items, by kind.
  func items(in word: Int, for kinds: PayKinds) -> [UInt64] {
    var items = [UInt64](repeating: .max, count: kinds.count)
    for axis in axes {
      let first = axis.firstWord &+ word
      for (kind, place) in kinds.places(ofAxis: axis.ordinal).enumerated() {
        items[kind] &= words[first &+ kinds.member(at: place) &* wordCount]
      }
    }
    return items
  }
}

extension PayItem {
  /// Whether no condition on the axis excludes a member.
  fileprivate func allows(_ member: Int, of axis: Axis) -> Bool {
    conditions.allSatisfy { $0.axis != axis || $0.members.contains(member) }
  }
}

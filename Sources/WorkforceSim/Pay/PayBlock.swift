// SPDX-License-Identifier: GPL-3.0-or-later

/// Items that are worked out together, because they depend on the same attributes.
///
/// Pay is divided in three: the items that depend on the salary step, directly or through what they
/// are reckoned from; those that depend on the grade of posts or the title, but not on the step; and
/// the rest. Each block tells apart only the teachers among whom its own items differ, so there are
/// few kinds of each.
package final class PayBlock: Sendable {
  /// The items of the block.
  let items: [Int]
  /// The items that have to be worked out for it, those that others are reckoned from included.
  let needed: [Int]
  /// Whether the block also says who receives pay.
  let countsTeachers: Bool
  /// Which teachers the block tells apart.
  let classes: PayClasses

  private init(items: [Int], needed: [Int], countsTeachers: Bool, classes: PayClasses) {
    self.items = items
    self.needed = needed
    self.countsTeachers = countsTeachers
    self.classes = classes
  }

  /// The number of figures of the block: its items, and whether pay is received.
  var figureCount: Int { items.count + (countsTeachers ? 1 : 0) }

  /// Divides the items of a scenario.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - parameters: The scenario's parameters.
  ///   - dimensions: The scenario's dimensions.
  /// - Returns: The blocks of steps, of grades and of the rest; each may be empty.
  static func blocks(
    _ rules: PayRules,
    _ parameters: ParameterSet,
    _ dimensions: Dimensions,
  ) -> [PayBlock] {
    let ranks = ranks(rules, parameters)
    return (0..<count).map { rank in
      let items = rules.items.indices.filter {
        ranks[$0] == rank && rules.settings.items[$0].timing != .never
      }
      var needed = Set(items)
      for item in rules.items.indices.reversed() where needed.contains(item) {
        needed.formUnion(rules.settings.items[item].base)
      }
      let isLast = rank == count - 1
      return PayBlock(
        items: items,
        needed: needed.sorted(),
        countsTeachers: isLast,
        classes: PayClasses(
          rules,
          items: needed.sorted(),
          tellsWhoIsPaid: isLast,
          parameters,
          dimensions,
        ),
      )
    }
  }

  /// The number of blocks.
  static let count = 3

  /// The block of each item.
  private static func ranks(_ rules: PayRules, _ parameters: ParameterSet) -> [Int] {
    var ranks: [Int] = []
    for (rule, item) in zip(rules.settings.items, rules.items) {
      let axes = item.ofAmount.flatMap { parameters[$0].axes } + rule.conditions.map(\.axis)
      let own =
        axes.contains(.step) ? 0 : axes.contains { $0 == .postGrade || $0 == .title } ? 1 : 2
      ranks.append(rule.base.reduce(own) { min($0, ranks[$1]) })
    }
    return ranks
  }
}

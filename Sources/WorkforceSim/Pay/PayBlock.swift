// SPDX-License-Identifier: GPL-3.0-or-later

/// Items that are worked out together, because they depend on the same attributes.
///
/// Pay is divided in three: the items that depend on the career, which is the salary step, the grade
/// of posts or the title, directly or through what they are reckoned from; those that are paid on
/// entry, which only hires receive; and the rest. Each block tells apart only the teachers among whom
/// its own items differ, so there are few kinds of each.
package final class PayBlock: Sendable {
  /// The items of the block.
  let items: [Int]
  /// The items that have to be worked out for it, those that others are reckoned from included, one
  /// bit each.
  let needed: [UInt64]
  /// Whether its items depend on the salary step, the grade of posts or the title.
  let isOfCareers: Bool
  /// Whether the block also says who receives pay.
  let countsTeachers: Bool
  /// Which teachers the block tells apart.
  let classes: PayClasses

  private init(
    items: [Int],
    needed: [UInt64],
    isOfCareers: Bool,
    countsTeachers: Bool,
    classes: PayClasses,
  ) {
    self.items = items
    self.needed = needed
    self.isOfCareers = isOfCareers
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
  /// - Returns: The blocks of careers, of the rest and of entry; each may be empty.
  static func blocks(
    _ rules: PayRules,
    _ parameters: ParameterSet,
    _ dimensions: Dimensions,
  ) -> [PayBlock] {
    let contents = contents(rules, parameters)
    return Content.allCases.map { content in
      let items = rules.items.indices.filter { contents[$0] == content }
      var needed = Set(items)
      for item in rules.items.indices.reversed() where needed.contains(item) {
        needed.formUnion(rules.settings.items[item].base)
      }
      return PayBlock(
        items: items,
        needed: PaySchedule.bits(needed, (rules.items.count + 63) / 64),
        isOfCareers: content == .career,
        countsTeachers: content == .others,
        classes: PayClasses(
          rules,
          items: needed.sorted(),
          tellsWhoIsPaid: content == .others,
          parameters,
          dimensions,
        ),
      )
    }
  }

  /// What the items of a block have in common.
  private enum Content: CaseIterable {
    /// Items that depend on the salary step, the grade of posts or the title.
    case career
    /// Items that do not.
    case others
    /// Items that are paid on entry.
    case entry
  }

  /// The content of the block to which each item belongs; `nil` for items that are never paid.
  private static func contents(_ rules: PayRules, _ parameters: ParameterSet) -> [Content?] {
    var followsCareer: [Bool] = []
    for (rule, item) in zip(rules.settings.items, rules.items) {
      let axes = item.ofAmount.flatMap { parameters[$0].axes } + rule.conditions.map(\.axis)
      followsCareer.append(
        axes.contains { [.step, .postGrade, .title].contains($0) }
          || rule.base.contains { followsCareer[$0] }
      )
    }
    return zip(rules.settings.items, followsCareer).map { rule, followsCareer in
      switch rule.timing {
      case .never: nil
      case .onEntry: .entry
      case .monthly: followsCareer ? .career : .others
      }
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Items that are worked out together, because they depend on the same attributes.
///
/// Pay is divided in two: the items that depend on the salary step, directly or through what they
/// are reckoned from, and the rest. Each block tells apart only the teachers among whom its own
/// items differ, so there are few kinds of each.
package struct PayBlock: Sendable {
  /// The items of the block.
  let items: [Int]
  /// The items that have to be worked out for it, those that others are reckoned from included.
  let needed: [Int]
  /// Whether the block also says who receives pay.
  let countsTeachers: Bool
  /// Which teachers the block tells apart.
  let classes: PayClasses

  /// The number of figures of the block: its items, and whether pay is received.
  var figureCount: Int { items.count + (countsTeachers ? 1 : 0) }

  /// Divides the items of a scenario.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - parameters: The scenario's parameters.
  ///   - dimensions: The scenario's dimensions.
  /// - Returns: The block that depends on steps, which may be empty, and the other one.
  static func blocks(
    _ rules: PayRules,
    _ parameters: ParameterSet,
    _ dimensions: Dimensions,
  ) -> [PayBlock] {
    var dependsOnStep: [Bool] = []
    for (rule, item) in zip(rules.settings.items, rules.items) {
      dependsOnStep.append(
        item.ofAmount.contains { parameters[$0].axes.contains(.step) }
          || rule.base.contains { dependsOnStep[$0] }
      )
    }
    return [true, false].map { isOfSteps in
      let items = rules.items.indices.filter {
        dependsOnStep[$0] == isOfSteps && rules.settings.items[$0].timing != .never
      }
      var needed = Set(items)
      for item in rules.items.indices.reversed() where needed.contains(item) {
        needed.formUnion(rules.settings.items[item].base)
      }
      return PayBlock(
        items: items,
        needed: needed.sorted(),
        countsTeachers: !isOfSteps,
        classes: PayClasses(
          rules,
          items: needed.sorted(),
          tellsWhoIsPaid: !isOfSteps,
          parameters,
          dimensions,
        ),
      )
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Which parameters the items of pay need, and which make no sense for them.
struct PayParameters {
  let declared: DeclaredDimensions

  private var items: [(code: String, rule: PayItem)] {
    Array(zip(declared.dimensions[.item].codes, declared.items))
  }

  /// The parameters that the items cannot do without, with the reason.
  var needed: [String: String] {
    items.reduce(into: [:]) { needed, item in
      if item.rule.base.isEmpty {
        needed["pay.\(item.code).amount"] = "the item '\(item.code)' has no 'of'"
      } else {
        needed["pay.\(item.code).rate"] = "the item '\(item.code)' has 'of'"
      }
    }
  }

  /// The shares of payers of items that one payer bears or nobody, or that follow the common shares.
  ///
  /// - Parameter hasCommonShares: Whether there are shares for all items without their own.
  /// - Returns: The names of the parameters.
  func unneeded(hasCommonShares: Bool) -> Set<String> {
    let isShared = declared.dimensions.count(.payer) > 1 && !hasCommonShares
    let spared = items.filter { !isShared || $0.rule.timing == .never }
    return Set(spared.map { "pay.\($0.code).payer_share" })
  }

  /// Reports the values that an item would not read.
  ///
  /// - Parameters:
  ///   - store: The parameters.
  ///   - problems: Takes what is wrong.
  func check(_ store: ParameterStore, _ problems: ProblemCollector) {
    for (code, rule) in items {
      let name = "pay.\(code)"
      for (parameter, reason) in Self.unread(rule, name)
      where store.parameters["\(name).\(parameter)"] != nil {
        problems.report(
          "\(name).\(parameter) is not read, because the item '\(code)' \(reason)",
          at: store.place(of: "\(name).\(parameter)"),
        )
      }
    }
  }

  /// The parameters that an item does not read, with the reason and what to do.
  private static func unread(_ rule: PayItem, _ name: String) -> [(String, String)] {
    guard rule.base.isEmpty else {
      return [("amount", "has 'of'. Write \(name).rate, or leave out 'of' of the item.")]
    }
    let bound = "has no 'of' and so no base. Leave the value out, or add 'of' to the item."
    return [
      ("rate", "has no 'of'. Write \(name).amount, or add 'of' to the item."),
      ("base_floor", bound), ("base_ceiling", bound),
    ]
  }
}

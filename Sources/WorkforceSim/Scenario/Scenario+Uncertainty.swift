// SPDX-License-Identifier: GPL-3.0-or-later

extension Scenario {
  /// The names of the parameters whose values differ from parameter set to parameter set.
  ///
  /// Births that walk are drawn with the parameter set, so their volatility is one of them unless it
  /// is zero.
  package var uncertainParameters: [String] {
    parameters.parameters.filter { parameter in
      parameter.isUncertain
        || parameter.name == EnrolmentRules.volatilityName
          && parameter.dated.contains { $0.leaves.contains { $0.central > 0 } }
    }.map(\.name)
  }
}

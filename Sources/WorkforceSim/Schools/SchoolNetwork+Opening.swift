// SPDX-License-Identifier: GPL-3.0-or-later

extension SchoolNetwork {
  /// Numbers the schools of a scenario: those of its list, and those that are synthesised.
  ///
  /// - Parameters:
  ///   - rules: The parameters of schools.
  ///   - day: The opening day under central parameters.
  package convenience init(_ rules: SchoolRules, openingDay day: SimulatedYear) {
    self.init(SchoolSynthesis(rules, opening: day).schools(), dimensions: day.dimensions)
  }
}

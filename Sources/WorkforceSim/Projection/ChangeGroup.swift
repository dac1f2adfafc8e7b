// SPDX-License-Identifier: GPL-3.0-or-later

/// The groups of parameters and rules that are replaced one after another to see what changed.
///
/// The order of the cases is that of the replacement.
///
/// | group | sections |
/// |---|---|
/// | demography | enrolment |
/// | need | need, posts, schools |
/// | leavers | retirement, early_retirement, contracts, exits, leave |
/// | intake | recruitment |
/// | placement | placement, rotation, balance, requalification |
/// | pay | pay, with its items, payers, roles and grades of posts |
/// | opening | population, or the roster |
/// | other | titles, participation, and whatever else differs: dimensions, years |
/// | chance | nothing; it is what another seed changes |
package enum ChangeGroup: String, Hashable, Sendable, CaseIterable {
  /// Births and pupils.
  case demography
  /// Ratio, class size, timetable, posts and the network of schools.
  case need
  /// Retirement, early retirement, exits, contracts and leave.
  case leavers
  /// Recruitment and its channels.
  case intake
  /// Placement, rotation, balance and further training.
  case placement
  /// Pay.
  case pay
  /// The opening population.
  case opening
  /// Whatever else.
  case other
  /// Other draws.
  case chance

  /// The group of a section of a scenario.
  ///
  /// - Parameter section: The section's name, which is the first part of the names of its parameters.
  package init(ofSection section: String) {
    switch section {
    case "enrolment": self = .demography
    case "need", "posts", "schools": self = .need
    case "retirement", "early_retirement", "contracts", "exits", "leave": self = .leavers
    case "recruitment": self = .intake
    case "placement", "rotation", "balance", "requalification": self = .placement
    case "pay": self = .pay
    case "population": self = .opening
    default: self = .other
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// One step of the yearly cycle.
public enum YearPhase: String, Hashable, Sendable, CaseIterable {
  /// Births enter, grades progress, pupils move.
  case enrolment
  /// Schools open, are extended, close and merge.
  case schoolNetwork = "school_network"
  /// Need and authorised posts follow from pupils.
  case postsAndNeed = "posts_and_need"
  /// Teachers reach their retirement month.
  case retirement
  /// Teachers go on early retirement.
  case earlyRetirement = "early_retirement"
  /// Term contracts end.
  case contracts
  /// Resignation, transfer, death and the like.
  case exits
  /// Leave reduces what is available.
  case leave
  /// Titles are reviewed.
  case titles
  /// The twelve months up to the counting day are paid.
  case pay
  /// Surplus teachers train for another subject or stage.
  case requalification
  /// Teachers compete for the posts of schools, move and rotate.
  case placement
  /// Channels bring new teachers.
  case recruitment
  /// The year's figures are written and checked.
  case record
}

/// The order of the phases in a year.
///
/// The order is an assumption of the model. Retirement comes before other exits, because its date
/// is known when the year begins; exits before titles, because a freed place can be filled in the
/// same year; requalification before placement, because it makes candidates for vacant posts;
/// recruitment last, because it fills what the others left. Pay comes before anybody changes schools:
/// those who move, train or are hired do so on the counting day, with which the paid months end.
package enum YearlyCycle {
  /// The phases in the order in which they happen.
  package static let phases: [YearPhase] = [
    .enrolment, .schoolNetwork, .postsAndNeed, .retirement, .earlyRetirement, .contracts, .exits,
    .leave, .titles, .pay, .requalification, .placement, .recruitment, .record,
  ]

  /// The phases that close the last fiscal year, whose end lies after the last year.
  ///
  /// - Parameter promotionsCount: Whether promotions are paid before the fiscal year ends.
  /// - Returns: The phases up to pay; those before exits decide promotions alone.
  package static func closingPhases(promotionsCount: Bool) -> [YearPhase] {
    phases.prefix { $0 != .requalification }.filter { phase in
      switch phase {
      case .enrolment, .schoolNetwork, .postsAndNeed, .titles: promotionsCount
      case .leave: false
      default: true
      }
    }
  }
}

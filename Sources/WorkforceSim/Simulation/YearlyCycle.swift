// SPDX-License-Identifier: GPL-3.0-or-later

/// One step of the yearly cycle.
public enum YearPhase: String, Hashable, Sendable, CaseIterable {
  /// Births enter, grades progress, pupils move.
  case enrolment
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
  /// Channels bring new teachers.
  case recruitment
  /// The year's figures are written and checked.
  case record
}

/// The order of the phases in a year.
///
/// The order is an assumption of the model. Retirement comes before other exits, because its date
/// is known when the year begins; exits before titles, because a freed place can be filled in the
/// same year; recruitment last, because it fills what the others left. School-level placement,
/// mergers, requalification and pay have their places between these phases.
package enum YearlyCycle {
  /// The phases in the order in which they happen.
  package static let phases: [YearPhase] = [
    .enrolment, .postsAndNeed, .retirement, .earlyRetirement, .contracts, .exits, .leave, .titles,
    .recruitment, .record,
  ]
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether less or more of a measure is better.
///
/// | better | measures |
/// |---|---|
/// | less | vacancies, gap, shortage, surplus, structural_shortage, standby, covered_by_second_subject, covered_out_of_field, uncovered, unfilled, cost |
/// | more | available |
/// | neither | all others: more teachers, hires or pay are a means, and whether they are wanted depends on the question |
package enum MeasureAim: String, Hashable, Sendable, CaseIterable {
  /// Less is better.
  case less
  /// More is better.
  case more
  /// Neither is better by itself.
  case neither

  private static let wantedLow: Set = [
    "vacancies", "gap", "shortage", "surplus", "structural_shortage", "standby",
    "covered_by_second_subject", "covered_out_of_field", "uncovered", "unfilled", "cost",
  ]
  private static let wantedHigh: Set = ["available"]

  /// The aim of a measure of the whole.
  ///
  /// - Parameter measure: The measure's code.
  package init(of measure: String) {
    self =
      Self.wantedLow.contains(measure)
      ? .less : Self.wantedHigh.contains(measure) ? .more : .neither
  }

  /// The chance that the other run is better; `nil` where neither is.
  ///
  /// - Parameter difference: The difference, other less base.
  /// - Returns: The share of replications; ties count half.
  package func chanceBetter(_ difference: PairedDifference) -> Double? {
    switch self {
    case .less: difference.chanceLess
    case .more: difference.chanceMore
    case .neither: nil
    }
  }
}

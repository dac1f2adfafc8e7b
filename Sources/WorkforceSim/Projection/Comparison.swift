// SPDX-License-Identifier: GPL-3.0-or-later

/// Two runs side by side, replication by replication.
///
/// Both have the same number of replications; where they also have the same seed, a difference is
/// that of the scenarios and not of the draws. Only the years in common are compared. Members are
/// matched by their codes; one that only one of the two has counts nothing in the other.
package struct Comparison: Sendable {
  /// The run that is compared with.
  package let base: Ensemble
  /// The run that is compared.
  package let other: Ensemble
  /// The years in both.
  package let years: ClosedRange<Int>

  /// Pairs two runs.
  ///
  /// - Parameters:
  ///   - base: The run that is compared with.
  ///   - other: The run that is compared.
  /// - Throws: The reason why they cannot be compared.
  package init(base: Ensemble, other: Ensemble) throws(ComparisonError) {
    self.years = try Self.commonYears(base.scenario.calendar, other.scenario.calendar)
    guard base.replications == other.replications else {
      throw .differentReplications(base: base.replications, other: other.replications)
    }
    self.base = base
    self.other = other
  }

  /// The years that two calendars share.
  ///
  /// - Parameters:
  ///   - base: The calendar of the base.
  ///   - other: The other calendar.
  /// - Returns: The years.
  /// - Throws: The reason why there are none.
  package static func commonYears(
    _ base: SchoolCalendar,
    _ other: SchoolCalendar,
  ) throws(ComparisonError) -> ClosedRange<Int> {
    guard base.firstMonthOfYear == other.firstMonthOfYear else {
      throw .differentMonths(base: base.firstMonthOfYear, other: other.firstMonthOfYear)
    }
    guard base.years.overlaps(other.years) else {
      throw .noCommonYear(base: base.years, other: other.years)
    }
    return base.years.clamped(to: other.years)
  }

  /// Whether both runs took the same draws.
  package var sharesDraws: Bool { base.scenario.seed == other.scenario.seed }

  /// A measure of the whole in each replication of both runs.
  ///
  /// - Parameters:
  ///   - measure: The measure's code.
  ///   - year: One of the years in common.
  /// - Returns: The figures; zeros where a run does not know the measure.
  package func figures(_ measure: String, year: Int) -> (base: [Double], other: [Double]) {
    let none = [Double](repeating: 0, count: base.replications)
    return (
      Projection(base).summary(measure, year: year) ?? none,
      Projection(other).summary(measure, year: year) ?? none,
    )
  }

  /// The paired difference of a measure of the whole.
  ///
  /// - Parameters:
  ///   - measure: The measure's code.
  ///   - year: One of the years in common.
  /// - Returns: The difference.
  package func difference(_ measure: String, year: Int) -> PairedDifference {
    let figures = figures(measure, year: year)
    var sorted: [Double] = []
    return PairedDifference(base: figures.base, other: figures.other, sorted: &sorted)
  }
}

extension Comparison {
  /// The measures of the whole that scenarios have, known before anything runs.
  ///
  /// - Parameter scenarios: The scenarios.
  /// - Returns: The measures, each once: those of every scenario, then flows that some declare.
  package static func measures(of scenarios: [Scenario]) -> [Member] {
    var codes: Set<String> = []
    return
      (RecordLayout.summaryMeasures
      + scenarios.flatMap { FlowKinds($0.dimensions).members }).filter {
        codes.insert($0.code).inserted
      }
  }
}

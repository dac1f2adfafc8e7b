// SPDX-License-Identifier: GPL-3.0-or-later

/// How chance enters a projection.
public enum ProjectionMethod: String, Hashable, Sendable, CaseIterable {
  /// Every teacher is a row of its own and chance is drawn.
  case individuals
  /// Rows are split by probabilities and counts take their means: a deterministic projection.
  case expected
}

/// What every phase of one year needs: the date, the parameters and the key of the draws.
package struct SimulatedYear: Sendable {
  /// The scenario's dimensions.
  package let dimensions: Dimensions
  /// The school year.
  package let year: Int
  /// The month on whose first day the year's stock is counted.
  package let countMonth: Month
  /// The month of the opening stock of the whole run.
  package let openingMonth: Month
  /// The values of the parameters.
  package let parameters: ParameterDraw
  /// The seed and the replication.
  package let key: RandomKey
  /// How chance enters.
  package let method: ProjectionMethod

  /// Creates a year.
  package init(
    dimensions: Dimensions,
    year: Int,
    countMonth: Month,
    openingMonth: Month,
    parameters: ParameterDraw,
    key: RandomKey,
    method: ProjectionMethod = .individuals,
  ) {
    self.dimensions = dimensions
    self.year = year
    self.countMonth = countMonth
    self.openingMonth = openingMonth
    self.parameters = parameters
    self.key = key
    self.method = method
  }

  /// The values of a parameter on the counting day.
  package func values(_ reference: ParameterReference) -> ParameterValues {
    parameters.values(of: reference, at: countMonth)
  }

  /// The only number of a parameter on the counting day.
  package func number(_ reference: ParameterReference) -> Double {
    parameters.number(of: reference, at: countMonth)
  }

  /// The date of the counting day for ages and years of service.
  package var clock: TeacherClock { TeacherClock(countMonth) }

  /// The stream of a decision about teachers in this year.
  package func stream(_ decision: Decision) -> DecisionStream {
    DecisionStream(key: key, decision: decision, year: year)
  }
}

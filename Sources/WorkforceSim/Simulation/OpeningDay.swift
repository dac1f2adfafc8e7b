// SPDX-License-Identifier: GPL-3.0-or-later

extension SimulatedYear {
  /// The opening population does not change with the seed of a run, so runs with other seeds start alike.
  private static let openingSeed: UInt64 = 1

  /// The opening day, as the year before the first.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - calendar: The simulated years.
  ///   - parameters: The central values of the parameters.
  /// - Returns: The day, with the fixed key of the opening.
  package static func openingDay(
    _ dimensions: Dimensions,
    _ calendar: SchoolCalendar,
    _ parameters: ParameterDraw,
  ) -> SimulatedYear {
    SimulatedYear(
      dimensions: dimensions,
      year: calendar.firstYear - 1,
      countMonth: calendar.openingMonth,
      openingMonth: calendar.openingMonth,
      parameters: parameters,
      key: RandomKey(seed: openingSeed, replication: 0),
    )
  }
}

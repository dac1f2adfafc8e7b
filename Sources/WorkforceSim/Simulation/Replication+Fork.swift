// SPDX-License-Identifier: GPL-3.0-or-later

/// How a replication goes on from a year of another scenario.
extension Replication {
  /// Goes through years of the base and takes over its figures and where it stands.
  ///
  /// - Parameters:
  ///   - fork: The base.
  ///   - year: The last year that is taken over.
  ///   - record: Receives the numbers of those years.
  /// - Throws: `ConservationError` if people appeared or vanished.
  mutating func takeOver(
    _ fork: SimulationFork,
    through year: Int,
    record: inout [Double],
  ) throws {
    var base = Replication(fork.base, number: number, payslips: watched)
    let years = year - scenario.calendar.firstYear + 1
    var figures = [Double](repeating: 0, count: years * fork.base.layout.width)
    try base.advance(through: year, record: &figures)
    fork.mapping.copy(figures, years: years, into: &record)
    adopt(base, costRows: fork.mapping.costRows)
  }

  /// Takes over where another replication stands on a counting day.
  ///
  /// Taken over is what the years before have made: people, pupils, schools, posts, money. What is
  /// worked out from the scenario stays the own: drawn parameters, the months of retirement, the path
  /// of births, the plan of pay. Working space (`apportionment`, `market`) and what lives within
  /// a year (`flows`, `countsBeforeTitles`) begin anew each year.
  private mutating func adopt(_ base: borrowing Replication, costRows: [Int]) {
    population = base.population
    pupils = base.pupils
    posts = base.posts
    headcount = base.headcount
    openingStock = base.openingStock
    previousTitles = base.previousTitles
    countsBeforeTitles = nil
    schoolStaff = base.schoolStaff
    if let network = simulation.network {
      schools = base.schools
      schools?.network = network
    }
    if let paid = base.payroll { payroll?.adopt(paid, rows: costRows) }
  }
}

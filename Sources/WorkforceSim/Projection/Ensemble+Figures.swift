// SPDX-License-Identifier: GPL-3.0-or-later

extension Ensemble {
  /// Puts together results that did not come from a run, for those who read or check reports.
  ///
  /// - Parameters:
  ///   - simulation: The scenario whose tables are filled.
  ///   - replications: The number of replications.
  ///   - figure: The figure of a replication, a year's number from 0, a table and one of its rows.
  package init(
    _ simulation: Simulation,
    replications: Int,
    figure: (_ replication: Int, _ year: Int, _ table: TableLayout, _ row: Int) -> Double,
  ) {
    let layout = simulation.layout
    let years = simulation.scenario.calendar.yearCount
    let blocks = RecordBlocks(layout, years: years)
    let archive = MemoryArchive()
    for replication in 0..<replications {
      let record = (0..<years).flatMap { year in
        layout.tables.flatMap { table in
          (table.rows ?? Array(0..<table.count)).map { figure(replication, year, table, $0) }
        }
      }
      archive.keep(blocks.blocks(of: record), ofReplication: replication)
    }
    self.init(simulation, archive: archive, replications: replications)
  }
}

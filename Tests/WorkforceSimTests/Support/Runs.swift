// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// The records of some replications, read by the names of tables and keys.
struct Runs {
  let layout: RecordLayout
  let calendar: SchoolCalendar
  /// The numbers of each replication, year after year.
  let records: [[Double]]
  /// The teachers at the end of each replication.
  let populations: [Population]
  /// The payslips of each replication.
  let payslips: [[Payslip]]

  /// Runs replications one after another.
  init(
    _ simulation: Simulation,
    replications: Int,
    payslips watched: PayslipChoice = .nobody,
  ) throws {
    self.layout = simulation.layout
    self.calendar = simulation.scenario.calendar
    var records: [[Double]] = []
    var populations: [Population] = []
    var payslips: [[Payslip]] = []
    for number in 0..<replications {
      var replication = Replication(simulation, number: number, payslips: watched)
      records.append(try replication.run())
      populations.append(replication.currentPopulation)
      payslips.append(replication.payslips)
    }
    self.records = records
    self.populations = populations
    self.payslips = payslips
  }

  /// The sum of a table's figures over the rows with the given members, in each replication.
  func values(_ table: String, _ members: [String: String], _ year: Int) -> [Double] {
    let table = layout.required(table)
    precondition(
      members.keys.allSatisfy { name in table.keys.contains { $0.name == name } },
      "\(table.name) has no such keys: \(members)",
    )
    let start = (year - calendar.firstYear) * layout.width + table.offset
    let positions = (table.rows ?? Array(0..<table.count)).enumerated().filter { _, row in
      zip(table.keys, table.members(ofRow: row)).allSatisfy { key, member in
        members[key.name].map { $0 == key.members[member].code } ?? true
      }
    }.map(\.offset)
    precondition(!positions.isEmpty, "\(table.name) has no row \(members)")
    return records.map { record in positions.reduce(0) { $0 + record[start + $1] } }
  }

  /// The sum of all figures of a table in each replication.
  func values(_ table: String, year: Int) -> [Double] { values(table, [:], year) }

  /// A measure of the whole in each replication.
  func summary(_ measure: String, _ year: Int) -> [Double] {
    values("summary", ["measure": measure], year)
  }

  /// A measure of the whole, added up over all years, in each replication.
  func total(_ measure: String) -> [Double] {
    calendar.years.reduce([Double](repeating: 0, count: records.count)) { sum, year in
      zip(sum, summary(measure, year)).map { $0 + $1 }
    }
  }
}

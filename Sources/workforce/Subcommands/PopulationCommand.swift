// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceSim

/// `workforce population`: the opening population as a table that can be read back as a roster.
struct PopulationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "population",
    abstract: "Writes the opening population as CSV, one row a teacher.",
    discussion: """
      The table has the columns of a roster, so a scenario can read it back. Where schools are \
      modelled it names each teacher's school.

      Example: workforce population scenarios/luliang --out teachers.csv
      """,
  )

  @OptionGroup var options: ScenarioOptions

  @Option(help: "The file to write; /dev/stdout prints it.", completion: .file())
  var out: String

  @Flag(help: "Begin with a byte-order mark, so that Excel reads Chinese.")
  var excel = false

  func run() async throws {
    try await reportingFailures {
      let simulation = try Simulation(try options.load())
      let file = try OutputFile(at: out)
      try PopulationReport(simulation).write(to: file.sink, byteOrderMark: excel)
      try file.commit()
      if !out.hasPrefix("/dev/") {
        printToStandardError("\(out): \(simulation.openingCount) teachers.")
      }
    }
  }
}

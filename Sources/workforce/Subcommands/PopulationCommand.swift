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

      Example: workforce population scenarios/luliang --out teachers.csv --lang zh --excel
      """,
  )

  @OptionGroup var options: ScenarioOptions

  @OptionGroup var fileOptions: TableFileOptions
  @OptionGroup var languageOption: LanguageOption

  func run() async throws {
    try await reportingFailures {
      let simulation = try Simulation(try options.load())
      try fileOptions.write("\(simulation.openingCount) teachers") { sink in
        try PopulationReport(simulation, language: languageOption.language)
          .write(to: sink, byteOrderMark: fileOptions.excel)
      }
    }
  }
}

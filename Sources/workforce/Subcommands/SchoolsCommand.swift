// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceSim

/// `workforce schools`: the schools of the opening as a table that can be read back as a list.
struct SchoolsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schools",
    abstract: "Writes the schools at the opening as CSV, one row a school, with pupils by grade.",
    discussion: """
      The table has the columns of a list of schools. Correct it where you know better and read \
      it back: schools: {method: list, file: schools.csv}.

      Example: workforce schools scenarios/luliang --out schools.csv --lang zh --excel
      """,
  )

  @OptionGroup var options: ScenarioOptions

  @OptionGroup var fileOptions: TableFileOptions
  @OptionGroup var languageOption: LanguageOption

  func run() async throws {
    try await reportingFailures {
      let simulation = try Simulation(try options.load())
      guard let report = SchoolReport(simulation, language: languageOption.language) else {
        printToStandardError(
          "\(options.scenario) has no schools. Write, for example, 'schools: {method: synthesis}'."
        )
        throw FailureCode.data
      }
      try fileOptions.write("\(report.count) schools") { sink in
        try report.write(to: sink, byteOrderMark: fileOptions.excel)
      }
    }
  }
}

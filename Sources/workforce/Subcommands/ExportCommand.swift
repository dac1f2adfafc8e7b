// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceSim
import WorkforceStore
import WorkforceWorkbooks

/// `workforce export`: the run folder of a run of the store.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the tables of a run of the store again; nothing is simulated.",
    discussion: """
      The tables have the same bytes as those of the run. If the scenario's files have changed since, the \
      copies in the store are read; --files gives them back.

      Examples:
        workforce export luliang --format csv,xlsx --out results/for-the-bureau
        workforce export 3 --files before-the-change
      """,
  )

  @OptionGroup var runArgument: StoredRunArgument
  @OptionGroup var folderOptions: RunFolderOptions

  @Option(
    help: "Instead of tables, write the scenario's files as they were into this new folder.",
    completion: .directory,
  )
  var files: String?

  @OptionGroup var storeOption: StoreOption
  @OptionGroup var languageOption: LanguageOption

  func validate() throws {
    if files != nil, folderOptions.out != nil {
      throw ValidationError("--files and --out exclude each other. Call export twice.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let watch = Stopwatch()
      let (store, stored) = try runArgument.find(in: storeOption, for: .reading)
      if let files { return try give(try ScenarioCopies(of: stored, in: store), to: files) }
      let results = try StoredResults(stored, in: store)
      let path = folderOptions.path(of: results.projection.scenario)
      let folder = try resultsFolder(at: path)
      let report = RunReport(
        results.projection,
        information: try information(results, folder: path, watch),
      )
      try await report.write(to: folder, workbook: ProjectionWorkbook.write)
      try results.projection.ensemble.checkReading()
      try folder.publish()
      results.notes(language: languageOption.language).forEach(printToStandardError)
      try StandardOutput.print(path)
    }
  }

  private func information(
    _ results: StoredResults,
    folder: String,
    _ watch: Stopwatch,
  ) throws -> RunInformation {
    RunInformation(
      version: toolVersion,
      command: results.command,
      threads: 1,
      started: watch.started,
      duration: watch.duration,
      language: languageOption.language,
      excel: folderOptions.excel,
      formats: try folderOptions.formats(),
      folder: folder,
    )
  }

  /// Writes the scenario's files and tells where it is and how the run was made.
  private func give(_ copies: ScenarioCopies, to folder: String) throws {
    let scenario = try copies.write(to: folder)
    copies.notes(folder: folder, language: languageOption.language)
      .forEach(printToStandardError)
    try StandardOutput.print(scenario)
  }
}

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
      The scenario is read again for its names and rules; its files must be as they were. The tables \
      have the same bytes as those of the run.

      Example: workforce export luliang --format csv,xlsx --out results/for-the-bureau
      """,
  )

  @Argument(help: "The run: its id, its name, or the first digits of its fingerprint.")
  var run: String

  @Option(
    help: "Folder for the results. Without it: results/SCENARIO/FINGERPRINT.",
    completion: .directory,
  )
  var out: String?

  @Option(help: ArgumentHelp("Kinds of files: csv, json, xlsx.", valueName: "csv,xlsx"))
  var format: String = "csv"

  @Flag(help: "Begin every CSV with a byte-order mark, so that Excel reads Chinese.")
  var excel = false

  @OptionGroup var storeOption: StoreOption
  @OptionGroup var languageOption: LanguageOption

  func validate() throws {
    do {
      _ = try OutputFormat.parse(format)
    } catch {
      throw ValidationError("With --format, \(error.description)")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let watch = Stopwatch()
      let store = try storeOption.open(.reading)
      let stored = try store.run(named: run)
      let results = try StoredResults(stored, in: store)
      let path = out ?? standardRunFolder(of: results.projection.scenario)
      let folder = try resultsFolder(at: path)
      let report = RunReport(
        results.projection,
        information: try information(results, folder: path, watch),
      )
      try await report.write(to: folder, workbook: ProjectionWorkbook.write)
      try results.projection.ensemble.checkReading()
      try folder.publish()
      try tell(results, store: store, folder: path)
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
      started: watch.start,
      duration: watch.duration,
      language: languageOption.language,
      excel: excel,
      formats: try OutputFormat.parse(format),
      folder: folder,
    )
  }

  private func tell(_ results: StoredResults, store: RunStore, folder: String) throws {
    let asked = results.run.description.replications
    if results.replications < asked {
      let notes = StoreNotes(
        run: results.run.name,
        store: store.path,
        language: languageOption.language,
      )
      printToStandardError(notes.firstOf(results.replications, asked: asked))
    }
    try StandardOutput.print(folder)
  }
}

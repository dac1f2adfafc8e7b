// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// The run folder that a command writes, and the kinds of its files.
struct RunFolderOptions: ParsableArguments {
  @Option(
    help: "Folder for the results. Without it: results/SCENARIO/FINGERPRINT.",
    completion: .directory,
  )
  var out: String?

  @Option(help: ArgumentHelp("Kinds of files: csv, json, xlsx.", valueName: "csv,xlsx"))
  var format: String = "csv"

  @OptionGroup var byteOrderMarkOption: ByteOrderMarkOption

  /// Whether every CSV begins with a byte-order mark.
  var excel: Bool { byteOrderMarkOption.excel }

  func validate() throws { _ = try formats() }

  /// The kinds of files.
  ///
  /// - Returns: The kinds, each once.
  /// - Throws: An error of the command line that names what is no kind of file.
  func formats() throws -> Set<OutputFormat> { try OutputFormat.parse(option: format) }

  /// The path of the folder.
  ///
  /// - Parameter scenario: The scenario, with its seed and replications.
  /// - Returns: The path asked for, or that of the scenario under `results`.
  func path(of scenario: Scenario) -> String {
    out ?? "results/\(scenario.name)/\(RunFingerprint.text(of: scenario, version: toolVersion))"
  }
}

extension OutputFormat {
  /// Reads the value of `--format`.
  ///
  /// - Parameter list: The names of formats with commas between them.
  /// - Returns: The formats, each once.
  /// - Throws: An error of the command line that names what is no format.
  static func parse(option list: String) throws -> Set<OutputFormat> {
    do {
      return try parse(list)
    } catch {
      throw ValidationError("With --format, \(error.description)")
    }
  }
}

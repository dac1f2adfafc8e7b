// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// What the manifest says about a run beside its results: by which tool, how, when, how long.
package struct RunInformation: Sendable {
  /// The version of the tool.
  package var version: String
  /// The command line that runs the scenario again, program name first.
  package var command: [String]
  /// The number of replications that ran at the same time.
  package var threads: Int
  /// When the run started.
  package var started: Timestamp
  /// How long the run took.
  package var duration: Duration
  /// How long the replications took, of all that; `nil` if it was not measured.
  package var simulation: Duration?
  /// The language of texts for people.
  package var language: Language
  /// Whether CSV files begin with a byte-order mark, without which Excel garbles Chinese.
  package var excel: Bool
  /// The forms in which the tables are written.
  package var formats: Set<OutputFormat>
  /// The path of the run folder as the user would write it; `nil` if none is written.
  package var folder: String?

  /// Creates the description of a run.
  ///
  /// - Parameters:
  ///   - version: The version of the tool.
  ///   - command: The command line that runs the scenario again, program name first.
  ///   - threads: The number of replications that ran at the same time.
  ///   - started: When the run started.
  ///   - duration: How long the run took.
  ///   - simulation: How long the replications took, of all that.
  ///   - language: The language of texts for people.
  ///   - excel: Whether CSV files begin with a byte-order mark.
  ///   - formats: The forms in which the tables are written.
  ///   - folder: The path of the run folder as the user would write it.
  package init(
    version: String,
    command: [String],
    threads: Int,
    started: Timestamp,
    duration: Duration,
    simulation: Duration? = nil,
    language: Language = .english,
    excel: Bool = false,
    formats: Set<OutputFormat> = [.csv],
    folder: String? = nil,
  ) {
    self.version = version
    self.command = command
    self.threads = threads
    self.started = started
    self.duration = duration
    self.simulation = simulation
    self.language = language
    self.excel = excel
    self.formats = formats
    self.folder = folder
  }

  /// The command line as one line for a POSIX shell.
  package var commandLine: String { Self.text(of: command) }

  /// The words of a command line as one line for a POSIX shell.
  ///
  /// - Parameter words: The words.
  /// - Returns: The line.
  package static func text(of words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  /// A word as a shell reads it back; plain words stay as they are.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "_-./=@:,+%".unicodeScalars.contains(scalar)
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}

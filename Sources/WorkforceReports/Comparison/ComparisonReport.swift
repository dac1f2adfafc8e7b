// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Scenarios beside a base: as files, as JSON and as a page for the terminal.
package struct ComparisonReport: Sendable {
  /// The measure that the reader asked for, and what is better.
  package struct Question: Hashable, Sendable {
    /// The measure's code.
    package let measure: String
    /// Whether less or more of it is better.
    package let aim: MeasureAim

    /// Asks for a measure.
    ///
    /// - Parameters:
    ///   - measure: The measure's code.
    ///   - aim: What is better; `nil` takes what the measure knows.
    package init(_ measure: String, aim: MeasureAim? = nil) {
      self.measure = measure
      self.aim = aim ?? MeasureAim(of: measure)
    }
  }

  /// The run that all others are compared with.
  package let base: Ensemble
  /// The others, in their order; at least one.
  package let others: [ComparedScenario]
  /// What the reader asked for; `nil` for the headline measures alone.
  package let question: Question?
  /// By which tool, how and when the scenarios were run.
  package let information: RunInformation

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - base: The run that all others are compared with.
  ///   - others: The others, at least one.
  ///   - question: What the reader asked for.
  ///   - information: By which tool, how and when the scenarios were run.
  package init(
    base: Ensemble,
    others: [ComparedScenario],
    question: Question? = nil,
    information: RunInformation,
  ) {
    precondition(!others.isEmpty, "nothing is compared")
    self.base = base
    self.others = others
    self.question = question
    self.information = information
  }

  /// Whether less or more of a measure is better.
  func aim(of measure: String) -> MeasureAim {
    if let question, question.measure == measure { return question.aim }
    return MeasureAim(of: measure)
  }

  /// Writes the tables in the formats asked for, the data package and the manifest.
  ///
  /// Equal runs give equal bytes; only the manifest tells when, how long and on what they ran.
  ///
  /// - Parameter folder: The folder, which the caller publishes.
  /// - Returns: The files, the manifest last.
  /// - Throws: `OutputError` when a file cannot be written.
  @discardableResult
  package func write(to folder: OutputFolder) throws -> [WrittenFile] {
    var files: [WrittenFile] = []
    if information.formats.contains(.csv) {
      let tables = try tables.map { table in
        let file = try folder.writeFile(table.fileName) { sink in
          try table.writeCSV(to: sink, byteOrderMark: information.excel)
        }
        return (table: table, file: file)
      }
      files += tables.map(\.file)
      files.append(try folder.writeFile("datapackage.json", dataPackage(tables).json))
    }
    if information.formats.contains(.json) {
      files.append(try folder.writeFile("comparison.json", tables: tables))
    }
    // What could not be read is not a number in the files, which must not be published then.
    try checkReading()
    return files + [try folder.writeFile(OutputFolder.marker, manifest(files))]
  }

  /// Makes sure that everything that was read of the runs so far could be read.
  ///
  /// - Throws: The first failure of an archive.
  package func checkReading() throws {
    for run in [base] + others.map(\.comparison.other) { try run.checkReading() }
  }

  private func dataPackage(_ tables: DataPackage.Tables) -> DataPackage {
    DataPackage(
      name: ([base.scenario.name] + others.map(\.name)).joined(separator: "-"),
      fingerprint: ([base] + others.map(\.comparison.other)).map(\.scenario.fingerprint)
        .joined(separator: "-"),
      title: "Scenarios beside \(base.scenario.title.english)",
      summary: base.scenario.summary.english,
      currency: base.scenario.rules.pay?.settings.currency,
      tables: tables,
    )
  }

  /// What the folder says about itself; its kind tells it from the folder of a run.
  private func manifest(_ files: [WrittenFile]) -> JSONValue {
    [
      "format_version": .integer(KeptRun.formatVersion),
      "kind": "comparison",
      "tool": information.toolJSON,
      "base": ["scenario": base.scenario.identityJSON, "run": base.runJSON],
      "others": .array(
        others.map { other in
          [
            "name": .string(other.name),
            "scenario": other.comparison.other.scenario.identityJSON,
            "run": other.comparison.other.runJSON,
          ]
        }
      ),
      "overrides": .array(base.scenario.overrides.map { .string($0) }),
      "command": .string(information.commandLine),
      "execution": information.executionJSON,
      "files": .array(files.map(\.json)),
    ]
  }
}

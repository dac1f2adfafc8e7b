// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// What is written down about a run when it begins: how to recognise it and how to load it again.
package struct RunDescription: Hashable, Sendable {
  /// A file that the scenario was read from.
  package struct SourceFile: Hashable, Sendable {
    /// The file's path from the root of the file system.
    package let path: String
    /// The SHA-256 digest of its bytes, in hexadecimal digits.
    package let digest: String

    /// Creates a file.
    ///
    /// - Parameters:
    ///   - path: The file's path.
    ///   - digest: A digest of its bytes.
    package init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// What the replications depend on.
  package var key: RunKey
  /// The scenario's short name.
  package var scenarioName: String
  /// The scenario's title.
  package var title: LocalizedText
  /// The path of the scenario's file or folder, from the root of the file system.
  package var scenarioPath: String
  /// The settings of the command line that differ from the scenario's files.
  package var overrides: [String]
  /// The folder from which relative paths of these settings count; `nil` if it was not written down.
  package var folder: String?
  /// The files that the scenario was read from.
  package var files: [SourceFile]
  /// The simulated years.
  package var years: ClosedRange<Int>
  /// How chance enters.
  package var method: ProjectionMethod
  /// A digest of where each figure lies in a record.
  package var layout: String
  /// The number of replications asked for.
  package var replications: Int
  /// Where the first years come from; `nil` if they are simulated like the others.
  package var fork: ScenarioFork?

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - key: What the replications depend on.
  ///   - scenarioName: The scenario's short name.
  ///   - title: The scenario's title.
  ///   - scenarioPath: The path of the scenario, from the root of the file system.
  ///   - overrides: The settings that differ from the scenario's files.
  ///   - folder: The folder from which relative paths of these settings count.
  ///   - files: The files that the scenario was read from.
  ///   - years: The simulated years.
  ///   - method: How chance enters.
  ///   - layout: A digest of where each figure lies in a record.
  ///   - replications: The number of replications asked for.
  ///   - fork: Where the first years come from; `nil` if they are simulated like the others.
  package init(
    key: RunKey,
    scenarioName: String,
    title: LocalizedText,
    scenarioPath: String,
    overrides: [String],
    folder: String?,
    files: [SourceFile],
    years: ClosedRange<Int>,
    method: ProjectionMethod,
    layout: String,
    replications: Int,
    fork: ScenarioFork? = nil,
  ) {
    self.key = key
    self.scenarioName = scenarioName
    self.title = title
    self.scenarioPath = scenarioPath
    self.overrides = overrides
    self.folder = folder
    self.files = files
    self.years = years
    self.method = method
    self.layout = layout
    self.replications = replications
    self.fork = fork
  }
}

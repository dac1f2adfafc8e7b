// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// What the manifest of a run folder says, as far as pages need it.
struct RunManifest {
  /// Which run it is.
  let identity: RunIdentity
  /// The settings that differ from the scenario's files.
  let overrides: [String]
  /// The command line that makes the run again.
  let command: String
  /// When the run started, in a form whose order is that of time.
  let started: String
  /// The number of rows of each file; `nil` for one that is not a table.
  let rows: [String: Int?]

  /// Reads a manifest.
  ///
  /// JSON is read as YAML, of which it is a part, so that problems have their places.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - problems: Takes what is wrong.
  init?(path: String, reporting problems: ProblemCollector) {
    guard let root = YAMLReader.read(path: path, reporting: problems),
      let reader = KeyedReader(root, reporting: problems),
      Self.isReadable(reader),
      let identity = Self.identity(reader),
      let command = reader.text("command"),
      let started = reader.mapping("execution")?.text("started"),
      let files = reader.mappings("files")
    else { return nil }
    self.identity = identity
    self.overrides = reader.optionalTexts("overrides")?.map(\.text) ?? []
    self.command = command
    self.started = started
    var rows: [String: Int?] = [:]
    for file in files {
      guard let name = file.text("path") else { return nil }
      let count = file.node("rows")?.scalar(named: "rows")
      rows[name] = .some(count?.integer(in: 0...(.max), reporting: problems))
    }
    self.rows = rows
    guard problems.isEmpty else { return nil }
  }

  /// Whether the manifest is this program's and of a layout that it knows.
  private static func isReadable(_ reader: KeyedReader) -> Bool {
    guard let tool = reader.mapping("tool")?.text("name"),
      let version = reader.integer("format_version")
    else { return false }
    if tool != KeptRun.toolName {
      reader.problems.report(
        "this is the manifest of the program '\(tool)', not of \(KeptRun.toolName).",
        at: reader.location(of: "tool"),
      )
      return false
    }
    if version != KeptRun.formatVersion {
      reader.problems.report(
        "the folder has layout \(version), but this program reads layout "
          + "\(KeptRun.formatVersion).",
        at: reader.location(of: "format_version"),
      )
      return false
    }
    guard reader.node("kind") == nil else {
      reader.problems.report(
        "this folder is that of a comparison, not of a run; its tables are CSV files.",
        at: reader.location(of: "kind"),
      )
      return false
    }
    return true
  }

  private static func identity(_ reader: KeyedReader) -> RunIdentity? {
    guard let scenario = reader.mapping("scenario"), let run = reader.mapping("run"),
      let name = scenario.text("name"), let title = scenario.mapping("title"),
      let english = title.text("en"), let chinese = title.text("zh"),
      let fingerprint = scenario.text("fingerprint"),
      let first = run.integer("first_year", in: 1...9999),
      let last = run.integer("last_year", in: first...9999),
      let replications = run.integer("replications", in: 1...(.max)),
      let seed = seed(run),
      let method = run.choice("method", of: ProjectionMethod.allCases.map(\.rawValue))
    else { return nil }
    return RunIdentity(
      name: name,
      title: LocalizedText(english, chinese: chinese),
      years: first...last,
      replications: replications,
      seed: seed,
      method: ProjectionMethod(rawValue: method) ?? .individuals,
      fingerprint: fingerprint,
      currency: run.optionalText("currency"),
      fork: fork(run),
    )
  }

  /// Where the first years come from, if the run is a fork.
  private static func fork(_ run: KeyedReader) -> ScenarioFork? {
    guard let fork = run.optionalMapping("fork"), let name = fork.text("run"),
      let fingerprint = fork.text("fingerprint"), let year = fork.integer("year", in: 1...9999)
    else { return nil }
    return ScenarioFork(run: name, fingerprint: fingerprint, year: year)
  }

  /// A seed above the range of whole numbers of most readers stands there as a text.
  private static func seed(_ run: KeyedReader) -> UInt64? {
    guard let text = run.value("seed", "a whole number") else { return nil }
    if let seed = UInt64(text.text) { return seed }
    run.problems.report("'run.seed' is '\(text.text)', which is no seed.", at: text.location)
    return nil
  }
}

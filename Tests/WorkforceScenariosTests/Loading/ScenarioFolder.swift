// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import WorkforceScenarios
import WorkforceSim

/// A small valid scenario in a folder of its own, to be changed and loaded.
struct ScenarioFolder {
  /// The files by their path in the folder.
  var files = Self.small

  /// Replaces a text of a file.
  ///
  /// - Parameters:
  ///   - old: The text to replace, which the file must hold.
  ///   - new: The text that comes in its place.
  ///   - file: The file's path in the folder.
  mutating func replace(_ old: String, with new: String, in file: String = "scenario.yaml") {
    guard let text = files[file], text.contains(old) else {
      preconditionFailure("\(file) does not hold '\(old)'")
    }
    files[file] = text.replacingOccurrences(of: old, with: new)
  }

  /// Writes the files into a temporary folder, hands it on and removes it.
  func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/workforce-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, text) in files {
      let file = URL(fileURLWithPath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true,
      )
      try Data(text.utf8).write(to: file)
    }
    return try body(folder)
  }

  /// Loads the scenario.
  func load(
    _ overrides: String...,
    path: String = "",
    changes: ScenarioChanges = ScenarioChanges(),
  ) throws -> LoadedScenario {
    try withFolder { folder in
      try ScenarioLoader.loadWithOrigins(
        path: folder + path,
        overrides: overrides,
        changes: changes,
      )
    }
  }

  /// The problems of the scenario, a line each, with paths from the folder.
  func problems(_ overrides: [String] = [], path: String = "") throws -> [String] {
    try withFolder { folder in
      do {
        _ = try ScenarioLoader.load(path: folder + path, overrides: overrides)
        return []
      } catch let error as ScenarioError {
        return error.problems.map {
          $0.description.replacingOccurrences(of: folder + "/", with: "")
            .replacingOccurrences(of: folder, with: ".")
        }
      }
    }
  }

  /// The text of a parameter file.
  static func parameter(
    _ unit: String,
    by axes: String = "",
    _ values: String,
    more: String = "",
  ) -> String {
    """
    description: {en: A value, zh: 数值}
    unit: \(unit)
    by: [\(axes)]
    values:
    \(values)
    confidence: assumed
    references: [{assumption: Invented for tests}]
    \(more)
    """
  }

  private static let small: [String: String] = [
    "scenario.yaml": """
    format: 1
    name: {en: Small, zh: 小}
    years: {first: 2026, last: 2028, begin_in_month: 9}
    dimensions:
      region:
        members: [{code: north, en: North, zh: 北区}, {code: south, en: South, zh: 南区}]
        groups: {both: [north, south]}
      stage:
        members: [{code: primary, zh: 小学}, {code: junior, zh: 初中}]
      subject:
        members: [{code: maths, zh: 数学}, {code: music, zh: 音乐, stages: [primary]}]
      sex:
        members: [{code: male, zh: 男}, {code: female, zh: 女}]
      contract:
        members: [{code: permanent}, {code: term, established: false, next: permanent}]
      channel:
        members: [{code: open, kind: competition, contract: permanent}]
      exit:
        members: [{code: resigned}, {code: died}]
      category:
        members: [{code: men, who: {sex: [male]}}, {code: women, who: {sex: [female]}}]
    parameters: [parameters]
    need: {components: [growth]}
    posts: {method: opening}
    retirement: on
    exits: on
    recruitment: {fill: posts}
    population: {method: roster, file: roster.csv}

    """,
    "roster.csv": """
    id,birth,region,stage,subject,sex,contract,service_start
    11,1970-05,north,primary,maths,male,permanent,1993-09
    12,1985-01,south,junior,maths,female,permanent,2008-09
    13,1999-12,south,primary,music,female,term,2022-09

    """,
    "parameters/need/growth.yaml": parameter(
      "change per year",
      "  2020-09-01: 0.01",
    ),
    "parameters/retirement/original_age.yaml": parameter(
      "years",
      by: "category",
      "  1978-06-01: {men: 60, women: 55}",
    ),
    "parameters/exits/resigned/probability.yaml": parameter(
      "probability per year",
      by: "region, stage",
      """
        2020-09-01:
          north: {primary: 0.01, junior: 0.02}
          south: {other: 0.03}
        2025-09-01: {both: {other: 0.04}}
      """,
    ),
    "parameters/exits/died/probability.yaml": parameter(
      "probability per year",
      by: "age",
      "  2020-09-01: {under 50: 0.001, 50+: 0.005}",
    ),
    "parameters/recruitment/open/age.yaml": parameter(
      "share",
      by: "age",
      "  2020-09-01: {22-25: 0.8, 26: 0.2}",
    ),
  ]
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Searches on the teaching scenario, where figures move in steps and stand still in places.
@Suite struct CalibrateInStepsTests {
  /// The target, and the parameter with its first value, from which the solution is far.
  private static let searches: [(target: String, setting: String)] = [
    ("headcount", "recruitment.open.applicants_per_place=6"), ("classes", "need.class_size=30"),
    ("shortage", "recruitment.multiplier=0"), ("shortage", "recruitment.freeze=0"),
    ("shortage", "recruitment.open.acceptance=0.9"),
  ]

  @Test(arguments: searches)
  func `a figure that moves far from the present value is met by a short value`(
    target: String,
    setting: String,
  ) throws {
    let folder = try TemporaryFolder()
    let result = try calibrate(target, setting, in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let match = try #require(result.output.firstMatch(of: /--set [a-z._]+=([0-9.]+)/))
    let value = String(match.output.1)
    #expect(value.count <= 5, "\(result.output)")
    // The value is in the table of tries as it is given out.
    #expect(result.output.split(separator: "\n").contains { $0.contains("  \(value)  ") })
  }

  @Test(arguments: [
    ("en", "it is the same at 1, 0.950119, 0.5, 2, 0.1, 10 and 0. Choose"),
    ("zh", "取1、0.950119、0.5、2、0.1、10和0时结果相同"),
  ])
  func `a figure that stands still is told with all values that were tried`(
    language: String,
    text: String,
  ) throws {
    let folder = try TemporaryFolder()
    let result = try calibrate("retired", "recruitment.multiplier=1", language, in: folder)
    #expect(result.code == 65)
    #expect(result.errors.contains(text), "\(result.errors)")
  }

  private func calibrate(
    _ target: String,
    _ setting: String,
    _ language: String = "en",
    in folder: TemporaryFolder,
  ) throws -> CommandResult {
    let targets = [
      ("headcount", 180, 0.05, "table: summary, where: {measure: headcount}"),
      ("classes", 100, 0.05, "table: summary, where: {measure: classes}"),
      ("shortage", 8, 0.05, "table: summary, where: {measure: shortage}"),
      ("retired", 40, 0.05, "table: flows, where: {flow: retired}"),
    ]
    let lines = targets.map { name, published, tolerance, place in
      let years = name == "retired" ? "{first: 2026, last: 2035}" : "{first: 2030, last: 2030}"
      return "  - {name: \(name), published: \(published), unit: persons, kind: fitted, \(place), "
        + "years: \(years), tolerance: \(tolerance), references: [{assumption: Invented.}]}\n"
    }
    let scenario = """
      format: 1
      name: Steps
      extends: \(CommandRunner.root.appending(path: "scenarios/teaching").path)
      targets: targets.yaml

      """
    try folder.write(scenario, to: "scenario.yaml")
    try folder.write("targets:\n" + lines.joined(), to: "targets.yaml")
    let parameter = String(setting.prefix { $0 != "=" })
    return try CommandRunner.run([
      "calibrate", folder.path(""), "--target", target, "--parameter", parameter, "--set", setting,
      "--lang", language,
    ])
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct OtherCommandsTests {
  @Test(
    arguments: ["enrolment.births_volatility", "schools.places_spread", "schools.staffing_spread"]
  )
  func `a spread that cannot be drawn is told`(name: String) throws {
    func validate(_ spread: String) throws -> CommandResult {
      try CommandRunner.run(["validate", "scenarios/luliang", "--set", "\(name)=\(spread)"])
    }
    #expect(try validate("10").code == 0)
    let wide = try validate("10.1")
    #expect(wide.code == 65)
    #expect(wide.errors.contains("but it must be at most 10"), "\(wide.errors)")
  }

  @Test(arguments: [
    [], ["run"], ["validate"], ["explain"], ["diff"], ["new"], ["population"], ["schools"],
    ["schema"], ["show"], ["explain-school"], ["calibrate"],
  ])
  func `every command explains itself with an example`(command: [String]) throws {
    let result = try CommandRunner.run(command + ["--help"])
    #expect(result.code == 0)
    #expect(result.output.contains("USAGE: workforce"))
    #expect(result.output.contains("workforce run") || result.output.contains("xample"))
  }

  @Test func `explain shows value, unit, source and who overrides`() throws {
    let result = try CommandRunner.run([
      "explain", "scenarios/luliang", "retirement.maximum_delay", "--set",
      "retirement.maximum_delay@2025-01-01=0",
    ])
    #expect(result.code == 0, "\(result.errors)")
    for text in ["1978-06", "2025-01", "months", "国务院", "--set retirement.maximum_delay"] {
      #expect(result.output.contains(text), "\(text) is missing in: \(result.output)")
    }
  }

  @Test func `explain without a name lists all parameters`() throws {
    let result = try CommandRunner.run(["explain", "scenarios/luliang"])
    #expect(result.code == 0)
    #expect(result.output.split(separator: "\n").count > 80)
  }

  @Test func `diff names what differs and nothing else`() throws {
    let same = try CommandRunner.run([
      "diff", "scenarios/luliang", "scenarios/luliang", "--lang", "en",
    ])
    #expect(same.output == "The two scenarios do not differ.\n")
    let freeze = try CommandRunner.run(["diff", "scenarios/luliang", "scenarios/hiring-freeze"])
    #expect(freeze.output.contains("recruitment.freeze"))
    #expect(!freeze.output.contains("exits."))
  }

  @Test func `a new scenario is valid as it is written`() throws {
    let folder = try TemporaryFolder()
    let base = CommandRunner.root.appending(path: "scenarios/luliang").path
    let made = try CommandRunner.run([
      "new", "my-plan", "--from", base, "--in", folder.path("mine"),
    ])
    #expect(made.code == 0, "\(made.errors)")
    let valid = try CommandRunner.run(["validate", folder.path("mine/my-plan")])
    #expect(valid.code == 0, "\(valid.errors)")
    let again = try CommandRunner.run([
      "new", "my-plan", "--from", base, "--in", folder.path("mine"),
    ])
    #expect(again.code == 73)
  }

  @Test(arguments: ["teaching", "scenarios/teaching", "./scenarios/teaching/scenario.yaml"])
  func `a new scenario extends its base however that is named`(base: String) throws {
    let folder = try TemporaryFolder()
    let teaching = CommandRunner.root.appending(path: "scenarios/teaching").path
    try folder.write("format: 1\nextends: \(teaching)\n", to: "scenarios/teaching/scenario.yaml")
    for place in ["scenarios", "plans/of/2026", "../\(folder.url.lastPathComponent)/up"] {
      let made = try CommandRunner.shell(
        "cd '\(folder.url.path)' && $0 new mine --from \(base) --in \(place) "
          + "&& $0 validate \(place)/mine"
      )
      #expect(made.code == 0, "\(made.errors)")
    }
  }

  @Test func `every lever of a new scenario is valid, with dates of the base's calendar`() throws {
    let folder = try TemporaryFolder()
    let teaching = CommandRunner.root.appending(path: "scenarios/teaching").path
    try folder.write(
      "format: 1\nname: base\nextends: \(teaching)\n"
        + "years: {first: 2030, last: 2041, begin_in_month: 4}\n",
      to: "base/scenario.yaml",
    )
    let made = try CommandRunner.run([
      "new", "mine", "--from", folder.path("base"), "--in", folder.url.path,
    ])
    #expect(made.code == 0, "\(made.errors)")
    let file = folder.path("mine/scenario.yaml")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("retirement.maximum_delay: {2029-04-01: 0}"), "\(text)")
    #expect(text.contains("exits.multiplier: {scale: 1.05, from: 2034-04-01}"), "\(text)")
    #expect(text.contains("enrolment.births: {scale: 0.9, from: 2034-01-01}"), "\(text)")
    #expect(!text.contains("-09-01"))
    try folder.write(
      text.replacing(/\n  # ([a-z_.]+: \{)/) { "\n  \($0.1)" },
      to: "mine/scenario.yaml",
    )
    let valid = try CommandRunner.run(["validate", folder.path("mine")])
    #expect(valid.code == 0, "\(valid.errors)")
  }

  @Test(arguments: [
    ("en", "id,region,stage,subject,sex,birth,", ",town,primary,core,female,"),
    ("zh", "教师编号,县区,学段,学科,性别,出生年月,", ",城镇,小学,主科,女,"),
  ])
  func `the opening population can be read back as a roster`(
    language: String,
    header: String,
    fields: String,
  ) throws {
    let folder = try TemporaryFolder()
    let file = folder.path("teachers.csv")
    let made = try CommandRunner.run([
      "population", "scenarios/teaching", "--out", file, "--lang", language,
    ])
    #expect(made.code == 0, "\(made.errors)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix(header) && text.contains(fields), "\(text.prefix(200))")
    let base = CommandRunner.root.appending(path: "scenarios/teaching").path
    try folder.write(
      """
      format: 1
      name: read back
      extends: \(base)
      population: {method: roster, file: ../teachers.csv}
      """,
      to: "again/scenario.yaml",
    )
    let again = folder.path("teachers-again.csv")
    let second = try CommandRunner.run([
      "population", folder.path("again"), "--out", again, "--lang", language,
    ])
    #expect(second.code == 0, "\(second.errors)")
    #expect(try text == String(contentsOfFile: again, encoding: .utf8))
  }

  @Test(arguments: ["scenario", "parameter", "targets"])
  func `the schemas are JSON`(kind: String) throws {
    let result = try CommandRunner.run(["schema", kind])
    #expect(result.code == 0, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect((object as? [String: Any])?["$schema"] != nil)
  }

  @Test func `validate counts what the scenario has, one of a kind in the singular`() throws {
    let result = try CommandRunner.run(["validate", "scenarios/teaching"])
    #expect(result.output.contains(": no problems. 2026–2035, 2 regions, 1 stage, 2 subjects, "))
    #expect(result.output.hasSuffix(" parameters, 195 teachers at the opening.\n"))
  }

  private static let ages = "{22-29: 0.22, 30-39: 0.3, 40-49: 0.3, 50-54: 0.13, 55-59: 0.05}"
  private static let wrongAges = [
    (
      "{3: 0.5, 40-49: 0.5}",
      "has a share for the age of 3, but a teacher is 15 to 100 years old.",
    ),
    // Women of the example have retired by 55.
    ("{22-29: 0.1, 55-59: 0.9}", "The opening population cannot meet population.age"),
  ]

  @Test(arguments: wrongAges)
  func `ages at which nobody can teach are told with their line`(
    ages: String,
    message: String,
  ) throws {
    let folder = try TemporaryFolder()
    let path = CommandRunner.root.appending(path: "scenarios/teaching/scenario.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    try folder.write(text.replacing(Self.ages, with: ages), to: "odd/scenario.yaml")
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("  population.age:") }
    )
    let result = try CommandRunner.run(["validate", folder.path("odd")])
    #expect(result.code == 65)
    #expect(result.errors.contains("scenario.yaml:\(line + 1)"), "\(result.errors)")
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test(arguments: ["run", "calibrate"])
  func `the help of options that a scenario answers says so`(command: String) throws {
    let help = try CommandRunner.run([command, "--help"]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(help.contains("Seed of all random draws. Without it: the scenario's"))
    #expect(help.contains("Last year to simulate. Without it: the scenario's."))
    #expect(
      command != "run" || help.contains("Number of replications. Without it: the scenario's.")
    )
  }

  @Test func `every shipped scenario is valid`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: CommandRunner.root.appending(path: "scenarios").path
    ).sorted().map { "scenarios/\($0)" }
    let result = try CommandRunner.run(["validate"] + folders)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.split(separator: "\n").count == folders.count)
  }
}

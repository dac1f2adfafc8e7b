// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The search for a parameter's value, on a year of the teaching scenario with pay and targets.
///
/// The cost of salaries is in proportion to the salary, so that half of the cost of a first run is met
/// by half of its salary.
@Suite struct CalibrateCommandTests {
  private static let made = Result { try PaidScenario() }

  private func calibrate(_ arguments: String...) throws -> CommandResult {
    let path = try Self.made.get().path
    return try CommandRunner.run(["calibrate", path, "--replications", "2"] + arguments)
  }

  @Test func `the value is found, shown with its tries and as few digits`() throws {
    // Half of the present cost of salaries is met by half of the present 4,000.
    let result = try calibrate(
      "--target",
      "half",
      "--parameter",
      "pay.salary.amount",
      "--lang",
      "en",
    )
    #expect(result.code == 0, "\(result.errors)")
    for text in ["half the salaries", "Distance %", "4000", "--set pay.salary.amount=2000"] {
      #expect(result.output.contains(text), "\(text) is missing in: \(result.output)")
    }
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [
    ("exits.resigned.probability", "0.01"), ("recruitment.open.applicants_per_place", "6"),
  ])
  func `a value for all members makes a parameter that depends on them one number`(
    parameter: String,
    value: String,
  ) throws {
    // The model lies a quarter below this target.
    let result = try calibrate(
      "--target",
      "both",
      "--tolerance",
      "0.5",
      "--parameter",
      parameter,
      "--set",
      "\(parameter)=\(value)",
      "--lang",
      "en",
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("Nothing needs to change"), "\(result.output)")
  }

  @Test func `a run with the value that was found meets the target`() throws {
    let arguments = [
      "--target", "both", "--parameter", "pay.salary.amount", "--tolerance", "0.0001",
    ]
    let path = try Self.made.get().path
    let first = try CommandRunner.run(
      ["calibrate", path, "--replications", "2", "--lang", "en"] + arguments
    )
    #expect(first.code == 0, "\(first.errors)")
    let match = try #require(first.output.firstMatch(of: /--set (pay\.salary\.amount=[0-9.]+)/))
    let again = try CommandRunner.run(
      ["calibrate", path, "--replications", "2", "--lang", "en", "--set", String(match.output.1)]
        + arguments
    )
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.output.contains("Nothing needs to change"), "\(again.output)")
  }

  @Test func `the page is in Chinese on request`() throws {
    let result = try calibrate(
      "--target",
      "half",
      "--parameter",
      "pay.salary.amount",
      "--lang",
      "zh",
    )
    #expect(result.code == 0, "\(result.errors)")
    for text in ["公布值", "模型均值", "pay.salary.amount 应取 2000"] {
      #expect(result.output.contains(text), "\(text) is missing in: \(result.output)")
    }
  }

  /// What cannot be sought: the arguments, the code and what is said.
  private static let unanswerable: [(line: String, code: Int32, text: String)] = [
    ("--target half", 64, "--parameter"),
    ("--target half --parameter pay.salary.amount --tolerance 0", 64, "--tolerance"),
    ("--target half --parameter pay.salary.amount --replications 0", 64, "--replications"),
    ("--target hal --parameter pay.salary.amount", 65, "Did you mean 'half'?"),
    ("--target half --parameter pay.salry.amount", 65, "Did you mean 'pay.salary.amount'?"),
    (
      "--target half --parameter need.class_size", 65,
      "depends on region, but only a parameter that is one number can be sought. "
        + "With --set need.class_size=VALUE it is one number",
    ),
    ("--target half --parameter pay.bonus.amount", 65, "is drawn"),
    ("--target half --parameter retirement.maximum_delay", 65, "changes over time"),
    ("--target half --parameter pay.step_month", 65, "only a quantity"),
    ("--target later --parameter pay.salary.amount", 65, "2026 to 2027 are simulated"),
  ]

  @Test(arguments: unanswerable)
  func `what cannot be sought ends with its exit code`(
    line: String,
    code: Int32,
    text: String,
  ) throws {
    let path = try Self.made.get().path
    let result = try CommandRunner.run(
      ["calibrate", path] + line.split(separator: " ").map(String.init)
    )
    #expect(result.code == code, "\(result.errors)")
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ("half", "pay.unpaid.amount", "en", "does not move with pay.unpaid.amount"),
    ("half", "pay.unpaid.amount", "zh", "不随 pay.unpaid.amount 变化"),
    ("half", "pay.social.rate", "en", "does not move"),
    ("too_few", "recruitment.open.acceptance", "en", "comes nearest"),
    ("too_few", "recruitment.open.acceptance", "zh", "最接近的是"),
  ])
  func `a search without a value shows its tries and ends with code 65`(
    target: String,
    parameter: String,
    language: String,
    text: String,
  ) throws {
    let result = try calibrate("--target", target, "--parameter", parameter, "--lang", language)
    #expect(result.code == 65, "\(result.errors)")
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(result.output.contains(language == "zh" ? "相差（%）" : "Distance %"))
  }
}

/// Two years of the teaching scenario with pay and targets of which the solution is known.
private struct PaidScenario {
  /// The path of the scenario.
  let path: String

  /// The targets; the published cost of salaries is that of a first run.
  private static func targets(salaries: Double) -> String {
    let figures: [(String, Double, String)] = [
      (
        "half", salaries / 2,
        "table: cost, where: {item: salary}, years: {first: 2026, last: 2026}",
      ),
      (
        "both", salaries * 1.7,
        "table: cost, where: {item: [salary, bonus]}, years: {first: 2026, last: 2026}",
      ),
      ("later", 1, "table: cost, where: {item: salary}, years: {first: 2026, last: 2030}"),
      (
        "too_few", 1_000_000,
        "table: summary, where: {measure: headcount}, years: {first: 2027, last: 2027}",
      ),
    ]
    return "targets:\n"
      + figures.map {
        "  - {name: \($0.0), label: {en: \($0.0) the salaries, zh: 工资}, published: \($0.1), "
          + "unit: CNY, kind: fitted, \($0.2), references: [{assumption: Invented for tests.}]}\n"
      }.joined()
  }

  private static let scenario = """
    format: 1
    name: {en: Paid, zh: 有工资}
    extends: \(CommandRunner.root.appending(path: "scenarios/teaching").path)
    years: {first: 2026, last: 2027, begin_in_month: 9}
    dimensions:
      item:
        members:
          - {code: salary, who: {situation: [in_post]}}
          - {code: bonus, who: {situation: [in_post]}}
          - {code: unpaid, paid: never}
          - {code: social, of: [salary], kind: on_cost}
    pay: {currency: CNY}
    set:
      pay.salary.amount: 4000
      pay.bonus.amount: {distribution: uniform, minimum: 900, maximum: 1100}
      pay.unpaid.amount: 100
      pay.social.rate: 0.2
    targets: targets.yaml

    """

  init() throws {
    let folder = CommandRunner.binary.deletingLastPathComponent()
      .appending(path: "calibration-tests")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    try write(Self.scenario, to: "scenario.yaml")
    try write(Self.targets(salaries: 1), to: "targets.yaml")
    let results = folder.appending(path: "results")
    let made = try CommandRunner.run([
      "run", path, "--replications", "2", "--quiet", "--out", results.path,
    ])
    #expect(made.code == 0, "\(made.errors)")
    // Columns: fiscal_year, region, stage, item, payer, mean, ...
    let table = try String(contentsOf: results.appending(path: "cost.csv"), encoding: .utf8)
    let rows = table.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    let salaries = rows.filter { $0[0] == "2026" && $0[3] == "salary" }
      .compactMap { Double($0[5]) }.reduce(0, +)
    #expect(salaries > 0)
    try write(Self.targets(salaries: salaries), to: "targets.yaml")
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }
}

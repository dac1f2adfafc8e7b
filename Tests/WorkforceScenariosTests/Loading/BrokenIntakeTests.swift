// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Intakes of pipelines that identities of hires cannot tell apart, and spreads that cannot be drawn.
@Suite struct BrokenIntakeTests {
  /// The problems of a pipeline with an intake of so many people.
  private func problems(_ intake: Int, by axes: String, sexes: Int = 2) throws -> [String] {
    var folder = ScenarioFolder()
    let more = (2..<sexes).map { ", {code: sex\($0)}" }.joined()
    folder.replace("{code: female, zh: 女}]", with: "{code: female, zh: 女}\(more)]")
    folder.replace("kind: competition", with: "kind: pipeline")
    folder.files["parameters/recruitment/open/intake.yaml"] = ScenarioFolder.parameter(
      "persons per year",
      by: axes,
      "  2000-09-01: {other: \(intake)}",
    )
    return try folder.problems()
  }

  @Test func `an intake by sex ends where hires of one sex cannot be told apart`() throws {
    #expect(try problems(524_287, by: "sex").isEmpty)
    #expect(
      try problems(524_288, by: "sex") == [
        "parameters/recruitment/open/intake.yaml:1: recruitment.open.intake is 524288, but at most "
          + "524287 persons per year can be simulated. Write a smaller number."
      ]
    )
    #expect(try problems(1_000_000, by: "region").isEmpty)
    #expect(try problems(1_000_001, by: "region").count == 1)
  }

  @Test func `more than eight sexes cannot have an intake of their own`() throws {
    #expect(try problems(10, by: "sex", sexes: 8).isEmpty)
    #expect(try problems(10, by: "region", sexes: 9).isEmpty)
    #expect(
      try problems(10, by: "sex", sexes: 9) == [
        "parameters/recruitment/open/intake.yaml:1: recruitment.open.intake depends on sex, of which "
          + "the scenario declares 9 members, but hires of at most 8 can be told apart. Leave sex out "
          + "of 'by'."
      ]
    )
  }
}

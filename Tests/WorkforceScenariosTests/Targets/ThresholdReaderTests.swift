// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct ThresholdReaderTests {
  private static let list = """
    thresholds:
      - {name: few, measure: resigned, below: 20}
      - name: rate
        measure: shortage
        per: need
        above: 0.05
        years: {first: 2027, last: 2040}
        label: {en: shortage is above 5 %, zh: 短缺超过5%}

    """

  private func folder(child: String = "") -> ScenarioFolder {
    var folder = ScenarioFolder()
    folder.files["scenario.yaml"]? += Self.list
    folder.files["child/scenario.yaml"] = "format: 1\nextends: ..\n" + child
    return folder
  }

  @Test func `a threshold has the keys that are written and the usual values of others`() throws {
    let thresholds = try folder().load().scenario.thresholds
    #expect(
      thresholds == [
        Threshold(
          name: "few",
          label: WorkforceSim.LocalizedText("few"),
          measure: "resigned",
          direction: .below,
          value: 20,
        ),
        Threshold(
          name: "rate",
          label: WorkforceSim.LocalizedText("shortage is above 5 %", chinese: "短缺超过5%"),
          measure: "shortage",
          divisor: "need",
          direction: .above,
          value: 0.05,
          years: 2_027...2_040,
        ),
      ]
    )
  }

  @Test(arguments: [
    ("", ["few", "rate"]),
    ("thresholds: [{name: many, measure: hired, above: 9}]\n", ["many"]),
    ("thresholds: off\n", []),
  ])
  func `a what-if has the list of its base or one of its own`(child: String, names: [String])
    throws
  {
    let scenario = try folder(child: child).load(path: "/child").scenario
    #expect(scenario.thresholds.map(\.name) == names)
  }

  @Test func `the command line can leave them out`() throws {
    #expect(try folder().load("thresholds=off").scenario.thresholds == [])
  }

  @Test func `thresholds change no result, so the fingerprint stays`() throws {
    let without = try ScenarioFolder().load().scenario.fingerprint
    #expect(try folder().load().scenario.fingerprint == without)
  }
}

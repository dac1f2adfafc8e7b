// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct FingerprintTests {
  private func fingerprint(_ change: (inout ScenarioFolder) -> Void) throws -> String {
    var folder = ScenarioFolder()
    change(&folder)
    return try folder.load().scenario.fingerprint
  }

  @Test func `the same content written in another way has the same fingerprint`() throws {
    let original = try fingerprint { _ in }
    let rewritten = try fingerprint {
      $0.replace("name: {en: Small, zh: 小}", with: "# a comment\nname: Little")
      $0.replace("en: North, zh: 北区", with: "en: The north")
      $0.replace("years: {first: 2026,", with: "seed: 99\nyears: {first: 2026,")
      $0.replace("0.01", with: "1e-2", in: "parameters/need/growth.yaml")
      $0.replace("Invented for tests", with: "Another reason", in: "parameters/need/growth.yaml")
      $0.replace(
        "{men: 60, women: 55}",
        with: "{women: 55.0, other: 60}",
        in: "parameters/retirement/original_age.yaml",
      )
      $0.files["roster.csv"]? += ""
    }
    #expect(rewritten == original)
  }

  @Test func `each thing that results depend on changes the fingerprint`() throws {
    var seen = Set([try fingerprint { _ in }])
    let changes: [(inout ScenarioFolder) -> Void] = [
      { $0.replace("last: 2028", with: "last: 2029") },
      { $0.replace("established: false, ", with: "") },
      { $0.replace("{code: south, en: South", with: "{code: south_2, en: south") },
      { $0.replace("{method: opening}", with: "{method: need}") },
      { $0.replace("need:", with: "method: expected\nneed:") },
      { $0.replace(": 0.01", with: ": 0.011", in: "parameters/need/growth.yaml") },
      { $0.replace("2020", with: "2021", in: "parameters/need/growth.yaml") },
      { $0.replace("1970-05", with: "1970-06", in: "roster.csv") },
      { $0.replace("need:", with: "set: {need.growth: {scale: 2}}\nneed:") },
    ]
    for (number, change) in changes.enumerated() {
      if number == 2 {
        let renamed = try fingerprint {
          change(&$0)
          $0.replace("both: [north, south]", with: "both: [north, south_2]")
        }
        #expect(seen.insert(renamed).inserted, "change \(number)")
      } else {
        #expect(seen.insert(try fingerprint(change)).inserted, "change \(number)")
      }
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// A model of another country, from YAML and CSV alone, against figures worked out by hand.
///
/// Stock on 1 January 2020: kindergarten 100 women of 30 and 10 men of 69; class 200 women of 40 and
/// 50 men of 50; specialist 80 men of 45. Everybody leaves at 70. Of the 60 women who begin class
/// training in 2017 and 2018, 75 % = 45 arrive in 2021 and again in 2022, half of them aged 25, half
/// aged 26.
@Suite struct OtherCountryTests {
  private static func projection() async throws -> Projection {
    let folder = Repository.root.appending(path: "Tests/WorkforceAcceptanceTests/OtherCountry")
    let scenario = try ScenarioLoader.load(path: folder.path(percentEncoded: false))
    return Projection(try await Simulation(scenario).run(threads: 1))
  }

  @Test func `people age, retire and arrive by the hand`() async throws {
    let projection = try await Self.projection()
    // 2021: 100 + 200 + 50 + 80, the ten men of 70 are gone, 45 women arrive: 475. 2022: 45 more.
    #expect(projection.statistic("headcount", year: 2021)?.mean == 475)
    #expect(projection.statistic("headcount", year: 2022)?.mean == 520)
    #expect(projection.statistic("retired", year: 2021)?.mean == 10)
    #expect(projection.statistic("hired", year: 2022)?.mean == 45)
  }

  /// Supply and need, worked out by hand.
  ///
  /// Supply = persons × employed share × mean full-time equivalent, by group, sex and age:
  /// kindergarten 100 × 0.9 × 0.8 = 72; class 200 × 0.8 × 0.9 + 50 × 0.7 × 1 = 179, and for each 45
  /// young women 45 × 0.95 × 0.9 = 38.475; specialist 80 × 0.6 × 0.95 = 45.6.
  /// Need follows users: 2021 nursery 1000 × 0.9 = 900 users, school 2000; 2022 855 and 2100.
  /// Kindergarten 900 × 0.08 = 72, then 68.4; class 900 × 0.01 + 2000 × 0.09 = 189, then 197.55;
  /// specialist 2000 × 0.03 = 60, then 63.
  @Test func `supply and need by education group are those worked out by hand`() async throws {
    let projection = try await Self.projection()
    var found: [String: Double] = [:]
    projection.forEachShortageRow { row in
      let subject = projection.scenario.dimensions[.subject].codes[row.subject]
      found["\(row.year) \(subject) \(row.measure)"] = row.statistic.mean
    }
    let expected: [String: Double] = [
      "2021 kindergarten available": 72, "2021 class available": 217.475,
      "2021 specialist available": 45.6, "2022 kindergarten available": 72,
      "2022 class available": 255.95, "2022 specialist available": 45.6,
      "2021 kindergarten need": 72, "2021 class need": 189, "2021 specialist need": 60,
      "2022 kindergarten need": 68.4, "2022 class need": 197.55, "2022 specialist need": 63,
    ]
    for (key, value) in expected {
      // Figures by cell are held in single precision.
      #expect(abs((found[key] ?? .nan) - value) < 1e-4, "\(key)")
    }
  }
}

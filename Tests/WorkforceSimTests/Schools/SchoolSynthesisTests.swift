// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Schools that are drawn up to known numbers.
struct SchoolSynthesisTests {
  private static let counts = [5.0, 3, 12, 2, 1, 4, 7, 0, 9, 1, 1, 3]

  private func scenario(_ change: (inout SchoolScenario) -> Void = { _ in }) -> SchoolScenario {
    var built = SchoolScenario(regions: 2)
    built.method = .synthesis
    var next = Self.counts.makeIterator()
    built.small.set("schools.count", by: [.region, .stage, .location]) { _ in next.next() ?? 0 }
    built.small.set("schools.places_spread", 0.5)
    change(&built)
    return built
  }

  private func schools(_ built: SchoolScenario) throws -> [School] {
    try Simulation(built.scenario()).network?.schools ?? []
  }

  /// The schools of each region, stage and location class, in the order of the counts.
  private func found(_ schools: [School]) -> [Double] {
    (0..<2).flatMap { region in
      (0..<2).flatMap { stage in
        (0..<3).map { location in
          Double(
            schools.count {
              $0.region == region && $0.stages.contains(stage) && $0.location == location
            }
          )
        }
      }
    }
  }

  @Test func `the numbers are met exactly`() throws {
    let schools = try schools(scenario())
    #expect(found(schools) == Self.counts)
    #expect(Set(schools.map(\.code)).count == schools.count)
  }

  @Test func `listed schools count, those that open later do not`() throws {
    let listed = [
      School(code: "nine_years", region: 0, location: 2, stages: [0, 1]),
      School(code: "later", region: 0, location: 2, stages: [0], opened: 2030),
    ]
    let schools = try schools(scenario { $0.listed = listed })
    #expect(schools.contains(listed[0]) && schools.contains(listed[1]))
    #expect(found(schools.filter { $0.code != "later" }) == Self.counts)
  }

  @Test func `the largest become key schools, less the listed ones`() throws {
    let listed = School(code: "first", region: 0, stages: [0], isKeySchool: true)
    let schools = try schools(
      scenario {
        $0.listed = [listed]
        $0.small.set("schools.key_schools", by: [.stage], 4, 0)
      }
    )
    for region in 0..<2 {
      let primary = schools.filter { $0.region == region && $0.stages == [0] && $0 != listed }
      let key = primary.filter(\.isKeySchool)
      let others = primary.filter { !$0.isKeySchool }
      #expect(key.count == (region == 0 ? 3 : 4))
      #expect(key.map(\.places).min() ?? 0 > others.map(\.places).max() ?? 0)
      #expect(key.allSatisfy { $0.isProtected })
    }
    #expect(schools.allSatisfy { $0.stages == [0] || !$0.isKeySchool })
  }

  @Test func `a school keeps its places when others are added`() throws {
    let few = try schools(scenario())
    let more = try schools(
      scenario { $0.small.set("schools.count", by: [.region, .stage, .location]) { _ in 15 } }
    )
    let places = Dictionary(uniqueKeysWithValues: more.map { ($0.code, $0.places) })
    for school in few { #expect(places[school.code] == school.places) }
    #expect(Set(few.map(\.places)).count == few.count)
  }

  @Test(arguments: [0.0, 1.0])
  func `none or all must be kept`(share: Double) throws {
    let schools = try schools(scenario { $0.small.set("schools.protected_share", share) })
    #expect(schools.allSatisfy { $0.isProtected == (share == 1) })
  }

  @Test func `places have mean 1 and the given spread`() throws {
    let schools = try schools(
      scenario { $0.small.set("schools.count", by: [.region, .stage, .location]) { _ in 300 } }
    )
    let places = schools.map(\.places)
    // The relative fourth moment of a lognormal of squared variation c² is large, so the variance
    // is judged by its exact excess kurtosis: w⁴ + 2w³ + 3w² − 6 with w = 1 + c².
    let w = 1.25
    #expect(standardErrors(ofMean: places, from: 1, variance: 0.25) < 4)
    let kurtosis = w * w * w * w + 2 * w * w * w + 3 * w * w - 6
    #expect(standardErrors(ofVariance: places, from: 0.25, excessKurtosis: kurtosis) < 4)
    #expect(Set(schools.map(\.code)).count == schools.count)
  }
}

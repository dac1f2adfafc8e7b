// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The places that recruitment opens.
struct VacanciesTests {
  /// One region and stage with three subjects, recruiting by the given rule.
  private func scenario(_ fill: RecruitmentFill, method: ProjectionMethod) -> SmallScenario {
    let subjects = Dimension(.subject, ["x", "y", "z"].map { Member($0) })
    var small = SmallScenario(dimensions: Dimensions([subjects]))
    small.method = method
    small.recruitment = (fill, [])
    return small
  }

  private func places(
    _ small: SmallScenario,
    posts: Double = 100,
    established: Double = 90,
    need: [Double] = [30, 30, 30],
    available: [Double] = [30, 30, 30],
    left: [Double] = [0, 0, 0],
  ) -> [Double] {
    let parameters = small.parameters
    let rules = RecruitmentRules(
      parameters,
      fill: small.recruitment?.fill ?? .posts,
      channels: [],
      dimensions: small.dimensions,
    )
    var vacancies = Vacancies(rules, in: small.year(2025, parameters))
    return vacancies.places(
      for: WorkforceBeforeRecruitment(
        posts: [posts],
        established: [established],
        need: need,
        available: available,
        left: left,
      )
    )
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `posts that are vacant go to the subjects with gaps, or to those of the leavers`(
    method: ProjectionMethod
  ) {
    var small = scenario(.posts, method: method)
    let need = [36.0, 34, 20]
    let left = [0.0, 2, 8]
    small.set("recruitment.targeting", 1)
    #expect(places(small, need: need, left: left) == [6, 4, 0])
    small.set("recruitment.targeting", 0)
    #expect(places(small, need: need, left: left) == [0, 2, 8])
    // Half of 0.6, 0.4, 0 and of 0, 0.2, 0.8.
    small.set("recruitment.targeting", 0.5)
    for (found, share) in zip(places(small, need: need, left: left), [3.0, 3, 4]) {
      #expect(abs(found - share) < 1e-9)
    }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `no post is vacant, no place is opened`(method: ProjectionMethod) {
    let small = scenario(.posts, method: method)
    #expect(places(small, posts: 90, need: [50, 50, 50]) == [0, 0, 0])
    #expect(places(small, posts: 80, need: [50, 50, 50]) == [0, 0, 0])
  }

  @Test func `whole places add up, whatever the shares`() {
    var small = scenario(.posts, method: .individuals)
    for open in 1...12 {
      let found = places(small, posts: 90 + Double(open), need: [31, 31, 31])
      #expect(found.reduce(0, +) == Double(open))
      #expect((found.max() ?? 0) - (found.min() ?? 0) <= 1)
    }
    // Half a place is opened, less than half is not.
    small.set("recruitment.fill_share", 0.05)
    #expect(places(small).reduce(0, +) == 1)
    small.set("recruitment.fill_share", 0.049)
    #expect(places(small).reduce(0, +) == 0)
  }

  @Test func `filling need opens the gap of each cell`() {
    let need = [32.6, 30.4, 20]
    #expect(places(scenario(.need, method: .individuals), need: need) == [3, 0, 0])
    let expected = places(scenario(.need, method: .expected), need: need)
    for (found, gap) in zip(expected, [2.6, 0.4, 0]) { #expect(abs(found - gap) < 1e-9) }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `a plan keeps its total, and a plan without subjects follows the gaps`(
    method: ProjectionMethod
  ) {
    var small = scenario(.plan, method: method)
    small.set("recruitment.plan", by: [.subject], 3, 0, 5)
    #expect(places(small) == [3, 0, 5])
    small.set("recruitment.plan", 9)
    #expect(places(small, need: [31, 32, 30]) == [3, 6, 0])
    #expect(places(small) == [3, 3, 3])
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `a cap on the establishment holds back places`(method: ProjectionMethod) {
    var small = scenario(.posts, method: method)
    for (cap, open) in [(85.0, 0.0), (90, 0), (94, 4), (100, 10), (200, 10)] {
      small.set("recruitment.establishment_cap", cap)
      #expect(abs(places(small).reduce(0, +) - open) < 1e-9)
    }
  }
}

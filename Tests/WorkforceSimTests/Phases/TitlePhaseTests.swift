// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The title review under structure caps.
struct TitlePhaseTests {
  private static let titles = ["third", "second", "first"]

  /// A hundred teachers: the given holders of the three titles, with the caps as shares.
  private func review(
    _ holders: [Int],
    caps: [Double],
    application: Double = 1,
    yearsRequired: [Double] = [0, 0, 0],
    base: TitlePlacesBase = .headcount,
    years: Int = 1,
  ) -> SmallScenario {
    var small = SmallScenario(
      years: years,
      dimensions: Dimensions([Dimension(.title, Self.titles.map { Member($0) })]),
    )
    for (title, count) in holders.enumerated() {
      small.add(count, age: 40) { teacher, _ in teacher.title = UInt8(title) }
    }
    small.titles = (.review, base)
    small.set("titles.structure_cap", by: [.title], caps[0], caps[1], caps[2])
    small.set("titles.application_probability", application)
    small.set("titles.years_required", by: [.title]) { yearsRequired[$0[0]] }
    return small
  }

  private func holders(_ runs: Runs, _ year: Int) -> [Double] {
    Self.titles.map { runs.values("teachers_by_title", ["title": $0], year)[0] }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `nobody rises without applying, everybody without caps, one step a year`(
    method: ProjectionMethod
  ) throws {
    var still = review([60, 30, 10], caps: [1, 1, 1], application: 0)
    still.method = method
    #expect(holders(try still.run(), 2025) == [60, 30, 10])
    var open = review([60, 30, 10], caps: [1, 1, 1])
    open.method = method
    let runs = try open.run()
    #expect(holders(runs, 2025) == [0, 60, 40])
    #expect(runs.summary("promoted", 2025) == [90])
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `caps are filled from the highest title down`(method: ProjectionMethod) throws {
    // Places: first 15 − 10 = 5; then second 40 − (30 − 5) = 15.
    var small = review([60, 30, 10], caps: [1, 0.4, 0.15])
    small.method = method
    let found = holders(try small.run(), 2025)
    for (found, expected) in zip(found, [45.0, 40, 15]) { #expect(abs(found - expected) < 1e-9) }
  }

  @Test(arguments: 1...99)
  func `a cap of so many percent of a hundred is that many places`(percent: Int) throws {
    let small = review([100, 0, 0], caps: [1, Double(percent) / 100, 0])
    #expect(holders(try small.run(), 2025)[1] == Double(percent))
  }

  @Test func `places are rounded down`() throws {
    let small = review([100, 0, 0], caps: [1, 0.129, 0])
    #expect(holders(try small.run(), 2025) == [88, 12, 0])
  }

  @Test func `holders above the cap stay, and nobody joins them`() throws {
    let small = review([60, 30, 10], caps: [1, 0.2, 0.05])
    #expect(holders(try small.run(), 2025) == [60, 30, 10])
  }

  @Test func `caps of posts and of the year before refer to those`() throws {
    // 20 posts of 80 are vacant at the opening, none of them filled: 100 posts.
    var posts = review([80, 0, 0], caps: [1, 0.3, 0], base: .posts)
    posts.posts = .opening
    posts.set("posts.opening_vacancy_share", 0.2)
    #expect(holders(try posts.run(), 2025) == [50, 30, 0])
    // Half of the hundred leave; the caps refer to the hundred, or to those who stay.
    for (base, places) in [(TitlePlacesBase.previousHeadcount, 30.0), (.headcount, 15)] {
      var small = review([100, 0, 0], caps: [1, 0.3, 0], base: base)
      for row in 50..<100 { small.teachers[row].sex = 1 }
      small.dimensions = Dimensions([
        Dimension(.title, Self.titles.map { Member($0) }),
        Dimension(.sex, [Member("a"), Member("b")]),
      ])
      small.hasExits = true
      small.set("exits.all.probability", by: [.sex], 0, 1)
      #expect(holders(try small.run(), 2025)[1] == places)
    }
  }

  @Test func `years in the title are required to the month`() throws {
    var small = review([3, 0, 0], caps: [1, 1, 1], yearsRequired: [5, 0, 0])
    let day = Month(year: 2020, month: 9)
    for (row, months) in [-1, 0, 1].enumerated() {
      small.teachers[row].titleStart = CompactMonth(day + months)
    }
    #expect(try small.run().populations[0].title == [1, 1, 0])
  }

  @Test func `time in the title starts again with a promotion`() throws {
    let small = review(
      [10, 0, 0],
      caps: [1, 1, 1],
      yearsRequired: [0, 3, 0],
      years: 5,
    )
    let runs = try small.run()
    #expect(holders(runs, 2025) == [0, 10, 0])
    #expect(holders(runs, 2027) == [0, 10, 0])
    #expect(holders(runs, 2028) == [0, 0, 10])
  }

  @Test func `applications are binomial and their expectation exact`() throws {
    let small = review([100, 0, 0], caps: [1, 1, 1], application: 0.3)
    let law = Binomial(trials: 100, probability: 0.3)
    let promoted = try small.run(replications: 300).summary("promoted", 2025)
    #expect(standardErrors(ofMean: promoted, from: law.mean, variance: law.variance) < 5)
    #expect(standardErrors(ofVariance: promoted, from: law.variance) < 5)
    var expected = small
    expected.method = .expected
    #expect(abs(try expected.run().summary("promoted", 2025)[0] - 30) < 1e-9)
  }

  @Test func `among equals every candidate has the same chance`() throws {
    // 20 places for 100: each rises in a fifth of the replications.
    let runs = try review([100, 0, 0], caps: [1, 0.2, 0]).run(replications: 250)
    var rises = [Double](repeating: 0, count: 100)
    for population in runs.populations {
      for row in 0..<100 where population.title[row] == 1 { rises[row] += 1 }
    }
    // Σ (rises − 50)² / (250 · 0.2 · 0.8) is χ² with 99 degrees of freedom but for the constraint
    // of 20 places, which the factor 99/100 takes up: mean 99, standard deviation √198 ≈ 14.1.
    let statistic = rises.reduce(0) { $0 + ($1 - 50) * ($1 - 50) / 40 } * 99 / 100
    #expect(abs(statistic - 99) < 5 * 14.1)
  }

  @Test func `a wider cap and more applicants promote no fewer`() throws {
    func promoted(_ cap: Double, _ application: Double) throws -> Double {
      try review([100, 0, 0], caps: [1, cap, 0], application: application).run()
        .summary("promoted", 2025)[0]
    }
    let base = try promoted(0.3, 0.4)
    #expect(try promoted(0.5, 0.4) > base)
    #expect(try promoted(0.5, 0.6) >= promoted(0.5, 0.4))
  }

  @Test func `an application probability of zero changes no bit`() throws {
    let on = review([60, 30, 10], caps: [1, 0.4, 0.15], application: 0, years: 2)
    var off = on
    off.titles = nil
    #expect(try on.run().records == off.run().records)
  }
}

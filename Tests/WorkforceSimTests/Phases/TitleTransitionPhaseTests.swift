// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Titles as a Markov chain.
struct TitleTransitionPhaseTests {
  private static let titles = ["assistant", "lecturer", "professor"]

  /// A ladder of three titles with the given yearly transitions.
  private func ladder(years: Int, _ transitions: [[Double]], _ opening: [Int]) -> SmallScenario {
    var small = SmallScenario(
      years: years,
      dimensions: Dimensions([Dimension(.title, Self.titles.map { Member($0) })]),
    )
    for (title, count) in opening.enumerated() {
      small.add(count, age: 40) { teacher, _ in teacher.title = UInt8(title) }
    }
    small.titles = (.transitions, .headcount)
    small.set("titles.transitions", by: [.title, .nextTitle]) { transitions[$0[0]][$0[1]] }
    return small
  }

  private func stocks(_ runs: Runs, _ year: Int) -> [[Double]] {
    Self.titles.map { runs.values("teachers_by_title", ["title": $0], year) }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `probability 0 moves nobody and probability 1 everybody, once`(
    method: ProjectionMethod
  ) throws {
    var still = ladder(years: 1, [[0, 0, 0], [0, 0, 0], [0, 0, 0]], [5, 3, 2])
    still.method = method
    #expect(stocks(try still.run(), 2025) == [[5], [3], [2]])
    var moving = ladder(years: 1, [[0, 1, 0], [0, 0, 1], [0, 0, 0]], [5, 3, 2])
    moving.method = method
    let runs = try moving.run()
    #expect(stocks(runs, 2025) == [[0], [5], [5]])
    #expect(runs.summary("promoted", 2025) == [8])
  }

  // Of two equal probabilities that add up to 1.2, each is a half.
  @Test(arguments: ProjectionMethod.allCases)
  func `probabilities that are drawn above one are scaled to one`(method: ProjectionMethod) throws {
    var small = ladder(years: 1, [[0, 0.6, 0.6], [0, 0, 0], [0, 0, 0]], [400, 0, 0])
    small.method = method
    let stocks = stocks(try small.run(), 2025).map { $0[0] }
    #expect(stocks[0] == 0)
    let deviation = (400 * 0.5 * 0.5).squareRoot()
    #expect(abs(stocks[1] - 200) < (method == .expected ? 1e-9 : 4 * deviation))
    #expect(abs(stocks.reduce(0, +) - 400) < 1e-9)
  }

  @Test func `falls are no promotions`() throws {
    let runs = try ladder(years: 1, [[0, 0, 0], [1, 0, 0], [0, 1, 0]], [0, 4, 6]).run()
    #expect(stocks(runs, 2025) == [[4], [6], [0]])
    #expect(runs.summary("promoted", 2025) == [0])
  }

  @Test func `a higher probability keeps every promotion of the lower`() throws {
    let lower = try ladder(years: 1, [[0, 0.3, 0], [0, 0, 0], [0, 0, 0]], [200, 0, 0]).run()
    let higher = try ladder(years: 1, [[0, 0.4, 0], [0, 0, 0], [0, 0, 0]], [200, 0, 0]).run()
    let pairs = zip(lower.populations[0].title, higher.populations[0].title)
    #expect(pairs.allSatisfy { $0 <= $1 })
    #expect(pairs.contains { $0 < $1 })
  }

  /// Exits by title, then transitions with a fall among them, then binomial recruits.
  private func ladderWithExits(years: Int) -> SmallScenario {
    var small = ladder(years: years, Self.transitions, [60, 40, 20])
    small.hasExits = true
    small.set("exits.all.probability", by: [.title], Self.exits[0], Self.exits[1], Self.exits[2])
    let graduates = ChannelRule(kind: .pipeline, contract: 0, isLimitedToVacancies: false)
    small.recruitment = (.plan, [graduates])
    small.set("recruitment.all.intake", 30)
    small.set("recruitment.all.completion", 0.8)
    small.set("recruitment.all.arrival", 0.9)
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 24 ? 1 : 0 }
    return small
  }

  private static let transitions = [[0, 0.2, 0.05], [0, 0, 0.15], [0, 0.1, 0]]
  private static let exits = [0.1, 0.05, 0.2]

  /// The moments of the ladder: survivors of exits move, and Bin(30, 0.72) recruits arrive.
  private func moments(years: Int) -> LadderMoments {
    let survivors = Self.transitions.enumerated().map { title, row in
      row.enumerated().map { next, probability in
        (1 - Self.exits[title]) * (next == title ? 1 - row.reduce(0, +) : probability)
      }
    }
    var moments = LadderMoments(transitions: survivors, opening: [60, 40, 20])
    let recruits = Binomial(trials: 30, probability: 0.72)
    for _ in 0..<years {
      moments.advance(recruits: [recruits.mean, 0, 0], variances: [recruits.variance, 0, 0])
    }
    return moments
  }

  @Test func `stocks have the means, variances and covariances of the closed form`() throws {
    let years = 4
    let runs = try ladderWithExits(years: years).run(replications: 500)
    for elapsed in [1, years] {
      let expected = moments(years: elapsed)
      let found = stocks(runs, 2024 + elapsed)
      for title in 0..<3 {
        let variance = expected.covariances[title][title]
        #expect(
          standardErrors(ofMean: found[title], from: expected.means[title], variance: variance) < 5
        )
        #expect(standardErrors(ofVariance: found[title], from: variance) < 5)
        for other in 0..<title {
          let error = standardErrors(
            ofCovariance: found[title],
            found[other],
            from: expected.covariances[title][other],
            variances: (variance, expected.covariances[other][other]),
          )
          #expect(error < 5)
        }
      }
    }
  }

  @Test func `the expected projection has the closed form's means to rounding`() throws {
    var small = ladderWithExits(years: 8)
    small.method = .expected
    let runs = try small.run()
    for elapsed in 1...8 {
      let expected = moments(years: elapsed)
      for (found, mean) in zip(stocks(runs, 2024 + elapsed), expected.means) {
        #expect(abs(found[0] - mean) < 1e-9 * mean)
      }
    }
  }

  @Test func `the closed form agrees with a two-grade ladder worked by hand`() {
    // From 10 and 0: p = 0.6 stay, 0.3 rise, 0.1 leave; the upper grade keeps 0.9.
    // Year 1: multinomial: means 6, 3; variances 10·0.6·0.4 = 2.4, 10·0.3·0.7 = 2.1,
    // covariance −10·0.6·0.3 = −1.8.
    // Year 2, lower grade: Bin(10, 0.36): variance 10·0.36·0.64 = 2.304.
    // Year 2, upper grade: q = 0.6·0.3 + 0.3·0.9 = 0.45: variance 10·0.45·0.55 = 2.475,
    // covariance −10·0.36·0.45 = −1.62.
    var moments = LadderMoments(transitions: [[0.6, 0.3], [0, 0.9]], opening: [10, 0])
    moments.advance(recruits: [0, 0], variances: [0, 0])
    #expect(abs(moments.covariances[0][0] - 2.4) < 1e-12)
    #expect(abs(moments.covariances[1][1] - 2.1) < 1e-12)
    #expect(abs(moments.covariances[0][1] + 1.8) < 1e-12)
    moments.advance(recruits: [0, 0], variances: [0, 0])
    #expect(abs(moments.means[1] - 4.5) < 1e-12)
    #expect(abs(moments.covariances[0][0] - 2.304) < 1e-12)
    #expect(abs(moments.covariances[1][1] - 2.475) < 1e-12)
    #expect(abs(moments.covariances[1][0] + 1.62) < 1e-12)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Policies are compared teacher by teacher on the same draws.
struct PairedPolicyTests {
  /// Three hundred teachers who resign, with the places of the leavers filled or not.
  private func runs(multiplier: Double, isRecruiting: Bool, seed: UInt64 = 1) throws -> Runs {
    var small = SmallScenario(years: 10)
    small.seed = seed
    for age in 25..<55 { small.add(10, age: age) }
    small.hasExits = true
    small.set("exits.all.probability", by: [.age]) { $0[0] < 35 ? 0.06 : 0.03 }
    small.set("exits.multiplier", multiplier)
    if isRecruiting {
      small.posts = .opening
      small.recruitment = (
        .posts, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
      )
      small.set("recruitment.all.acceptance", 0.8)
      small.set("recruitment.all.age", by: [.age]) { (22...25).contains($0[0]) ? 0.25 : 0 }
    }
    return try small.run(replications: 60)
  }

  private func differences(_ left: [Double], _ right: [Double]) -> [Double] {
    zip(left, right).map { $0 - $1 }
  }

  @Test(arguments: [false, true])
  func `shared seeds make the effect of a policy ten times as clear`(isRecruiting: Bool) throws {
    let base = try runs(multiplier: 1, isRecruiting: isRecruiting)
    let policy = try runs(multiplier: 1.05, isRecruiting: isRecruiting)
    let unrelated = try runs(multiplier: 1.05, isRecruiting: isRecruiting, seed: 2)
    let leavers = (
      paired: variance(differences(policy.total("all"), base.total("all"))),
      unrelated: variance(differences(unrelated.total("all"), base.total("all"))),
    )
    #expect(leavers.paired * 10 < leavers.unrelated)
    for year in [2029, 2034] {
      let headcounts = [policy, unrelated].map {
        variance(differences($0.summary("headcount", year), base.summary("headcount", year)))
      }
      #expect(headcounts[0] * 10 < headcounts[1])
    }
  }

  @Test func `the variance of one year's difference is that of the added probability`() throws {
    // n = 400 and p 0.10 against 0.12: Bin(400, 0.02) on shared draws, 400 · (0.09 + 0.1056) on
    // unrelated ones.
    func left(_ probability: Double, seed: UInt64) throws -> [Double] {
      var small = SmallScenario()
      small.seed = seed
      small.add(400, age: 40)
      small.hasExits = true
      small.set("exits.all.probability", probability)
      return try small.run(replications: 300).summary("all", 2025)
    }
    let base = try left(0.1, seed: 1)
    let paired = differences(try left(0.12, seed: 1), base)
    let unrelated = differences(try left(0.12, seed: 2), base)
    #expect(paired.allSatisfy { $0 >= 0 })
    #expect(standardErrors(ofMean: paired, from: 8, variance: 7.84) < 5)
    #expect(standardErrors(ofVariance: paired, from: 7.84, excessKurtosis: 0.13) < 5)
    #expect(standardErrors(ofVariance: unrelated, from: 78.24) < 5)
  }
}

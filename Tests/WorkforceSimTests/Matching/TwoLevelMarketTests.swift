// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct TwoLevelMarketTests {
  /// Small instances, the same in every run.
  private func instances(_ count: Int, seed: UInt64) -> [MatchingInstance] {
    var generator = SplitMix64(state: seed)
    return (0..<count).map { _ in MatchingInstance(using: &generator) }
  }

  @Test func `the result is stable and the best stable one for every applicant`() {
    // One market for all instances, so that nothing may be left over from the one before.
    var market = TwoLevelMarket()
    var withChoice = 0
    for (number, instance) in instances(400, seed: 1962).enumerated() {
      let result = instance.match(with: &market)
      #expect(instance.isFeasible(result), "instance \(number)")
      #expect(instance.blockingPairs(of: result) == 0, "instance \(number)")
      let stable = instance.stableMatchings()
      withChoice += stable.count > 1 ? 1 : 0
      for other in stable {
        for (applicant, post) in other.enumerated() {
          guard let post else { continue }
          #expect(!instance.prefers(applicant, post: post, to: result[applicant]))
        }
      }
    }
    // Where only one matching is stable, any stable one would pass.
    #expect(withChoice >= 10)
  }

  @Test func `blocking pairs are counted as by trial in every matching`() {
    var market = TwoLevelMarket()
    for (number, instance) in instances(60, seed: 2007).enumerated() {
      instance.fill(&market, order: Array(instance.lists.indices))
      for matching in instance.allMatchings() {
        let assignment = matching.enumerated().map { applicant, post in
          post.flatMap(instance.lists[applicant].firstIndex).map { place in
            Int32(market.firstChoice[applicant] + place)
          } ?? -1
        }
        let count = instance.blockingPairs(of: matching)
        #expect(market.blockingPairs(of: assignment) == count, "instance \(number)")
      }
    }
  }

  @Test func `the order of the applicants does not matter`() {
    var generator = SplitMix64(state: 6)
    var market = TwoLevelMarket()
    for (number, instance) in instances(300, seed: 31).enumerated() {
      let inOrder = instance.match(with: &market)
      let order = instance.lists.indices.shuffled(using: &generator)
      #expect(instance.match(with: &market, order: order) == inOrder, "instance \(number)")
    }
  }

  /// Fills a market of 80 schools of 1 to 6 posts with 800 applicants of up to 30 choices.
  private func fillLarge(_ market: inout TwoLevelMarket, using generator: inout SplitMix64) {
    market.removeAll()
    for _ in 0..<80 {
      market.addSchool(capacity: Int.random(in: 0...12, using: &generator))
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        market.addPost(capacity: Int.random(in: 0...5, using: &generator))
      }
    }
    for _ in 0..<800 {
      market.addApplicant()
      let seed = generator.next()
      for post in market.postSchool.indices.shuffled(using: &generator).prefix(30) {
        var hash = SplitMix64(state: seed &+ UInt64(market.postSchool[post]))
        market.addChoice(post: post, rank: hash.next())
      }
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `no capacity is exceeded and no pair blocks in a large market`(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    var market = TwoLevelMarket()
    fillLarge(&market, using: &generator)
    var assignment: [Int32] = []
    market.match(into: &assignment)
    var postCount = market.postCapacity.map { _ in 0 }
    var schoolCount = market.schoolCapacity.map { _ in 0 }
    for choice in assignment where choice >= 0 {
      let post = Int(market.choicePost[Int(choice)])
      postCount[post] += 1
      schoolCount[market.postSchool[post]] += 1
    }
    #expect(zip(postCount, market.postCapacity).allSatisfy { $0 <= $1 })
    #expect(zip(schoolCount, market.schoolCapacity).allSatisfy { $0 <= $1 })
    #expect(postCount.reduce(0, +) > 200)
    #expect(market.blockingPairs(of: assignment) == 0)
    // Whoever is turned out would take the place left empty.
    for applicant in stride(from: 0, to: 800, by: 20) where assignment[applicant] >= 0 {
      var broken = assignment
      broken[applicant] = -1
      #expect(market.blockingPairs(of: broken) > 0)
    }
  }

  @Test func `an exchange of two good places for two bad ones is found out`() {
    var market = TwoLevelMarket()
    let instance = MatchingInstance(
      capacities: [1, 1],
      lists: [[0, 1], [1, 0]],
      rankings: [[0, 1], [1, 0]],
    )
    instance.fill(&market, order: [0, 1])
    #expect(market.blockingPairs(of: [0, 2]) == 0)
    #expect(market.blockingPairs(of: [1, 3]) == 2)
    #expect(market.blockingPairs(of: [-1, -1]) == 4)
  }

  @Test func `equal ranks go to the applicant added first`() {
    var market = TwoLevelMarket()
    market.addSchool(capacity: 1)
    market.addPost(capacity: 1)
    for _ in 0..<3 {
      market.addApplicant()
      market.addChoice(post: 0, rank: 0)
    }
    var assignment: [Int32] = []
    market.match(into: &assignment)
    #expect(assignment == [0, -1, -1])
    #expect(market.blockingPairs(of: [-1, 1, -1]) == 1)
  }

  @Test func `new applicants come to the same posts`() {
    var market = TwoLevelMarket()
    market.addSchool(capacity: 2)
    market.addPost(capacity: 2)
    var assignment: [Int32] = []
    for ranks: [UInt64] in [[5, 4, 3], [1], [9, 8, 9]] {
      market.removeApplicants()
      for rank in ranks {
        market.addApplicant()
        market.addChoice(post: 0, rank: rank)
      }
      market.match(into: &assignment)
      let expected: [Int32] = ranks == [5, 4, 3] ? [-1, 1, 2] : ranks == [1] ? [0] : [0, 1, -1]
      #expect(assignment == expected)
    }
  }
}

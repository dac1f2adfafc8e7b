// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct SeatExchangeTests {
  /// Small instances, the same in every run.
  private func instances(_ count: Int, seed: UInt64) -> [ExchangeInstance] {
    var generator = SplitMix64(state: seed)
    return (0..<count).map { number in
      ExchangeInstance(volunteers: 1 + number % 6, schoolCount: 2 + number % 3, using: &generator)
    }
  }

  private func peoplePerSchool(_ schools: [Int]) -> [Int: Int] {
    Dictionary(grouping: schools) { $0 }.mapValues(\.count)
  }

  // Wikipedia, "Top trading cycle", the example of six agents: the cycles are 3; 1, 2, 5; and 4, 6.
  // The market is that of Shapley and Scarf (1974); with strict lists its core under weak domination
  // is one single assignment (A. E. Roth and A. Postlewaite, Weak versus strong domination in a market
  // with indivisible goods, Journal of Mathematical Economics 4 (1977), 131-137), found here by search.
  @Test func `a house market gives its published core assignment`() {
    let lists = [[3, 2, 4], [3, 5, 6], [], [2, 5, 6], [1, 3, 2], [2, 4, 5]]
    let market = ExchangeInstance(houses: lists.map { $0.map { $0 - 1 } })
    var exchange = SeatExchange()
    let result = market.exchange(with: &exchange)
    #expect(result.map { $0 + 1 } == [2, 5, 3, 6, 1, 4])
    let core = market.rationalAssignments(of: market.schools).filter { assignment in
      !market.isBlocked(assignment, everybody: false)
    }
    #expect(core == [result])
  }

  @Test func `nobody is worse off and every school keeps its number of people`() {
    var exchange = SeatExchange()
    var moved = 0
    for (number, instance) in instances(400, seed: 1974).enumerated() {
      let result = instance.exchange(with: &exchange)
      for (volunteer, school) in result.enumerated() {
        #expect(instance.place(of: school, for: volunteer) != nil, "instance \(number)")
      }
      #expect(peoplePerSchool(result) == peoplePerSchool(instance.schools), "instance \(number)")
      moved += zip(result, instance.schools).count { $0 != $1 }
    }
    #expect(moved > 100)
  }

  @Test func `no other assignment is better for one and worse for none`() {
    var exchange = SeatExchange()
    for (number, instance) in instances(400, seed: 1999).enumerated() {
      let result = instance.exchange(with: &exchange)
      let everybody = Array(instance.schools.indices)
      for other in instance.rationalAssignments(of: everybody) where other != result {
        let loses = everybody.contains { instance.prefers($0, result[$0], to: other[$0]) }
        #expect(loses, "instance \(number): \(other) dominates \(result)")
      }
    }
  }

  @Test func `no group of volunteers would all gain with their own seats`() {
    var exchange = SeatExchange()
    for (number, instance) in instances(200, seed: 1977).enumerated() {
      let result = instance.exchange(with: &exchange)
      #expect(!instance.isBlocked(result, everybody: true), "instance \(number)")
    }
  }

  @Test func `nobody gains by another list`() {
    var exchange = SeatExchange()
    var generator = SplitMix64(state: 1982)
    for (number, instance) in instances(200, seed: 1983).enumerated() {
      let honest = instance.exchange(with: &exchange)
      for volunteer in instance.schools.indices {
        for _ in 0..<6 {
          var changed = instance
          let others = (0..<instance.schoolCount).filter { $0 != instance.schools[volunteer] }
          let length = Int.random(in: 0...others.count, using: &generator)
          changed.wishes[volunteer] = Array(others.shuffled(using: &generator).prefix(length))
          let school = changed.exchange(with: &exchange)[volunteer]
          #expect(
            !instance.prefers(volunteer, school, to: honest[volunteer]),
            "instance \(number)",
          )
        }
      }
    }
  }

  @Test func `the order of the volunteers does not matter`() {
    var exchange = SeatExchange()
    var generator = SplitMix64(state: 8)
    for (number, instance) in instances(300, seed: 9).enumerated() {
      let inOrder = instance.exchange(with: &exchange)
      let order = instance.schools.indices.shuffled(using: &generator)
      #expect(instance.exchange(with: &exchange, order: order) == inOrder, "instance \(number)")
    }
  }

  /// Two at school 0 want the one seat of school 1, whose owner wants to school 0.
  @Test(
    arguments: [([1, 2], [1, 0, 0]), ([2, 1], [0, 1, 0]), ([1, 1], [1, 0, 0])]
      as [([UInt64], [Int])]
  )
  func `the owner of the higher priority goes first`(priorities: [UInt64], result: [Int]) {
    var exchange = SeatExchange()
    exchange.removeAll(schoolCount: 2)
    for priority in priorities {
      exchange.addVolunteer(school: 0, priority: priority)
      exchange.addWish(school: 1)
    }
    exchange.addVolunteer(school: 1, priority: 0)
    exchange.addWish(school: 0)
    var schools: [Int32] = []
    exchange.exchange(into: &schools)
    #expect(schools.map(Int.init) == result)
  }

  @Test func `a large exchange leaves no cycle of schools that would improve it`() {
    var generator = SplitMix64(state: 5)
    let instance = ExchangeInstance(volunteers: 3_000, schoolCount: 60, using: &generator)
    var exchange = SeatExchange()
    let result = instance.exchange(with: &exchange)
    #expect(peoplePerSchool(result) == peoplePerSchool(instance.schools))
    // A school with somebody who would rather be at another one points to it; schools at which
    // everybody would stay are taken away until only cycles remain.
    var better = [Set<Int>](repeating: [], count: instance.schoolCount)
    for (volunteer, school) in result.enumerated() {
      better[school].formUnion(instance.wishes[volunteer].prefix { $0 != school })
    }
    var remaining = Set(0..<instance.schoolCount)
    while let settled = remaining.first(where: { better[$0].isDisjoint(with: remaining) }) {
      remaining.remove(settled)
    }
    #expect(remaining.isEmpty)
  }
}

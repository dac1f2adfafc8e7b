// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// An exchange of seats, with definitions by exhaustive search.
struct ExchangeInstance: Sendable {
  var schoolCount: Int
  /// The school of each volunteer.
  var schools: [Int]
  var priorities: [UInt64]
  /// The schools each volunteer likes better than its own, best first.
  var wishes: [[Int]]

  /// Draws a small instance with strict priorities.
  init(volunteers: Int, schoolCount: Int, using generator: inout SplitMix64) {
    self.schoolCount = schoolCount
    schools = (0..<volunteers).map { _ in Int.random(in: 0..<schoolCount, using: &generator) }
    priorities = (0..<UInt64(volunteers)).shuffled(using: &generator)
    wishes = schools.map { own in
      let others = (0..<schoolCount).filter { $0 != own }.shuffled(using: &generator)
      return Array(others.prefix(Int.random(in: 0...others.count, using: &generator)))
    }
  }

  /// One seat a school, that of the volunteer of the same number: a house market.
  init(houses wishes: [[Int]]) {
    schoolCount = wishes.count
    schools = Array(wishes.indices)
    priorities = wishes.map { _ in 0 }
    self.wishes = wishes
  }

  /// Exchanges the seats, the volunteers in an order.
  func exchange(with exchange: inout SeatExchange, order: [Int]? = nil) -> [Int] {
    let order = order ?? Array(schools.indices)
    exchange.removeAll(schoolCount: schoolCount)
    for volunteer in order {
      exchange.addVolunteer(school: schools[volunteer], priority: priorities[volunteer])
      for school in wishes[volunteer] { exchange.addWish(school: school) }
    }
    var assignment: [Int32] = []
    exchange.exchange(into: &assignment)
    var result = schools
    for (volunteer, school) in zip(order, assignment) { result[volunteer] = Int(school) }
    return result
  }

  /// The place of a school on a volunteer's list, its own last, or nil if it is worse than that.
  func place(of school: Int, for volunteer: Int) -> Int? {
    (wishes[volunteer] + [schools[volunteer]]).firstIndex(of: school)
  }

  /// Whether a volunteer likes a school better than another, which is not worse than its own.
  func prefers(_ volunteer: Int, _ school: Int, to other: Int) -> Bool {
    (wishes[volunteer] + [schools[volunteer]]).prefix { $0 != other }.contains(school)
  }

  /// All ways to share out the seats of a group among its members so that none is worse off than
  /// with its own; one way for each order of the seats.
  func rationalAssignments(of group: [Int]) -> [[Int]] {
    var partial: [(given: [Int], left: [Int])] = [([], group.map { schools[$0] })]
    for volunteer in group {
      partial = partial.flatMap { given, left in
        left.indices.filter { place(of: left[$0], for: volunteer) != nil }.map { seat in
          var rest = left
          let school = rest.remove(at: seat)
          return (given + [school], rest)
        }
      }
    }
    return partial.map(\.given)
  }

  /// Whether a group gains by leaving with its own seats: all of its members, or one while none
  /// loses.
  func isBlocked(_ result: [Int], everybody: Bool) -> Bool {
    (1..<(1 << schools.count)).contains { subset in
      let group = schools.indices.filter { subset & (1 << $0) != 0 }
      return rationalAssignments(of: group).contains { trial in
        let gains = zip(group, trial).map { prefers($0, $1, to: result[$0]) }
        let losses = zip(group, trial).map { prefers($0, result[$0], to: $1) }
        return everybody ? !gains.contains(false) : gains.contains(true) && !losses.contains(true)
      }
    }
  }
}

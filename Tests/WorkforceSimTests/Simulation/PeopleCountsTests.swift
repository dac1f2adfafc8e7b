// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// People of rows that stand for one person each are counted together; rows that stand for any
/// weight, one by one.
struct PeopleCountsTests {
  /// Which contracts come with an authorised post.
  enum Contracts: CaseIterable {
    case some, all, none

    var areEstablished: [Bool] {
      switch self {
      case .some: [true, false, true]
      case .all: [true, true, true]
      case .none: [false, false, false]
      }
    }
  }

  private static let clock = TeacherClock(Month(year: 2025, month: 9))

  private func dimensions(_ contracts: Contracts) -> Dimensions {
    func list(_ axis: Axis, _ count: Int) -> Dimension {
      Dimension(axis, (0..<count).map { Member("m\($0)") })
    }
    return Dimensions(
      [
        list(.region, 3), list(.stage, 2), list(.subject, 4), list(.sex, 2), list(.title, 5),
        list(.contract, 3),
      ],
      contractIsEstablished: contracts.areEstablished,
    )
  }

  /// Teachers of all ages and kinds; one in so many is on early retirement, and as many have left.
  private func population(
    _ count: Int,
    _ dimensions: Dimensions,
    away: Int,
    seed: UInt64 = 1,
  ) -> Population {
    var random = SplitMix64(state: seed)
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    var population = Population()
    for id in 0..<count {
      var teacher = Teacher(
        id: UInt64(id),
        cell: UInt32(below(dimensions.cellCount)),
        // Some are older than any table, some are not born yet.
        birth: CompactMonth(months: Int16(Self.clock.now - below(1700) + 20)),
        serviceStart: .past,
      )
      teacher.sex = UInt8(below(2))
      teacher.title = UInt8(below(5))
      teacher.contract = UInt8(below(3))
      population.append(teacher)
      if below(away) == 0 { population.status[id] = .earlyRetired }
      if below(away) == 0 { population.hasLeft[id] = true }
    }
    return population
  }

  private func expectEqual(_ heads: HeadCounts, _ others: HeadCounts) {
    #expect(heads.byCell == others.byCell)
    #expect(heads.byTitle == others.byTitle)
    #expect(heads.established == others.established)
    #expect(heads.earlyRetired == others.earlyRetired)
  }

  @Test(arguments: Contracts.allCases, [1, 7, 1023, 1024, 1025, 3000])
  func `counts together are those one by one`(contracts: Contracts, count: Int) throws {
    let dimensions = dimensions(contracts)
    for away in [3, 200, 1_000_000] {
      let population = population(count, dimensions, away: away)
      let people = try #require(PeopleCounts(population, dimensions, ages: Self.clock))
      expectEqual(HeadCounts(people), HeadCounts(rowsOf: population, dimensions))
      expectEqual(HeadCounts(population, dimensions), HeadCounts(people))
      let ages = AgeCounts(population, dimensions, clock: Self.clock)
      #expect(AgeCounts(people).byAge == ages.byAge)
    }
  }

  @Test(arguments: Contracts.allCases)
  func `further rows add up to all`(contracts: Contracts) throws {
    let dimensions = dimensions(contracts)
    let all = population(2500, dimensions, away: 20)
    var people = try #require(
      PeopleCounts(Population.first(700, of: all), dimensions, ages: Self.clock)
    )
    people.add(700..<2500, of: all)
    let once = try #require(PeopleCounts(all, dimensions, ages: Self.clock))
    expectEqual(HeadCounts(people), HeadCounts(once))
    #expect(AgeCounts(people).byAge == AgeCounts(once).byAge)
  }

  @Test func `nobody is overlooked who is alone away`() {
    let dimensions = dimensions(.some)
    for row in [0, 5, 1023, 1024, 1029, 1030] {
      for hasLeft in [true, false] {
        var population = population(1031, dimensions, away: 1_000_000)
        if hasLeft {
          population.hasLeft[row] = true
        } else {
          population.status[row] = .earlyRetired
        }
        let heads = HeadCounts(population, dimensions)
        #expect(heads.byCell.reduce(0, +) == 1030)
        #expect(heads.earlyRetired.reduce(0, +) == (hasLeft ? 0 : 1))
      }
    }
  }

  @Test func `rows of any weight are counted one by one`() {
    let dimensions = dimensions(.some)
    var population = population(10, dimensions, away: 1_000_000)
    population.weight[3] = 0.5
    #expect(PeopleCounts(population, dimensions) == nil)
    #expect(HeadCounts(population, dimensions).byCell.reduce(0, +) == 9.5)
  }

  @Test func `people of more kinds than can be numbered are counted one by one`() {
    func list(_ axis: Axis, _ count: Int) -> Dimension {
      Dimension(axis, (0..<count).map { Member("m\($0)") })
    }
    let dimensions = Dimensions(
      [list(.title, 250), list(.sex, 15), list(.contract, 2)],
      contractIsEstablished: [true, false],
    )
    var teacher = Teacher(id: 0, cell: 0, birth: .past, serviceStart: .past)
    teacher.title = 249
    var population = Population()
    population.append(teacher)
    #expect(PeopleCounts(population, dimensions, ages: Self.clock) == nil)
    // Without ages there are few enough.
    #expect(PeopleCounts(population, dimensions) != nil)
    expectEqual(
      HeadCounts(population, dimensions),
      HeadCounts(rowsOf: population, dimensions),
    )
  }
}

extension Population {
  /// The first rows of a population, with the status that they have there.
  fileprivate static func first(_ count: Int, of all: Population) -> Population {
    var population = Population()
    for row in 0..<count {
      population.append(all[row])
      population.status[row] = all.status[row]
      population.hasLeft[row] = all.hasLeft[row]
    }
    return population
  }
}

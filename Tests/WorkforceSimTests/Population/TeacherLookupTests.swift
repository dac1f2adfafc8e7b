// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

/// A teacher's value is the one that stands at the teacher's attributes, however many are looked up.
@Suite struct TeacherLookupTests {
  private static let dimensions = Dimensions.ofTwoCounties
  private static let month = Month(year: 2025, month: 9)
  private static let clock = TeacherClock(month)
  /// Each attribute alone, and as many together as a table of moderate size has room for.
  private static let axes: [[Axis]] =
    Axis.ofTeacher.map { [$0] }
    + [
      Axis.ofTeacher.filter { ![.experience, .tenure].contains($0) }, [.sex, .experience, .tenure],
    ]

  @Test(arguments: axes)
  func `the place is that of the attributes`(axes: [Axis]) {
    let population = Self.population(1500)
    let values = Self.values(axes)
    let lookup = TeacherLookup(values, dimensions: Self.dimensions)
    let places = (0..<population.count).map {
      lookup.index(of: $0, in: population, at: Self.clock)
    }
    let expected = (0..<population.count).map { Self.value(of: $0, in: population, values) }
    #expect(places.map { values.values[$0] } == expected)
    #expect(Set(expected).count > 1)

    var ofBlocks: [Int] = []
    var ofBlock = [Int32](repeating: -1, count: RowBlocks.size)
    for rows in RowBlocks(0..<population.count) {
      lookup.findPlaces(of: rows, in: population, at: Self.clock, into: &ofBlock)
      ofBlocks += ofBlock.prefix(rows.count).map(Int.init)
    }
    #expect(ofBlocks == places)
  }

  @Test(arguments: axes)
  func `the places of draws are those of their rows`(axes: [Axis]) {
    let population = Self.population(1500)
    let lookup = TeacherLookup(Self.values(axes), dimensions: Self.dimensions)
    let key = RandomKey(seed: 3, replication: 1)
    let stream = DecisionStream(key: key, decision: .exit, year: 2025)
    var draws = LowDraws()
    var places = [Int32](repeating: -1, count: RowBlocks.size)
    for rows in RowBlocks(0..<population.count) {
      let ids = population.id.span.extracting(rows)
      stream.find(ProbabilityThreshold(0.3), among: ids, into: &draws)
      lookup.findPlaces(of: draws, among: rows, in: population, at: Self.clock, into: &places)
      #expect(draws.count > 50)
      for draw in 0..<draws.count {
        let row = rows.lowerBound + Int(draws.positions[draw])
        #expect(Int(places[draw]) == lookup.index(of: row, in: population, at: Self.clock))
      }
    }
  }

  /// A value of its own for each member of the axes.
  private static func values(_ axes: [Axis]) -> ParameterValues {
    // In the order of their columns, as parameters have them.
    let axes = axes.sorted { $0.ordinal < $1.ordinal }
    let shape = axes.map { dimensions.count($0) }
    return ParameterValues(
      axes: axes,
      shape: shape,
      values: (0..<shape.reduce(1, *)).map { Double($0) },
    )
  }

  /// The value at a teacher's attributes, put together by hand.
  private static func value(
    of row: Int,
    in population: Population,
    _ values: ParameterValues,
  ) -> Double {
    let cell = Int(population.cell[row])
    let field = dimensions.field(ofCell: cell)
    func years(_ start: CompactMonth, _ axis: Axis) -> Int {
      let months = month - start.month
      return min(max(0, months) / 12, dimensions.count(axis) - 1)
    }
    return values.value(at: [
      (.region, dimensions.region(ofCell: cell)),
      (.stage, field.stage),
      (.subject, field.subject),
      (.sex, Int(population.sex[row])),
      (.title, Int(population.title[row])),
      (.degree, Int(population.degree[row])),
      (.contract, Int(population.contract[row])),
      (.age, years(population.birth[row], .age)),
      (.experience, years(population.serviceStart[row], .experience)),
      (.tenure, years(population.schoolStart[row], .tenure)),
      (.obligation, population.obligationEnd[row].month > month ? 1 : 0),
    ])
  }

  /// Teachers of all kinds; some were born, or began, long ago or have yet to.
  private static func population(_ count: Int) -> Population {
    var population = Population()
    for row in 0..<count {
      var teacher = Teacher(
        id: UInt64(row) * 3,
        cell: UInt32(row % dimensions.cellCount),
        birth: CompactMonth(month + -(row * 7 % 1400 - 20)),
        serviceStart: CompactMonth(month + -(row * 11 % 900 - 20)),
      )
      teacher.schoolStart = CompactMonth(month + -(row * 13 % 900 - 20))
      teacher.obligationEnd = CompactMonth(month + (row % 5 - 2))
      teacher.sex = UInt8(row / 2 % dimensions.count(.sex))
      teacher.title = UInt8(row / 3 % dimensions.count(.title))
      teacher.degree = UInt8(row / 5 % dimensions.count(.degree))
      teacher.contract = UInt8(row / 7 % dimensions.count(.contract))
      population.append(teacher)
    }
    return population
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The people in post by cell, and by group, age band and sex.
struct AgeCounts {
  /// People by cell.
  private(set) var byCell: [Double]
  /// People by group, age band and sex.
  private(set) var byAge: [Double]

  /// Counts the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The day of the ages.
  init(_ population: borrowing Population, _ dimensions: Dimensions, clock: TeacherClock) {
    let kinds = AgeKinds(dimensions, clock)
    self.byCell = [Double](repeating: 0, count: dimensions.cellCount)
    self.byAge = [Double](repeating: 0, count: dimensions.groupCount * kinds.count)
    if population.weight.shared == 1 {
      addPeople(population, kinds, dimensions)
    } else {
      add(population, kinds, dimensions)
    }
  }

  private mutating func add(
    _ population: borrowing Population,
    _ kinds: AgeKinds,
    _ dimensions: Dimensions,
  ) {
    for row in 0..<population.count where population.isInWorkforce(row) {
      let cell = Int(population.cell[row])
      let kind = Int(kinds.kind(birth: population.birth[row], sex: population.sex[row]))
      byCell[cell] += population.weight[row]
      byAge[dimensions.groupOfCell[cell] * kinds.count + kind] += population.weight[row]
    }
  }

  /// The same where each row stands for one person: people of a kind are counted as whole numbers,
  /// which add up to the same in whatever order.
  private mutating func addPeople(
    _ population: borrowing Population,
    _ kinds: AgeKinds,
    _ dimensions: Dimensions,
  ) {
    var people = [Int32](repeating: 0, count: dimensions.cellCount * kinds.count)
    var kindOfRow = [UInt16](repeating: 0, count: RowBlocks.size)
    for rows in RowBlocks(0..<population.count) {
      kinds.find(of: rows, in: population, into: &kindOfRow)
      Self.count(rows, kindOfRow, of: population, width: kinds.count, into: &people)
    }
    for cell in byCell.indices {
      let places = cell * kinds.count..<(cell + 1) * kinds.count
      let group = dimensions.groupOfCell[cell]
      byCell[cell] = Self.add(people.span.extracting(places), to: &byAge, ofGroup: group)
    }
  }

  /// Adds the people of a cell to those of its group, and returns how many they are.
  private static func add(
    _ people: Span<Int32>,
    to byAge: inout [Double],
    ofGroup group: Int,
  ) -> Double {
    let kinds = 0..<people.count
    let people = people.extracting(kinds)
    var byAge = byAge.mutableSpan
    let first = group &* kinds.count
    var all: Int32 = 0
    for kind in kinds {
      all &+= people[kind]
      byAge[first &+ kind] += Double(people[kind])
    }
    return Double(all)
  }

  private static func count(
    _ rows: Range<Int>,
    _ kinds: [UInt16],
    of population: borrowing Population,
    width: Int,
    into people: inout [Int32],
  ) {
    let block = 0..<rows.count
    let cells = population.cell.span.extracting(rows).extracting(block)
    let kinds = kinds.span.extracting(block)
    var people = people.mutableSpan
    for index in block { people[Int(cells[index]) &* width &+ Int(kinds[index])] &+= 1 }
    // Asked once a block, as most blocks have nobody who is away.
    guard population.hasAnybodyAway(rows) else { return }
    for index in block where !population.isInWorkforce(rows.lowerBound &+ index) {
      people[Int(cells[index]) &* width &+ Int(kinds[index])] &-= 1
    }
  }
}

/// The age bands and sexes on a day, numbered together.
private struct AgeKinds {
  let count: Int
  private let now: Int16
  private let earliestBirth: Int16
  private let sexes: UInt16
  private let lastBand: UInt16

  init(_ dimensions: Dimensions, _ clock: TeacherClock) {
    self.sexes = UInt16(dimensions.count(.sex))
    self.lastBand = UInt16(RecordLayout.ageBands.count - 1)
    self.count = RecordLayout.ageBands.count * dimensions.count(.sex)
    self.now = Int16(clamping: clock.now)
    // Nobody's age is told apart beyond 120 years, so that no difference leaves 16 bits.
    self.earliestBirth = now &- 120 * 12
  }

  /// The number of the age band and sex of a teacher: under 25, then each five years.
  @inline(__always)
  func kind(birth: CompactMonth, sex: UInt8) -> UInt16 {
    let months = UInt16(bitPattern: max(0, now &- max(birth.months, earliestBirth)))
    let band = min(max(months / 60, 4) &- 4, lastBand)
    return band &* sexes &+ UInt16(sex)
  }

  /// Finds the numbers of neighbouring rows, several at a time.
  func find(of rows: Range<Int>, in population: borrowing Population, into kinds: inout [UInt16]) {
    let block = 0..<rows.count
    let births = population.birth.span.extracting(rows).extracting(block)
    let sexes = population.sex.span.extracting(rows).extracting(block)
    var kinds = kinds.mutableSpan
    precondition(block.count <= kinds.count, "There are \(block.count) rows.")
    for index in block { kinds[index] = kind(birth: births[index], sex: sexes[index]) }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The date at which teachers are looked at: it turns months into ages and years of service.
package struct TeacherClock: Sendable {
  /// The months since January 1900 of the date.
  package let now: Int

  /// Creates a clock.
  ///
  /// - Parameter month: The date.
  package init(_ month: Month) {
    self.now = month.index - CompactMonth.origin
  }

  /// The whole years since a month; 0 if it lies ahead.
  ///
  /// - Parameters:
  ///   - month: The month that the years are counted from.
  ///   - limit: The largest number of years returned.
  /// - Returns: The completed years, from 0 to `limit`.
  @inline(__always)
  package func years(since month: CompactMonth, limit: Int) -> Int {
    // Whole numbers from 0 up are divided with fewer instructions.
    let months = UInt(max(0, now &- Int(month.months)))
    return min(Int(months / 12), limit)
  }
}

/// Finds each teacher's place in values that depend on attributes of teachers.
///
/// The place is a sum of one offset for each attribute that the values depend on. The columns of
/// the others are not read, and no name is looked up.
package struct TeacherLookup: Sendable {
  private let ofCell: [Int32]
  private let ofSex: [Int32]
  private let ofAge: [Int32]
  private let ofExperience: [Int32]
  private let ofTenure: [Int32]
  private let ofTitle: [Int32]
  private let ofDegree: [Int32]
  private let ofContract: [Int32]
  private let ofObligation: Int32
  private let usesCell: Bool
  private let usesSex: Bool
  private let usesCareer: Bool
  private let usesAge: Bool
  private let usesOtherMonths: Bool

  /// Prepares the offsets.
  ///
  /// - Parameters:
  ///   - values: The values to look up; their axes are all attributes of teachers.
  ///   - dimensions: The scenario's dimensions.
  ///   - bands: The bands of ages and years of service for which the values hold; `nil` if each
  ///     number has its own value.
  package init(_ values: ParameterValues, dimensions: Dimensions, bands: NumericBands? = nil) {
    func offsets(_ axis: Axis) -> [Int32] {
      let stride = values.stride(of: axis)
      let count = dimensions.count(axis)
      return (bands?.bands(of: axis, count: count) ?? Array(0..<count)).map { Int32($0 * stride) }
    }
    self.usesCell = [Axis.region, .stage, .subject].contains { values.stride(of: $0) != 0 }
    self.ofCell = usesCell ? values.positions(ofCells: dimensions).map { Int32($0) } : []
    self.ofSex = offsets(.sex)
    self.ofAge = offsets(.age)
    self.ofExperience = offsets(.experience)
    self.ofTenure = offsets(.tenure)
    self.ofTitle = offsets(.title)
    self.ofDegree = offsets(.degree)
    self.ofContract = offsets(.contract)
    self.ofObligation = Int32(values.stride(of: .obligation))
    self.usesSex = values.stride(of: .sex) != 0
    self.usesCareer = [Axis.title, .degree, .contract].contains { values.stride(of: $0) != 0 }
    self.usesAge = values.stride(of: .age) != 0
    self.usesOtherMonths = [Axis.experience, .tenure, .obligation].contains {
      values.stride(of: $0) != 0
    }
  }

  /// The place of a teacher's value.
  ///
  /// - Parameters:
  ///   - row: The teacher's row.
  ///   - population: The teachers.
  ///   - clock: The date.
  /// - Returns: The position in the values.
  @inline(__always)
  package func index(of row: Int, in population: borrowing Population, at clock: TeacherClock)
    -> Int
  {
    var index: Int32 = 0
    if usesCell { index &+= ofCell[Int(population.cell[row])] }
    if usesSex { index &+= ofSex[Int(population.sex[row])] }
    if usesCareer {
      index &+=
        ofTitle[Int(population.title[row])] &+ ofDegree[Int(population.degree[row])]
        &+ ofContract[Int(population.contract[row])]
    }
    if usesAge {
      index &+= ofAge[clock.years(since: population.birth[row], limit: ofAge.count - 1)]
    }
    if usesOtherMonths {
      let experience = clock.years(
        since: population.serviceStart[row],
        limit: ofExperience.count - 1,
      )
      let tenure = clock.years(since: population.schoolStart[row], limit: ofTenure.count - 1)
      let isBound = Int(population.obligationEnd[row].months) > clock.now
      index &+= ofExperience[experience] &+ ofTenure[tenure]
      if isBound { index &+= ofObligation }
    }
    return Int(index)
  }

  /// Finds the places of neighbouring rows, column by column.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers.
  ///   - clock: The date.
  ///   - places: Receives the positions in the values, from its start.
  package func findPlaces(
    of rows: Range<Int>,
    in population: borrowing Population,
    at clock: TeacherClock,
    into places: inout [Int32],
  ) {
    findPlaces(count: rows.count, in: population, at: clock, into: &places) {
      rows.lowerBound &+ $0
    }
  }

  /// Finds the places of teachers of a block, column by column.
  ///
  /// - Parameters:
  ///   - draws: The teachers.
  ///   - first: The first row of the block.
  ///   - population: The teachers.
  ///   - clock: The date.
  ///   - places: Receives the positions in the values, from its start.
  package func findPlaces(
    of draws: borrowing LowDraws,
    from first: Int,
    in population: borrowing Population,
    at clock: TeacherClock,
    into places: inout [Int32],
  ) {
    let positions = draws.positions.span.extracting(0..<draws.count)
    findPlaces(count: positions.count, in: population, at: clock, into: &places) {
      first &+ Int(positions[$0])
    }
  }

  @inline(__always)
  private func findPlaces(
    count: Int,
    in population: borrowing Population,
    at clock: TeacherClock,
    into places: inout [Int32],
    row: (Int) -> Int,
  ) {
    precondition(count <= places.count, "There are \(count) teachers.")
    var places = places.mutableSpan
    for index in 0..<count { places[index] = 0 }
    if usesCell {
      let (offsets, cells) = (ofCell.span, population.cell.span)
      for index in 0..<count { places[index] &+= offsets[Int(cells[row(index)])] }
    }
    if usesSex { Self.add(ofSex, by: population.sex, count, row, to: &places) }
    if usesCareer {
      Self.add(ofTitle, by: population.title, count, row, to: &places)
      Self.add(ofDegree, by: population.degree, count, row, to: &places)
      Self.add(ofContract, by: population.contract, count, row, to: &places)
    }
    if usesAge { Self.add(ofAge, since: population.birth, clock, count, row, to: &places) }
    if usesOtherMonths {
      Self.add(ofExperience, since: population.serviceStart, clock, count, row, to: &places)
      Self.add(ofTenure, since: population.schoolStart, clock, count, row, to: &places)
      for index in 0..<count {
        let isBound = Int(population.obligationEnd[row(index)].months) > clock.now
        places[index] &+= isBound ? ofObligation : 0
      }
    }
  }

  /// Adds the offsets of codes, unless all are zero.
  @inline(__always)
  private static func add<Codes: RandomAccessCollection<UInt8>>(
    _ offsets: [Int32],
    by codes: Codes,
    _ count: Int,
    _ row: (Int) -> Int,
    to places: inout MutableSpan<Int32>,
  ) where Codes.Index == Int {
    guard offsets.contains(where: { $0 != 0 }) else { return }
    let offsets = offsets.span
    for index in 0..<count { places[index] &+= offsets[Int(codes[row(index)])] }
  }

  /// Adds the offsets of the years since months, unless all are zero.
  @inline(__always)
  private static func add(
    _ offsets: [Int32],
    since months: [CompactMonth],
    _ clock: TeacherClock,
    _ count: Int,
    _ row: (Int) -> Int,
    to places: inout MutableSpan<Int32>,
  ) {
    guard offsets.contains(where: { $0 != 0 }) else { return }
    let (offsets, months) = (offsets.span, months.span)
    for index in 0..<count {
      places[index] &+= offsets[clock.years(since: months[row(index)], limit: offsets.count - 1)]
    }
  }
}

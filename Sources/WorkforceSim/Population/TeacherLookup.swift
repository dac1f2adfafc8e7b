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
  /// By cell; empty if it makes no difference.
  private let ofCell: [Int32]
  private let ofSex: CodeOffsets
  private let ofTitle: CodeOffsets
  private let ofDegree: CodeOffsets
  private let ofContract: CodeOffsets
  private let ofAge: LengthOffsets
  private let ofExperience: LengthOffsets
  private let ofTenure: LengthOffsets
  private let ofObligation: Int32

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
      guard stride != 0 else { return [] }
      return (bands?.bands(of: axis, count: count) ?? Array(0..<count)).map { Int32($0 * stride) }
    }
    let usesCell = [Axis.region, .stage, .subject].contains { values.stride(of: $0) != 0 }
    self.ofCell = usesCell ? values.positions(ofCells: dimensions).map { Int32($0) } : []
    self.ofSex = CodeOffsets(offsets(.sex))
    self.ofTitle = CodeOffsets(offsets(.title))
    self.ofDegree = CodeOffsets(offsets(.degree))
    self.ofContract = CodeOffsets(offsets(.contract))
    self.ofAge = LengthOffsets(offsets(.age))
    self.ofExperience = LengthOffsets(offsets(.experience))
    self.ofTenure = LengthOffsets(offsets(.tenure))
    self.ofObligation = Int32(values.stride(of: .obligation))
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
    if !ofCell.isEmpty { index &+= ofCell[Int(population.cell[row])] }
    if ofSex.matter { index &+= ofSex[population.sex[row]] }
    if ofTitle.matter { index &+= ofTitle[population.title[row]] }
    if ofDegree.matter { index &+= ofDegree[population.degree[row]] }
    if ofContract.matter { index &+= ofContract[population.contract[row]] }
    if ofAge.matter { index &+= ofAge[population.birth[row], clock] }
    if ofExperience.matter { index &+= ofExperience[population.serviceStart[row], clock] }
    if ofTenure.matter { index &+= ofTenure[population.schoolStart[row], clock] }
    if ofObligation != 0, Int(population.obligationEnd[row].months) > clock.now {
      index &+= ofObligation
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
    findPlaces(count: rows.count, of: rows, in: population, at: clock, into: &places) { $0 }
  }

  /// Finds the places of teachers of a block, column by column.
  ///
  /// - Parameters:
  ///   - draws: The teachers.
  ///   - rows: The rows of the block.
  ///   - population: The teachers.
  ///   - clock: The date.
  ///   - places: Receives the positions in the values, from its start.
  package func findPlaces(
    of draws: borrowing LowDraws,
    among rows: Range<Int>,
    in population: borrowing Population,
    at clock: TeacherClock,
    into places: inout [Int32],
  ) {
    let positions = draws.positions.span.extracting(0..<draws.count)
    findPlaces(count: positions.count, of: rows, in: population, at: clock, into: &places) {
      Int(positions[$0])
    }
  }

  /// Finds the places of some rows of a block.
  ///
  /// - Parameters:
  ///   - count: How many rows.
  ///   - rows: The rows of the block.
  ///   - population: The teachers.
  ///   - clock: The date.
  ///   - places: Receives the positions in the values, from its start.
  ///   - position: Where in the block each of the rows stands.
  @inline(__always)
  private func findPlaces(
    count: Int,
    of rows: Range<Int>,
    in population: borrowing Population,
    at clock: TeacherClock,
    into places: inout [Int32],
    position: (Int) -> Int,
  ) {
    precondition(count <= places.count, "There are \(count) teachers.")
    var places = places.mutableSpan
    for index in 0..<count { places[index] = 0 }
    if !ofCell.isEmpty {
      let (offsets, cells) = (ofCell.span, population.cell.span.extracting(rows))
      for index in 0..<count { places[index] &+= offsets[Int(cells[position(index)])] }
    }
    let (sexes, titles) = (population.sex.span, population.title.span)
    let contracts = population.contract.span
    ofSex.add(sexes.extracting(rows), count, at: position, to: &places)
    ofTitle.add(titles.extracting(rows), count, at: position, to: &places)
    ofContract.add(contracts.extracting(rows), count, at: position, to: &places)
    if ofDegree.matter {
      for index in 0..<count {
        places[index] &+= ofDegree[population.degree[rows.lowerBound &+ position(index)]]
      }
    }
    let (births, starts) = (population.birth.span, population.serviceStart.span)
    let schoolStarts = population.schoolStart.span
    ofAge.add(births.extracting(rows), clock, count, at: position, to: &places)
    ofExperience.add(starts.extracting(rows), clock, count, at: position, to: &places)
    ofTenure.add(schoolStarts.extracting(rows), clock, count, at: position, to: &places)
    guard ofObligation != 0 else { return }
    for index in 0..<count {
      let end = population.obligationEnd[rows.lowerBound &+ position(index)]
      places[index] &+= Int(end.months) > clock.now ? ofObligation : 0
    }
  }
}

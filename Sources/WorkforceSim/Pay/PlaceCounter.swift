// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where the teachers of a run of rows are counted, who are no hires and work full time.
///
/// It stands in for `PayBatch` where what does not change within a window decides how teachers are
/// paid, so that only those are looked at for whom something happens.
struct PlaceCounter {
  /// Those who leave and to whom nothing else happens.
  private(set) var leavers: [PaidLeaver] = []
  /// The others for whom something happens, in the order of their rows.
  private(set) var others: [OtherTeacher] = []
  /// The places of teachers in both tallies, and room for more.
  private var places = [Int](repeating: 0, count: RowBlocks.size)
  /// Whether times change within the window, which they do for nobody.
  private var changes = [PaidChange](repeating: [], count: RowBlocks.size)

  /// Reads teachers, whose steps do not rise.
  ///
  /// - Parameters:
  ///   - rows: Their rows, a block at most.
  ///   - population: The teachers; grades have not risen yet.
  ///   - events: What happens to them, in the order of their rows.
  ///   - ends: Until when those are paid to whom it happens.
  ///   - careers: The steps and the grades of all teachers.
  ///   - parts: What attributes make of places.
  ///   - year: The window.
  mutating func read(
    _ rows: Range<Int>,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    _ ends: PayEnds,
    _ careers: borrowing PaidCareers,
    _ parts: PayPlaces,
    in year: PayYear,
  ) {
    Self.find(&places, &changes, rows, of: population, careers.grades, parts, in: year)
    leavers.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    var next = events.startIndex
    while next < events.endIndex {
      let first = next
      let row = events[first].row
      while next < events.endIndex, events[next].row == row { next += 1 }
      let place = places[row - rows.lowerBound]
      if next == first + 1, let end = ends[first] {
        let group = year.keys.groupOfCell[Int(population.cell[row])]
        leavers.append(parts.leaver(at: place, group: group, until: end))
      } else {
        places[row - rows.lowerBound] = parts.nowhere
        others.append(OtherTeacher(row: row, step: careers.steps[row], isCounted: false))
      }
    }
  }

  /// The places of the teachers read last.
  ///
  /// - Parameter rows: Their rows.
  /// - Returns: The places; leavers are where they would be who stayed, the others are nowhere.
  func places(of rows: Range<Int>) -> ArraySlice<Int> { places[..<rows.count] }

  /// Adds up the places of teachers.
  private static func find(
    _ places: inout [Int],
    _ changes: inout [PaidChange],
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ laterGrades: [UInt8],
    _ parts: PayPlaces,
    in year: PayYear,
  ) {
    let firstGrades = year.window.promotionMonth == 0 ? laterGrades : population.postGrade
    let (first, later) = (firstGrades.span.extracting(rows), laterGrades.span.extracting(rows))
    let (ofGrade, ofLaterGrade) = (parts.ofGrade, parts.ofLaterGrade)
    let (ofFirst, ofLater) = (ofGrade.span, ofLaterGrade.span)
    var sums = places.mutableSpan
    var changes = changes.mutableSpan
    parts.parts.begin(&sums, of: rows, in: population)
    year.timesOfPlaces?.add(rows, of: population, to: &sums, &changes)
    for index in 0..<rows.count {
      sums[index] &+= ofFirst[Int(first[index])] &+ ofLater[Int(later[index])]
    }
  }
}

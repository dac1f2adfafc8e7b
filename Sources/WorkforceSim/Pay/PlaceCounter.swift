// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where the teachers of a run of rows are counted, who are no hires and work full time.
///
/// It stands in for `PayBatch` where what does not change within a window decides how teachers are
/// paid, so that only those are looked at for whom something happens.
struct PlaceCounter {
  /// The teachers for whom something happens, in the order of their rows.
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
  ///   - careers: The steps and the grades of all teachers.
  ///   - parts: What attributes make of places.
  ///   - year: The window.
  mutating func read(
    _ rows: Range<Int>,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    _ careers: borrowing PaidCareers,
    _ parts: PayPlaces,
    in year: PayYear,
  ) {
    Self.find(&places, &changes, rows, of: population, careers.grades, parts, in: year)
    others.removeAll(keepingCapacity: true)
    for event in events {
      places[event.row - rows.lowerBound] = parts.nowhere
      if let last = others.last, last.row == event.row {
        others[others.count - 1].isRegular = false
      } else {
        others.append(other(event, in: population, careers, year))
      }
    }
  }

  /// The places of the teachers read last.
  ///
  /// - Parameter rows: Their rows.
  /// - Returns: The places; those for whom something happens are nowhere.
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

  /// A teacher for whom something happens.
  private func other(
    _ event: TeacherEvent,
    in population: borrowing Population,
    _ careers: borrowing PaidCareers,
    _ year: PayYear,
  ) -> OtherTeacher {
    let (row, keys) = (event.row, year.keys)
    let later = careers.grades[row]
    let first = year.window.promotionMonth == 0 ? later : population.postGrade[row]
    let situation = PayYear.situation(of: row, in: population)
    let start = year.window.start + year.reckoningMonths[0]
    let key =
      keys.parts.fixedPart(of: row, in: population)
      &+ keys.parts.careerPart(contract: population.contract[row], situation: situation)
      &+ keys.parts.timePart(of: row, in: population, at: TeacherClock(start))
    return OtherTeacher(
      row: row,
      before: key &+ keys.gradePart(first),
      after: key &+ keys.gradePart(later),
      group: keys.groupOfCell[Int(population.cell[row])],
      step: careers.steps[row],
      isHire: false,
      isRegular: event.kind.isLeaving,
      isMoved: true,
    )
  }
}

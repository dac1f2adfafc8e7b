// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts teachers at their places, who work full time and are paid like all others if they are hires.
///
/// It stands in for `PayBatch` where what does not change within a window decides how teachers are
/// paid, so that only those are looked at for whom something happens.
struct PlaceCounter {
  /// Those who leave and to whom nothing else happens.
  private(set) var leavers: [PaidLeaver] = []
  /// The others for whom something happens, who are not counted, in the order of their rows.
  private(set) var others: [OtherTeacher] = []
  /// The teachers at each place of ``PayPlaces``.
  private var counts: [Int32] = []
  /// The places of the teachers of a block, and room for more.
  private var places = [Int](repeating: 0, count: RowBlocks.size)

  /// Forgets all teachers.
  ///
  /// - Parameter parts: The places.
  mutating func begin(_ parts: PayPlaces) {
    counts.replaceAll(with: 0, count: parts.count)
    leavers.removeAll(keepingCapacity: true)
  }

  /// Counts teachers, whose steps do not rise.
  ///
  /// - Parameters:
  ///   - rows: Their rows, a block at most.
  ///   - population: The teachers; grades have not risen yet.
  ///   - events: What happens to them, in the order of their rows.
  ///   - ends: Until when those are paid to whom it happens.
  ///   - careers: The steps and the grades of all teachers.
  ///   - parts: What attributes make of places.
  ///   - year: The window.
  mutating func count(
    _ rows: Range<Int>,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    _ ends: PayEnds,
    _ careers: borrowing PaidCareers,
    _ parts: PayPlaces,
    in year: PayYear,
  ) {
    Self.begin(&places, rows, of: population, parts, in: year)
    let isFirst = year.window.promotionMonth == 0
    let grades = (first: isFirst ? careers.grades : population.postGrade, later: careers.grades)
    Self.count(&places, &counts, rows, grades, parts)
    others.removeAll(keepingCapacity: true)
    guard !events.isEmpty else { return }
    apply(events, ends, to: rows, of: population, careers, parts, year.keys.groupOfCell)
  }

  /// Notes who leaves, and takes those out of the count for whom anything else happens.
  private mutating func apply(
    _ events: ArraySlice<TeacherEvent>,
    _ ends: PayEnds,
    to rows: Range<Int>,
    of population: borrowing Population,
    _ careers: borrowing PaidCareers,
    _ parts: PayPlaces,
    _ groupOfCell: [Int32],
  ) {
    let cells = population.cell.span.extracting(rows)
    var next = events.startIndex
    while next < events.endIndex {
      let first = next
      let row = events[first].row
      while next < events.endIndex, events[next].row == row { next += 1 }
      let index = row - rows.lowerBound
      let place = places[index]
      if next == first + 1, let end = ends[first] {
        let group = groupOfCell[Int(cells[index])]
        leavers.append(parts.leaver(at: place, group: group, until: end))
      } else {
        counts[PayPlaces.first(of: place)] -= 1
        counts[PayPlaces.second(of: place)] -= 1
        others.append(OtherTeacher(row: row, step: careers.steps[row], isCounted: false))
      }
    }
  }

  /// Adds up what makes the places of teachers, grades excepted.
  private static func begin(
    _ places: inout [Int],
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ parts: PayPlaces,
    in year: PayYear,
  ) {
    var sums = places.mutableSpan
    parts.parts.begin(&sums, of: rows, in: population)
    year.timesOfPlaces?.add(rows, of: population, to: &sums)
  }

  /// Adds what grades make of places, and counts the teachers there.
  private static func count(
    _ places: inout [Int],
    _ counts: inout [Int32],
    _ rows: Range<Int>,
    _ grades: (first: [UInt8], later: [UInt8]),
    _ parts: PayPlaces,
  ) {
    let (first, later) = (grades.first.span.extracting(rows), grades.later.span.extracting(rows))
    let (ofGrade, ofLaterGrade) = (parts.ofGrade, parts.ofLaterGrade)
    let (ofFirst, ofLater) = (ofGrade.span, ofLaterGrade.span)
    var places = places.mutableSpan
    var counts = counts.mutableSpan
    // Asked once, so that no row has to be.
    precondition(ofFirst.count == 256 && ofLater.count == 256 && rows.count <= places.count)
    for index in 0..<rows.count {
      let place = places[index] &+ ofFirst[Int(first[index])] &+ ofLater[Int(later[index])]
      places[index] = place
      counts[PayPlaces.first(of: place)] &+= 1
      counts[PayPlaces.second(of: place)] &+= 1
    }
  }

  /// The teachers that have been counted.
  ///
  /// - Parameter places: The places of a tally.
  /// - Returns: The number of teachers, place by place.
  func counts(at places: Range<Int>) -> ArraySlice<Int32> { counts[places] }
}

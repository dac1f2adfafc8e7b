// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts teachers at their places, who work full time and are paid like all others if they are hires.
///
/// It stands in for `PayBatch` where what does not change within a window decides how teachers are
/// paid, so that only those are looked at for whom something happens.
struct PlaceCounter {
  /// Those for whom something else happens than that they leave, who are not counted, in the order of
  /// their rows.
  private(set) var others: [OtherTeacher] = []
  /// The teachers at each place of ``PayPlaces``; zero until a window is counted.
  private var counts: [Int32] = []
  /// What makes the places of a block besides cells, ages and grades, and room for more.
  private var rests = [Int](repeating: 0, count: RowBlocks.size)

  /// Begins a window.
  ///
  /// - Parameter parts: The places.
  mutating func begin(_ parts: PayPlaces) {
    if counts.count != parts.count { counts = [Int32](repeating: 0, count: parts.count) }
  }

  /// Counts teachers, whose steps do not rise, nor their grades without an event.
  ///
  /// - Parameters:
  ///   - rows: Their rows, a block at most.
  ///   - population: The teachers; grades have not risen yet.
  ///   - events: What happens to them, in the order of their rows.
  ///   - ends: Until when those are paid to whom it happens.
  ///   - careers: The steps and the grades of all teachers.
  ///   - parts: What attributes make of places.
  ///   - year: The window.
  ///   - leavers: Receives those who leave and to whom nothing else happens.
  mutating func count(
    _ rows: Range<Int>,
    of population: borrowing Population,
    events: ArraySlice<TeacherEvent>,
    _ ends: PayEnds,
    _ careers: borrowing PaidCareers,
    _ parts: PayPlaces,
    in year: PayYear,
    leavers: inout [PaidLeaver],
  ) {
    let isFirst = year.window.promotionMonth == 0
    let block = PlacedBlock(
      rows: rows,
      grades: isFirst ? careers.grades : population.postGrade,
      now: Int16(truncatingIfNeeded: year.times.first),
      rests: findRests(rows, of: population, parts, in: year),
    )
    if let rests = block.rests {
      let rests = rests.span
      Self.count(block, of: population, parts, in: &counts) { rests[$0] }
    } else {
      Self.count(block, of: population, parts, in: &counts) { _ in 0 }
    }
    note(events, ends, in: block, of: population, steps: careers.steps, parts, &leavers)
  }

  /// Notes who leaves, and takes those out of the count for whom anything else happens.
  private mutating func note(
    _ events: ArraySlice<TeacherEvent>,
    _ ends: PayEnds,
    in block: PlacedBlock,
    of population: borrowing Population,
    steps: [UInt8],
    _ parts: PayPlaces,
    _ leavers: inout [PaidLeaver],
  ) {
    others.removeAll(keepingCapacity: true)
    let start = events.startIndex
    let events = events.span
    var next = 0
    while next < events.count {
      let (first, row) = (next, events[next].row)
      repeat { next &+= 1 } while next < events.count && events[next].row == row
      let place = block.place(of: row, in: population, parts)
      if next == first &+ 1, let end = ends[start &+ first] {
        leavers.append(parts.leaver(from: population.cell[row], at: place, until: end))
      } else {
        counts[place] -= 1
        others.append(OtherTeacher(row: row, step: steps[row], isCounted: false))
      }
    }
  }

  /// Adds up what makes the places of teachers besides cells, ages and grades.
  ///
  /// - Returns: The sums, and room for more; `nil` if nothing does.
  private mutating func findRests(
    _ rows: Range<Int>,
    of population: borrowing Population,
    _ parts: PayPlaces,
    in year: PayYear,
  ) -> [Int]? {
    guard parts.parts.usesMoreThanCells(rows, of: population) || year.times.useMoreThanAges
    else { return nil }
    var sums = rests.mutableSpan
    for index in sums.indices { sums[index] = 0 }
    parts.parts.addAllButCells(rows, of: population, to: &sums)
    year.timesOfPlaces?.addAllButAges(rows, of: population, to: &sums)
    return rests
  }

  /// Counts teachers at their places, which cells, ages, grades and the rest make up.
  ///
  /// The first three tell most teachers apart, so that they are added in one go.
  @inline(__always)
  private static func count(
    _ block: PlacedBlock,
    of population: borrowing Population,
    _ parts: PayPlaces,
    in counts: inout [Int32],
    rest: (_ index: Int) -> Int,
  ) {
    let (rows, now) = (block.rows, block.now)
    let all = 0..<rows.count
    let cells = population.cell.span.extracting(rows).extracting(all)
    let births = population.birth.span.extracting(rows).extracting(all)
    let gradeOfRow = block.grades
    let grades = gradeOfRow.span.extracting(rows).extracting(all)
    let (ofCell, ofAge, ofGrade) = (parts.parts.ofCell, parts.ofAge, parts.ofGrade)
    let (cellParts, ageParts, gradeParts) = (ofCell.span, ofAge.span, ofGrade.span)
    var counts = counts.mutableSpan
    // Asked once, so that no row has to be.
    precondition(ageParts.count == 1 << 16 && gradeParts.count == 1 << 8)
    for index in all {
      let age = UInt16(bitPattern: now &- births[index].months)
      let place =
        cellParts[Int(cells[index])] &+ ageParts[Int(age)] &+ gradeParts[Int(grades[index])]
      counts[place &+ rest(index)] &+= 1
    }
  }

  /// Takes the counts of a window for both tallies, and forgets them.
  ///
  /// - Parameter parts: The places.
  /// - Returns: The teachers by group and kind, of careers and of the rest.
  mutating func takeCounts(
    at parts: PayPlaces
  ) -> (ofCareers: [Int32], ofOthers: [Int32]) {
    parts.take(&counts)
  }
}

/// Neighbouring rows, and what their places are found by besides cells and births.
private struct PlacedBlock {
  let rows: Range<Int>
  /// The grades of all teachers at the start of the window.
  let grades: [UInt8]
  /// The month by which ages are reckoned, counted since January 1900.
  let now: Int16
  /// What makes the places of these rows besides cells, ages and grades; `nil` if nothing does.
  let rests: [Int]?

  /// The place of a teacher.
  @inline(__always)
  func place(of row: Int, in population: borrowing Population, _ parts: PayPlaces) -> Int {
    let age = UInt16(bitPattern: now &- population.birth[row].months)
    let place =
      parts.parts.ofCell[Int(population.cell[row])] &+ parts.ofAge[Int(age)]
      &+ parts.ofGrade[Int(grades[row])]
    return place &+ (rests?[row &- rows.lowerBound] ?? 0)
  }
}

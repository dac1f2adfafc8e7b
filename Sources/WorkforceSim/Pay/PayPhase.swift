// SPDX-License-Identifier: GPL-3.0-or-later

/// Pays every teacher for the months of a window and raises steps and grades.
///
/// Nobody's pay is looked at alone: teachers of one class, step and segment are paid the same, so
/// each kind is worked out once, and teachers add its figures to their region and stage. Those for
/// whom something happens within the window are taken through it part by part.
package struct PayPhase {
  typealias Lanes = PayTable.Lanes

  private var table: PayTable
  private var parts: [PayPart] = []
  /// The figures of the window, by segment, group and lane.
  private var totals: [Lanes] = []

  /// Prepares the phase for a run.
  ///
  /// - Parameter rules: The rules of pay.
  package init(_ rules: PayRules) {
    // One more figure than items: whether the teacher receives pay.
    self.table = PayTable(figures: rules.items.count + 1)
  }

  /// A figure of a window.
  ///
  /// - Parameters:
  ///   - segment: The segment.
  ///   - group: The group.
  ///   - figure: The position of the item, or one more for the months of teachers who receive pay.
  ///   - groups: The number of groups.
  /// - Returns: The figure in hundredths, or in months.
  func total(segment: Int, group: Int, figure: Int, groups: Int) -> Double {
    totals[(segment * groups + group) * table.laneCount + figure / 8][figure % 8]
  }

  /// Pays all teachers on the rolls and moves their steps and grades to where the window ends.
  ///
  /// - Parameters:
  ///   - population: The teachers; titles have been reviewed, those who left are still there.
  ///   - events: What happened to single teachers, in the order of their rows.
  ///   - year: The window.
  ///   - groups: The number of groups.
  mutating func apply(
    to population: inout Population,
    events: [TeacherEvent],
    in year: PayYear,
    groups: Int,
  ) {
    table.begin(year)
    totals.removeAll(keepingCapacity: true)
    let width = groups * table.laneCount
    totals.append(
      contentsOf: repeatElement(Lanes(), count: year.window.segments.count * width)
    )
    let keys = year.keys
    let steps = RegularSteps(year)
    let clock = TeacherClock(year.window.start)
    let lastClock = TeacherClock(year.window.start + (PayWindow.monthCount - 2))
    var nextEvent = events.first?.row ?? -1
    var next = 0
    for row in 0..<population.count {
      let time = keys.timePart(of: row, in: population, at: clock)
      guard row != nextEvent, !year.isHire(population.id[row]),
        population.fullTimeShare[row] == 1,
        !keys.usesTime || time == keys.timePart(of: row, in: population, at: lastClock)
      else {
        let firstEvent = next
        while next < events.count, events[next].row == row { next += 1 }
        nextEvent = next < events.count ? events[next].row : -1
        pay(row, of: &population, events: events[firstEvent..<next], in: year, groups: groups)
        continue
      }
      let contract = population.contract[row]
      let step = population.salaryStep[row]
      let risen = year.risenStep(step, contract: contract)
      let key =
        keys.fixedPart(of: row, in: population) &+ time
        &+ keys.careerPart(
          contract: contract,
          grade: population.postGrade[row],
          situation: PayYear.situation(of: row, in: population),
        )
      let target = keys.groupOfCell[Int(population.cell[row])] * table.laneCount
      table.addSegments(
        steps.unrisen,
        of: key &+ keys.stepPart(step),
        to: &totals,
        at: target,
        width: width,
      )
      table.addSegments(
        steps.risen,
        of: key &+ keys.stepPart(risen),
        to: &totals,
        at: target,
        width: width,
      )
      population.salaryStep[row] = risen
    }
  }

  /// Pays a teacher for whom something happens, part by part.
  private mutating func pay(
    _ row: Int,
    of population: inout Population,
    events: ArraySlice<TeacherEvent>,
    in year: PayYear,
    groups: Int,
  ) {
    let career = PayCareer(row, in: population, events: events, year: year)
    let group = year.keys.groupOfCell[Int(population.cell[row])]
    let share = Double(population.fullTimeShare[row])
    career.parts(of: population, into: &parts)
    for (position, part) in parts.enumerated() {
      let segment = year.window.segmentOfMonth[part.months.lowerBound]
      table.add(
        part,
        segment: segment,
        fullTimeShare: share,
        isEntry: career.isHire && position == 0,
        to: &totals,
        at: (segment * groups + group) * table.laneCount,
      )
    }
    population.salaryStep[row] = career.finalStep
    population.postGrade[row] = career.finalGrade
  }
}

/// The segments before and after steps rise; the thirteenth month is left out.
private struct RegularSteps {
  let unrisen: Range<Int>
  let risen: Range<Int>

  init(_ year: PayYear) {
    let first = year.window.segmentOfMonth[year.window.stepMonth]
    self.unrisen = 0..<first
    self.risen = first..<(year.window.segments.count - 1)
  }
}

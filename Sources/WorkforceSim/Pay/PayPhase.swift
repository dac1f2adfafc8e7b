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
  private var members: [Int]
  /// The figures of the window, by segment, group and lane.
  private var totals: [Lanes] = []
  /// How often each figure counts in a segment that is paid whole, by segment and lane.
  private var payments: [Lanes] = []

  /// Prepares the phase for a run.
  ///
  /// - Parameter rules: The rules of pay.
  package init(_ rules: PayRules) {
    // One more figure than items: whether the teacher receives pay.
    self.table = PayTable(figures: rules.items.count + 1)
    self.members = [Int](repeating: 0, count: Axis.allCases.count)
  }

  /// The figures of a window, by segment, group and figure.
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
    prepare(year, groups: groups)
    let keys = year.keys
    let regular = year.window.segments.indices.dropLast()
    let clock = TeacherClock(year.window.start)
    let lastClock = TeacherClock(year.window.start + (PayWindow.monthCount - 2))
    var next = 0
    for row in 0..<population.count {
      let firstEvent = next
      while next < events.count, events[next].row == row { next += 1 }
      let time = keys.timePart(of: row, in: population, at: clock)
      guard next == firstEvent, !year.isHire(population.id[row]),
        population.fullTimeShare[row] == 1,
        !keys.usesTime || time == keys.timePart(of: row, in: population, at: lastClock)
      else {
        pay(row, of: &population, events: events[firstEvent..<next], in: year, groups: groups)
        continue
      }
      let group = keys.groupOfCell[Int(population.cell[row])]
      let known = population.salaryStep[row]
      let least = year.startStep(of: population.postGrade[row])
      let step = max(known, least)
      let risen = max(year.risenStep(known, contract: population.contract[row]), least)
      let key =
        keys.fixedPart(of: row, in: population) &+ time
        &+ keys.careerPart(
          contract: population.contract[row],
          grade: population.postGrade[row],
          situation: PayYear.situation(of: row, in: population),
        )
      for segment in regular {
        let isRisen = year.window.segments[segment].months.lowerBound >= year.window.stepMonth
        let place = place(of: key &+ keys.stepPart(isRisen ? risen : step), segment, in: year)
        add(place, segment: segment, group: group, groups: groups)
      }
      population.salaryStep[row] = risen
    }
  }

  private mutating func prepare(_ year: PayYear, groups: Int) {
    let lanes = table.laneCount
    table.removeAll()
    totals.removeAll(keepingCapacity: true)
    totals.append(
      contentsOf: repeatElement(
        Lanes(),
        count: year.window.segments.count * groups * lanes,
      )
    )
    payments.removeAll(keepingCapacity: true)
    for segment in year.window.segments {
      payments += Self.lanes(year.payments(in: segment.months), count: lanes)
    }
  }

  private static func lanes(_ figures: [Double], count: Int) -> [Lanes] {
    (0..<count).map { lane in
      var lanes = Lanes()
      for index in 0..<8 where lane * 8 + index < figures.count {
        lanes[index] = figures[lane * 8 + index]
      }
      return lanes
    }
  }

  /// The place of the figures of a kind of teacher in a segment.
  @inline(__always)
  private mutating func place(of key: Int, _ segment: Int, in year: PayYear) -> Int {
    table.place(of: key &* PayWindow.monthCount &+ segment) { _ in
      year.figures(of: key, segment: segment, members: &members)
    }
  }

  /// Adds a segment that is paid whole.
  @inline(__always)
  private mutating func add(_ place: Int, segment: Int, group: Int, groups: Int) {
    let lanes = table.laneCount
    let target = (segment * groups + group) * lanes
    for lane in 0..<lanes {
      totals[target + lane] += payments[segment * lanes + lane] * table[place + lane]
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
    let share = PayYear.fullTimeShare(of: row, in: population)
    let lanes = table.laneCount
    career.parts(of: population, into: &parts)
    for (position, part) in parts.enumerated() {
      let segment = year.window.segmentOfMonth[part.months.lowerBound]
      let target = (segment * groups + group) * lanes
      let isEntry = career.isHire && position == 0
      let counts = Self.lanes(year.payments(in: part.months, isEntry: isEntry), count: lanes)
      if share == 1 {
        let place = place(of: part.key, segment, in: year)
        for lane in 0..<lanes { totals[target + lane] += counts[lane] * table[place + lane] }
      } else {
        let figures = year.figures(
          of: part.key,
          segment: segment,
          fullTimeShare: share,
          members: &members,
        )
        let amounts = Self.lanes(figures, count: lanes)
        for lane in 0..<lanes { totals[target + lane] += counts[lane] * amounts[lane] }
      }
    }
    population.salaryStep[row] = career.finalStep
    population.postGrade[row] = career.finalGrade
  }
}

extension PayYear {
  /// How often each figure is paid in a run of months; the last figure counts the months.
  ///
  /// - Parameters:
  ///   - months: The months of the window.
  ///   - isEntry: Whether a hire's first paid month is among them.
  /// - Returns: The numbers, one for each item and one for the months.
  func payments(in months: Range<Int>, isEntry: Bool = false) -> [Double] {
    rules.settings.items.map { item in
      switch item.timing {
      case .monthly: Double(months.count { item.isPaid(in: window.start + $0) })
      case .onEntry: isEntry ? 1 : 0
      case .never: 0
      }
    } + [Double(months.count)]
  }

  /// The items of a kind of teacher in hundredths, and whether the teacher receives pay.
  func figures(
    of key: Int,
    segment: Int,
    fullTimeShare: Double = 1,
    members: inout [Int],
  ) -> [Double] {
    classes.members(of: key, titleOfGrade: rules.settings.titleOfGrade, into: &members)
    let amounts = schedule.amounts(of: members, segment: segment, fullTimeShare: fullTimeShare)
    let receivesPay = zip(amounts, rules.settings.items).contains {
      $0 > 0 && $1.kind == .pay && $1.timing == .monthly
    }
    return amounts.map(Double.init) + [receivesPay ? 1 : 0]
  }
}

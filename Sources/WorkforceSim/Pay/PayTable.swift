// SPDX-License-Identifier: GPL-3.0-or-later

/// The items of a block for each kind of teacher in each segment of a window.
///
/// They are worked out when they are first asked for, and kept while the values hold. Amounts stand
/// in lanes of eight, which are added at a time.
struct PayTable {
  /// Eight figures: amounts in hundredths, or how often they are paid.
  typealias Lanes = SIMD8<Double>

  /// The number of lanes of a kind.
  let laneCount: Int
  private let block: PayBlock
  private let titleOfGrade: [Int]
  private let groups: Int
  private var year: PayYear?
  private var sheets: [PaySheet] = []
  /// The sheet of each segment.
  private var sheetOfSegment: [Int] = []
  /// The segment of each month.
  private var segmentOfMonth: [Int] = []
  /// How often each figure is paid in the months before each month of the window.
  private var paidBefore: [Lanes] = []
  /// How often each figure is paid on entry.
  private var paidOnEntry: [Lanes] = []
  /// How often each figure is paid in a segment that is paid whole.
  private var payments: [Lanes] = []
  /// The teachers of a kind by group.
  private var present: [(group: Int, teachers: Double)] = []
  private var members = [Int](repeating: 0, count: Axis.allCases.count)
  private var items: [Int]
  /// The figures that were worked out last.
  private var figures: [Lanes]

  /// Creates an empty table.
  ///
  /// - Parameters:
  ///   - block: The items.
  ///   - rules: The rules of pay.
  ///   - groups: The number of groups.
  init(_ block: PayBlock, _ rules: PayRules, groups: Int) {
    self.groups = groups
    self.block = block
    self.titleOfGrade = rules.settings.titleOfGrade
    self.laneCount = (block.figureCount + 7) / 8
    self.items = [Int](repeating: 0, count: rules.items.count)
    self.figures = [Lanes](repeating: Lanes(), count: laneCount)
  }

  /// Begins a window: keeps the figures whose values still hold, and counts how often items are paid.
  ///
  /// - Parameter year: The window.
  mutating func begin(_ year: PayYear) {
    self.year = year
    self.segmentOfMonth = year.window.segmentOfMonth
    let starts = year.window.segments.map(\.valuesStart)
    sheets.removeAll { !starts.contains($0.start) }
    for start in starts where !sheets.contains(where: { $0.start == start }) {
      sheets.append(PaySheet(start: start))
    }
    sheetOfSegment = starts.compactMap { start in sheets.firstIndex { $0.start == start } }
    paidBefore.removeAll(keepingCapacity: true)
    for month in 0...PayWindow.monthCount {
      paidBefore += lanes(year.payments(in: 0..<month, of: block))
    }
    paidOnEntry = lanes(year.paymentsOnEntry(of: block))
    payments.removeAll(keepingCapacity: true)
    for segment in year.window.segments {
      payments += lanes(year.payments(in: segment.months, of: block))
    }
  }

  /// Adds the teachers of a tally, who are paid all segments but the thirteenth month.
  ///
  /// - Parameters:
  ///   - tally: The teachers.
  ///   - risen: The segment in which steps rise.
  ///   - totals: The figures of the window, by segment, group and lane.
  ///   - first: The place of the table's first lane among the lanes of a group.
  ///   - width: The lanes of a group.
  mutating func add(
    _ tally: PayTally,
    risen: Int,
    to totals: inout [Lanes],
    at first: Int,
    width: Int,
  ) {
    for (number, keys) in tally.kinds.enumerated() {
      tally.list(number, into: &present)
      for segment in 0..<(sheetOfSegment.count - 1) {
        let key = segment < risen ? keys.x : keys.y
        let start = segment * groups * width + first
        addPresent(of: key, segment, to: &totals, at: start, width: width)
      }
    }
  }

  /// Adds the teachers of a kind who are paid a whole segment.
  private mutating func addPresent(
    of key: Int,
    _ segment: Int,
    to totals: inout [Lanes],
    at start: Int,
    width: Int,
  ) {
    let place = place(of: key, segment, millionths: 1_000_000)
    let sheet = sheetOfSegment[segment]
    var totals = totals.mutableSpan
    for lane in 0..<laneCount {
      let figures = payments[segment * laneCount + lane] * sheets[sheet][place + lane]
      for (group, teachers) in present {
        totals[start &+ group &* width &+ lane] += teachers * figures
      }
    }
  }

  /// Adds the parts of a window for which a teacher is paid.
  ///
  /// - Parameters:
  ///   - parts: The parts; none goes beyond a segment.
  ///   - key: The key of the teacher's kind in a part.
  ///   - millionths: The full-time equivalent of the contract.
  ///   - isHire: Whether the first part begins with a hire's entry.
  ///   - totals: The figures of the window, by segment, group and lane.
  ///   - first: The place of the group's first lane for the table in the first segment.
  ///   - width: The lanes of a group.
  @inline(__always)
  mutating func add(
    _ parts: [PayPart],
    by key: (PayPart) -> Int,
    millionths: Int,
    isHire: Bool,
    to totals: inout [Lanes],
    at first: Int,
    width: Int,
  ) {
    var totals = totals.mutableSpan
    for (order, part) in parts.enumerated() {
      let segment = segmentOfMonth[part.months.lowerBound]
      let place = place(of: key(part), segment, millionths: millionths)
      let sheet = sheetOfSegment[segment]
      let target = segment * groups * width + first
      for lane in 0..<laneCount {
        var times =
          paidBefore[part.months.upperBound * laneCount + lane]
          - paidBefore[part.months.lowerBound * laneCount + lane]
        if isHire, order == 0 { times += paidOnEntry[lane] }
        totals[target + lane] += times * sheets[sheet][place + lane]
      }
    }
  }

  /// The place of the figures of a kind on the sheet of a segment.
  @inline(__always)
  private mutating func place(of key: Int, _ segment: Int, millionths: Int) -> Int {
    let sheet = sheetOfSegment[segment]
    let (place, isNew) = sheets[sheet].place(of: key, millionths: millionths, laneCount: laneCount)
    if isNew {
      workOut(key, segment, fullTimeShare: Double(millionths) / 1e6)
      sheets[sheet].append(figures)
    }
    return place
  }

  /// Works out the figures of a kind of teacher: the items, and whether any pay is received.
  @inline(never)
  private mutating func workOut(_ key: Int, _ segment: Int, fullTimeShare: Double) {
    guard let year else { return }
    block.classes.members(of: key, titleOfGrade: titleOfGrade, into: &members)
    year.schedule.amounts(
      block.needed,
      of: members,
      segment: segment,
      fullTimeShare: fullTimeShare,
      into: &items,
    )
    for (position, item) in block.items.enumerated() {
      figures[position / 8][position % 8] = Double(items[item])
    }
    guard block.countsTeachers else { return }
    let last = block.items.count
    figures[last / 8][last % 8] = year.schedule.receivesPay(members) ? 1 : 0
  }

  private func lanes(_ figures: [Double]) -> [Lanes] {
    (0..<laneCount).map { lane in
      var lanes = Lanes()
      for index in 0..<8 where lane * 8 + index < figures.count {
        lanes[index] = figures[lane * 8 + index]
      }
      return lanes
    }
  }
}

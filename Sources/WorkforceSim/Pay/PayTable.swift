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
  /// The sheets of all windows so far; another replication with the same parameters can go on
  /// with them.
  var sheets: [PaySheet] = []
  /// The sheet of each segment.
  private var sheetOfSegment: [Int] = []
  /// The segment of each month.
  private var segmentOfMonth: [Int] = []
  /// How often each figure is paid in the window.
  private(set) var payments: PaymentCounts
  /// The kinds of a group.
  private var present: [(kind: Int, teachers: Double)] = []
  /// The place of the first lane of each run of months and kind of a tally.
  private var placeOfKind: [Int] = []
  /// The place of the first lane of each part.
  private var placeOfPart: [Int] = []
  /// The kinds that are worked out together, and their items.
  private var kinds = PayKinds(capacity: 256)
  private var amounts: [Int]

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
    let laneCount = (block.figureCount + 7) / 8
    self.laneCount = laneCount
    self.payments = PaymentCounts(block, laneCount: laneCount)
    self.amounts = [Int](repeating: 0, count: rules.items.count * kinds.capacity)
  }

  /// Begins a window: finds the figures whose values hold in it, and counts how often items are paid.
  ///
  /// - Parameter year: The window.
  mutating func begin(_ year: PayYear) {
    self.segmentOfMonth = year.window.segmentOfMonth
    let starts = year.window.segments.map(\.valuesStart)
    for start in starts where !sheets.contains(where: { $0.start == start }) {
      sheets.append(PaySheet(start: start))
    }
    sheetOfSegment = starts.compactMap { start in sheets.firstIndex { $0.start == start } }
    payments.count(in: year)
  }

  /// Adds the teachers of a tally, who are paid all segments but the thirteenth month, or up to the
  /// month in which they leave.
  ///
  /// - Parameters:
  ///   - tally: The teachers.
  ///   - leavers: Those of them who leave.
  ///   - kind: The number of a leaver's kind in the tally.
  ///   - year: The window.
  ///   - totals: The figures of the window, by segment, group and lane.
  ///   - first: The place of the table's first lane among the lanes of a group.
  ///   - width: The lanes of a group.
  @inline(__always)
  mutating func add(
    _ tally: PayTally,
    leaving leavers: [PaidLeaver],
    by kind: (PaidLeaver) -> Int32,
    in year: PayYear,
    to totals: inout [Lanes],
    at first: Int,
    width: Int,
  ) {
    let (kinds, occurring) = (tally.kinds, tally.occurring)
    let runs = payments.runs
    placeOfKind.replaceAll(with: 0, count: runs.count * kinds.count)
    for (number, run) in runs.enumerated() {
      for kind in occurring {
        let key = run.isLater ? kinds[kind].y : kinds[kind].x
        placeOfKind[number * kinds.count + kind] =
          place(of: key, run.segment, millionths: 1_000_000)
      }
    }
    workOutUnknown(in: year)
    let figures = runs.map { sheets[sheetOfSegment[$0.segment]].figures }
    for group in 0..<groups {
      tally.list(group, among: occurring, into: &present)
      for (number, run) in runs.enumerated() {
        let target = (run.segment * groups + group) * width + first
        addPresent(figures[number], run: number, kinds: kinds.count, to: &totals, at: target)
      }
    }
    for (number, run) in runs.enumerated() {
      let target = run.segment * groups * width + first
      let places = placeOfKind.span.extracting(number * kinds.count..<(number + 1) * kinds.count)
      takeOff(leavers, by: kind, from: run, places, to: &totals, at: target, width: width)
    }
  }

  /// Takes off what leavers would be paid in a run of months after they have left.
  ///
  /// Exact as long as what a group is paid in a segment for an item stays below 2^53 hundredths: amounts are
  /// whole hundredths.
  @inline(__always)
  private func takeOff(
    _ leavers: [PaidLeaver],
    by kind: (PaidLeaver) -> Int32,
    from run: PayRun,
    _ places: Span<Int>,
    to totals: inout [Lanes],
    at first: Int,
    width: Int,
  ) {
    let sheet = sheets[sheetOfSegment[run.segment]]
    let beforeMonth = payments.beforeMonth
    let (leavers, figures, paidBefore) = (leavers.span, sheet.figures.span, beforeMonth.span)
    var totals = totals.mutableSpan
    let last = run.months.upperBound &* laneCount
    for number in leavers.indices where leavers[number].end < run.months.upperBound {
      let leaver = leavers[number]
      let place = places[Int(kind(leaver))]
      let target = first &+ Int(leaver.group) &* width
      let start = max(Int(leaver.end), run.months.lowerBound) &* laneCount
      for lane in 0..<laneCount {
        let times = paidBefore[last &+ lane] - paidBefore[start &+ lane]
        totals[target &+ lane] -= times * figures[place &+ lane]
      }
    }
  }

  /// Adds the figures of the kinds that are present in a group for a run of months.
  private func addPresent(
    _ figures: [Lanes],
    run: Int,
    kinds: Int,
    to totals: inout [Lanes],
    at target: Int,
  ) {
    let figures = figures.span
    let places = placeOfKind.span.extracting(run * kinds..<(run + 1) * kinds)
    let present = present.span
    for lane in 0..<laneCount {
      var sum = Lanes()
      for number in present.indices {
        let (kind, teachers) = present[number]
        sum += teachers * figures[places[kind] &+ lane]
      }
      totals[target + lane] += payments.inRun[run * laneCount + lane] * sum
    }
  }

  /// Adds parts of windows.
  ///
  /// - Parameters:
  ///   - parts: The parts; none goes beyond a segment.
  ///   - key: The key of the teacher's kind in a part.
  ///   - year: The window.
  ///   - totals: The figures of the window, by segment, group and lane.
  ///   - first: The place of the table's first lane among the lanes of a group.
  ///   - width: The lanes of a group.
  @inline(__always)
  mutating func add(
    _ parts: [PayPart],
    by key: (PayPart) -> Int,
    in year: PayYear,
    to totals: inout [Lanes],
    at first: Int,
    width: Int,
  ) {
    placeOfPart.removeAll(keepingCapacity: true)
    for part in parts {
      let segment = segmentOfMonth[part.months.lowerBound]
      placeOfPart.append(place(of: key(part), segment, millionths: part.millionths))
    }
    workOutUnknown(in: year)
    for segment in sheetOfSegment.indices {
      add(parts.span, of: segment, to: &totals, at: segment * groups * width + first, width: width)
    }
  }

  /// Adds the parts of windows that belong to a segment, whose places have been found.
  private func add(
    _ parts: Span<PayPart>,
    of segment: Int,
    to totals: inout [Lanes],
    at first: Int,
    width: Int,
  ) {
    let sheet = sheets[sheetOfSegment[segment]]
    let beforeMonth = payments.beforeMonth
    let (figures, places, paidBefore) = (sheet.figures.span, placeOfPart.span, beforeMonth.span)
    var totals = totals.mutableSpan
    for number in parts.indices {
      let part = parts[number]
      guard segmentOfMonth[part.months.lowerBound] == segment else { continue }
      let target = first &+ part.group &* width
      let start = part.months.lowerBound &* laneCount
      let end = part.months.upperBound &* laneCount
      for lane in 0..<laneCount {
        var times = paidBefore[end &+ lane] - paidBefore[start &+ lane]
        if part.isEntry { times += payments.onEntry[lane] }
        totals[target &+ lane] += times * figures[places[number] &+ lane]
      }
    }
  }

  /// The place of the figures of a kind on the sheet of a segment.
  @inline(__always)
  private mutating func place(of key: Int, _ segment: Int, millionths: Int) -> Int {
    sheets[sheetOfSegment[segment]].place(of: key, millionths: millionths, laneCount: laneCount)
  }

  /// Works out the kinds that have been asked for and are not known yet.
  private mutating func workOutUnknown(in year: PayYear) {
    guard laneCount > 0 else { return }
    for sheet in sheets.indices {
      guard let segment = sheetOfSegment.firstIndex(of: sheet) else { continue }
      let unknown = sheets[sheet].unknown(laneCount: laneCount)
      for first in stride(from: unknown.startIndex, to: unknown.endIndex, by: kinds.capacity) {
        let batch = unknown[first..<min(first + kinds.capacity, unknown.endIndex)]
        sheets[sheet].append(workOut(batch, segment, in: year))
      }
    }
  }

  /// The figures of kinds of teachers: the items, and whether any pay is received.
  private mutating func workOut(
    _ keys: ArraySlice<SIMD2<Int>>,
    _ segment: Int,
    in year: PayYear,
  ) -> [Lanes] {
    kinds.removeAll()
    for key in keys {
      let share = Double(key.y) / 1e6
      block.classes.append(key.x, fullTimeShare: share, titleOfGrade: titleOfGrade, to: &kinds)
    }
    year.schedule.amounts(block.needed, of: kinds, segment: segment, into: &amounts)
    var figures = [Lanes](repeating: Lanes(), count: keys.count * laneCount)
    for (position, item) in block.items.enumerated() {
      let first = item * kinds.capacity
      var place = position / 8
      for kind in 0..<keys.count {
        figures[place][position % 8] = Double(amounts[first &+ kind])
        place &+= laneCount
      }
    }
    guard block.countsTeachers else { return figures }
    let last = block.items.count
    for (kind, receives) in year.schedule.receivePay(kinds).enumerated() {
      figures[kind * laneCount + last / 8][last % 8] = receives ? 1 : 0
    }
    return figures
  }
}

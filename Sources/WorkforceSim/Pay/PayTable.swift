// SPDX-License-Identifier: GPL-3.0-or-later

/// The items of a block for each kind of teacher in each segment of a window.
///
/// They are worked out when they are first asked for. Teachers who are paid whole segments are
/// tallied by kind and group and added in the end; amounts stand in lanes of eight, which are added
/// at a time.
struct PayTable {
  /// Eight figures: amounts in hundredths, or how often they are paid.
  typealias Lanes = SIMD8<Double>

  /// The number of lanes of a kind.
  let laneCount: Int
  private let block: PayBlock
  private let titleOfGrade: [Int]
  private let groups: Int
  private var year: PayYear?
  private var segmentCount = 0
  private var kinds = KeyNumbers()
  /// The figures by kind, segment and lane.
  private var amounts: [Lanes] = []
  /// Whether the figures of a kind in a segment have been worked out.
  private var isKnown: [Bool] = []
  private var tallies: [PayTally]
  /// How often each figure is paid in the months before each month of the window.
  private var paidBefore: [Lanes] = []
  /// How often each figure is paid on entry.
  private var paidOnEntry: [Lanes] = []
  /// How often each figure is paid in a segment that is paid whole.
  private var payments: [Lanes] = []
  /// The teachers of a kind: their group's place among the totals, and how many they are.
  private var present: [(target: Int, teachers: Double)] = []
  private var members = [Int](repeating: 0, count: Axis.allCases.count)
  private var items: [Int]

  /// Creates an empty table.
  ///
  /// - Parameters:
  ///   - block: The items.
  ///   - rules: The rules of pay.
  ///   - groups: The number of groups.
  ///   - tallies: The number of runs of segments for which teachers are tallied.
  init(_ block: PayBlock, _ rules: PayRules, groups: Int, tallies: Int) {
    self.groups = groups
    self.block = block
    self.titleOfGrade = rules.settings.titleOfGrade
    self.laneCount = (block.figureCount + 7) / 8
    self.tallies = [PayTally](repeating: PayTally(groups: groups), count: tallies)
    self.items = [Int](repeating: 0, count: rules.items.count)
  }

  /// Begins a window: forgets all kinds and counts how often items are paid.
  ///
  /// - Parameters:
  ///   - year: The window.
  ///   - runs: The segments of each tally.
  mutating func begin(_ year: PayYear, runs: [Range<Int>]) {
    kinds.removeAll()
    amounts.removeAll(keepingCapacity: true)
    isKnown.removeAll(keepingCapacity: true)
    for tally in tallies.indices {
      tallies[tally].removeAll()
      tallies[tally].segments = runs[tally]
    }
    self.year = year
    segmentCount = year.window.segments.count
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

  /// Tallies teachers who are paid whole segments.
  ///
  /// - Parameters:
  ///   - teachers: The teachers.
  ///   - tally: The number of the tally.
  ///   - key: The key of a teacher's kind.
  @inline(__always)
  mutating func add(_ teachers: [WholePay], to tally: Int, by key: (WholePay) -> Int) {
    tallies[tally].add(teachers, kinds: &kinds, by: key)
  }

  /// Adds the teachers who were tallied.
  ///
  /// - Parameters:
  ///   - totals: The figures of the window, by segment, group and lane.
  ///   - first: The place of the table's first lane among the lanes of a group.
  ///   - width: The lanes of a group.
  mutating func addTallied(to totals: inout [Lanes], at first: Int, width: Int) {
    for tally in tallies.indices {
      for kind in 0..<min(kinds.keys.count, tallies[tally].kindCount) {
        present.removeAll(keepingCapacity: true)
        for group in 0..<groups {
          let teachers = tallies[tally].count(kind: kind, group: group)
          if teachers > 0 { present.append((group * width + first, Double(teachers))) }
        }
        guard !present.isEmpty else { continue }
        for segment in tallies[tally].segments {
          addPresent(of: kind, segment, to: &totals, at: segment * groups * width)
        }
      }
    }
  }

  /// Adds the teachers of a kind who are paid a whole segment.
  private mutating func addPresent(
    of kind: Int,
    _ segment: Int,
    to totals: inout [Lanes],
    at start: Int,
  ) {
    let place = figures(of: kind, segment)
    var totals = totals.mutableSpan
    for lane in 0..<laneCount {
      let figures = payments[segment * laneCount + lane] * amounts[place + lane]
      for (target, teachers) in present { totals[start + target + lane] += teachers * figures }
    }
  }

  /// Adds a part of a segment.
  ///
  /// - Parameters:
  ///   - months: The months.
  ///   - key: The key of the teacher's kind.
  ///   - segment: The segment.
  ///   - fullTimeShare: The full-time equivalent of the contract.
  ///   - isEntry: Whether a hire's first paid month is among the months.
  ///   - totals: The figures of the window, by segment, group and lane.
  ///   - target: The place of the group's first lane in the segment.
  mutating func add(
    _ months: Range<Int>,
    of key: Int,
    segment: Int,
    fullTimeShare: Double,
    isEntry: Bool,
    to totals: inout [Lanes],
    at target: Int,
  ) {
    let isWhole = fullTimeShare == 1
    // Kinds with part of a full load are too many to be kept.
    let place = isWhole ? figures(of: kinds.number(of: key), segment) : amounts.count
    if !isWhole {
      for _ in 0..<laneCount { amounts.append(Lanes()) }
      workOut(key, segment, fullTimeShare: fullTimeShare, at: place)
    }
    let first = months.lowerBound * laneCount
    let end = months.upperBound * laneCount
    for lane in 0..<laneCount {
      var times = paidBefore[end + lane] - paidBefore[first + lane]
      if isEntry { times += paidOnEntry[lane] }
      totals[target + lane] += times * amounts[place + lane]
    }
    if !isWhole { amounts.removeLast(laneCount) }
  }

  /// The place of the figures of a kind in a segment.
  @inline(__always)
  private mutating func figures(of kind: Int, _ segment: Int) -> Int {
    let entry = kind * segmentCount + segment
    if entry >= isKnown.count || !isKnown[entry] { learn(kind, segment) }
    return entry * laneCount
  }

  @inline(never)
  private mutating func learn(_ kind: Int, _ segment: Int) {
    let missing = kinds.keys.count * segmentCount - isKnown.count
    isKnown.append(contentsOf: repeatElement(false, count: missing))
    amounts.append(contentsOf: repeatElement(Lanes(), count: missing * laneCount))
    let entry = kind * segmentCount + segment
    isKnown[entry] = true
    workOut(kinds.keys[kind], segment, fullTimeShare: 1, at: entry * laneCount)
  }

  /// Works out the figures of a kind of teacher: the items, and whether any pay is received.
  private mutating func workOut(_ key: Int, _ segment: Int, fullTimeShare: Double, at place: Int) {
    guard let year else { return }
    block.classes.members(of: key, titleOfGrade: titleOfGrade, into: &members)
    year.schedule.amounts(
      block.needed,
      of: members,
      segment: segment,
      fullTimeShare: fullTimeShare,
      into: &items,
    )
    for lane in 0..<laneCount {
      var figures = Lanes()
      for position in lane * 8..<min(lane * 8 + 8, block.items.count) {
        figures[position % 8] = Double(items[block.items[position]])
      }
      amounts[place + lane] = figures
    }
    guard block.countsTeachers else { return }
    let last = block.items.count
    amounts[place + last / 8][last % 8] = year.schedule.receivesPay(members) ? 1 : 0
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

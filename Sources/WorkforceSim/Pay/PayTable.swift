// SPDX-License-Identifier: GPL-3.0-or-later

/// The items of a block for each kind of teacher in each segment of a window.
///
/// They are worked out when they are first asked for.
///
/// Kinds are found by hashing their key into a table with open addressing, which is never more than
/// half full. Teachers who are paid whole segments are tallied by kind and group and added in the end;
/// amounts stand in lanes of eight, which are added at a time.
struct PayTable {
  /// Eight figures: amounts in hundredths, or how often they are paid.
  typealias Lanes = SIMD8<Double>

  /// The number of lanes of an entry.
  let laneCount: Int
  private let block: PayBlock
  private let titleOfGrade: [Int]
  private var year: PayYear?
  private var keys: [Int]
  private var entries: [Int32]
  private var amounts: [Lanes] = []
  private var count = 0
  private let groups: Int
  /// The teachers of each entry and group who are paid the whole segment.
  private var tallies: [Int32] = []
  private var segmentOfEntry: [Int] = []
  /// How often each figure is paid in the months before each month of the window.
  private var paidBefore: [Lanes] = []
  /// How often each figure is paid on entry.
  private var paidOnEntry: [Lanes] = []
  /// How often each figure is paid in a segment that is paid whole.
  private var payments: [Lanes] = []
  private var members = [Int](repeating: 0, count: Axis.allCases.count)
  private var items: [Int]

  /// The key of a slot that is free.
  private static let free = -1

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
    self.keys = [Int](repeating: Self.free, count: 1 << 14)
    self.entries = [Int32](repeating: 0, count: 1 << 14)
    self.items = [Int](repeating: 0, count: rules.items.count)
  }

  /// Begins a window: forgets all entries and counts how often items are paid.
  mutating func begin(_ year: PayYear) {
    for slot in keys.indices { keys[slot] = Self.free }
    amounts.removeAll(keepingCapacity: true)
    tallies.removeAll(keepingCapacity: true)
    segmentOfEntry.removeAll(keepingCapacity: true)
    count = 0
    self.year = year
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

  /// Tallies a teacher who is paid whole segments.
  ///
  /// - Parameters:
  ///   - segments: The segments.
  ///   - key: The key of the teacher's kind.
  ///   - group: The group of the teacher.
  @inline(__always)
  mutating func tally(_ segments: Range<Int>, of key: Int, in group: Int) {
    for segment in segments { tallies[entry(of: key, segment) &* groups &+ group] &+= 1 }
  }

  /// Adds the teachers who were tallied.
  ///
  /// - Parameters:
  ///   - totals: The figures of the window, by segment, group and lane.
  ///   - first: The place of the table's first lane among the lanes of a group.
  ///   - width: The lanes of a group.
  func addTallied(to totals: inout [Lanes], at first: Int, width: Int) {
    for entry in 0..<count {
      let segment = segmentOfEntry[entry]
      for group in 0..<groups where tallies[entry * groups + group] > 0 {
        let teachers = Double(tallies[entry * groups + group])
        let target = (segment * groups + group) * width + first
        for lane in 0..<laneCount {
          totals[target + lane] +=
            teachers * payments[segment * laneCount + lane] * amounts[entry * laneCount + lane]
        }
      }
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
    let place = isWhole ? entry(of: key, segment) * laneCount : amounts.count
    if !isWhole { append(key, segment, fullTimeShare: fullTimeShare) }
    let first = months.lowerBound * laneCount
    let end = months.upperBound * laneCount
    for lane in 0..<laneCount {
      var times = paidBefore[end + lane] - paidBefore[first + lane]
      if isEntry { times += paidOnEntry[lane] }
      totals[target + lane] += times * amounts[place + lane]
    }
    if !isWhole { amounts.removeLast(laneCount) }
  }

  /// The entry of a kind of teacher in a segment.
  @inline(__always)
  private mutating func entry(of kind: Int, _ segment: Int) -> Int {
    let key = kind &* PayWindow.monthCount &+ segment
    var slot = Self.slot(of: key, in: keys.count)
    while keys[slot] != key {
      if keys[slot] == Self.free { return insert(key, at: slot, kind, segment) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return Int(entries[slot])
  }

  @inline(__always)
  private static func slot(of key: Int, in count: Int) -> Int {
    // Multiplicative hashing by the golden ratio; see Knuth, TAOCP 3, section 6.4.
    let hash = UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(hash >> 40) & (count - 1)
  }

  @inline(never)
  private mutating func insert(_ key: Int, at slot: Int, _ kind: Int, _ segment: Int) -> Int {
    keys[slot] = key
    entries[slot] = Int32(count)
    count += 1
    append(kind, segment, fullTimeShare: 1)
    segmentOfEntry.append(segment)
    tallies.append(contentsOf: repeatElement(0, count: groups))
    if count * 2 > keys.count { grow() }
    return count - 1
  }

  /// Works out the figures of a kind of teacher: the items, and whether any pay is received.
  private mutating func append(_ kind: Int, _ segment: Int, fullTimeShare: Double) {
    guard let year else { return }
    block.classes.members(of: kind, titleOfGrade: titleOfGrade, into: &members)
    year.schedule.amounts(
      block.needed,
      of: members,
      segment: segment,
      fullTimeShare: fullTimeShare,
      into: &items,
    )
    let place = amounts.count
    for _ in 0..<laneCount { amounts.append(Lanes()) }
    for (position, item) in block.items.enumerated() {
      amounts[place + position / 8][position % 8] = Double(items[item])
    }
    guard block.countsTeachers else { return }
    let last = block.items.count
    let isPaid = year.schedule.receivesPay(members, segment: segment)
    amounts[place + last / 8][last % 8] = isPaid ? 1 : 0
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

  private mutating func grow() {
    let old = zip(keys, entries).filter { $0.0 != Self.free }
    keys = [Int](repeating: Self.free, count: keys.count * 2)
    entries = [Int32](repeating: 0, count: keys.count)
    for (key, entry) in old {
      var slot = Self.slot(of: key, in: keys.count)
      while keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      entries[slot] = entry
    }
  }
}

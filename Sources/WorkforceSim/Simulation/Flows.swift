// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of movement that a year counts, in the order of the tables.
package struct FlowKinds: Sendable {
  /// The members: fixed kinds and the exit reasons that the scenario declares.
  package let members: [Member]
  /// Retirement from a post.
  package let retired = 0
  /// The move into early retirement.
  package let earlyRetired = 1
  /// The position of the first declared exit reason.
  package let firstExit = 2
  /// The end of a term contract without another one.
  package let contractEnded: Int
  /// The end of a standby that led to no post.
  package let standbyEnded: Int
  /// Entry into the workforce.
  package let recruited: Int
  /// A term contract that becomes another contract.
  package let converted: Int
  /// A rise to another title.
  package let promoted: Int
  /// A change of subject or stage after further training.
  package let requalified: Int
  /// A change of school.
  package let moved: Int

  /// Creates the kinds.
  ///
  /// - Parameter dimensions: The scenario's dimensions.
  package init(_ dimensions: Dimensions) {
    let exits = dimensions[.exit].members
    self.contractEnded = 2 + exits.count
    self.standbyEnded = contractEnded + 1
    self.recruited = contractEnded + 2
    self.converted = contractEnded + 3
    self.promoted = contractEnded + 4
    self.requalified = contractEnded + 5
    self.moved = contractEnded + 6
    self.members =
      [
        Member("retired", label: LocalizedText("retired", chinese: "退休")),
        Member("early_retired", label: LocalizedText("early retired", chinese: "退养")),
      ] + exits + [
        Member("contract_ended", label: LocalizedText("contract ended", chinese: "合同期满")),
        Member("standby_ended", label: LocalizedText("standby ended", chinese: "待岗期满离岗")),
        Member("recruited", label: LocalizedText("recruited", chinese: "招聘")),
        Member("converted", label: LocalizedText("contract converted", chinese: "转为在编")),
        Member("promoted", label: LocalizedText("promoted", chinese: "职称晋升")),
        Member("requalified", label: LocalizedText("requalified", chinese: "转岗")),
        Member("moved", label: LocalizedText("moved to another school", chinese: "校际流动")),
      ]
  }

  /// The number of kinds.
  package var count: Int { members.count }

  /// The kinds by which people leave the workforce.
  package var leaving: Range<Int> { 0..<(standbyEnded + 1) }
}

/// What happens to a teacher within a school year and changes pay from a month on.
package struct TeacherEvent: Hashable, Sendable {
  /// What happens.
  package enum Kind: Hashable, Sendable {
    /// Retires in the month; a retirement from early retirement included.
    case retired(CompactMonth)
    /// Leaves for another reason, in a month that is drawn.
    case left(exit: UInt8)
    /// Takes early retirement, in a month that is drawn.
    case earlyRetired
    /// Is out of contract from the month on.
    case contractEnded(CompactMonth)
    /// Has held another contract until the month.
    case converted(CompactMonth, from: UInt8)
    /// Rises to another grade of posts, in the month of promotions.
    case promoted
  }

  /// The teacher's row.
  package let row: Int
  /// What happens.
  package let kind: Kind
}

extension FlowKinds {
  /// The kind of movement that an event of a teacher is.
  @inline(__always)
  func kind(of event: TeacherEvent.Kind) -> Int {
    switch event {
    case .retired: retired
    case .left(let exit): firstExit &+ Int(exit)
    case .earlyRetired: earlyRetired
    case .contractEnded: contractEnded
    case .converted: converted
    case .promoted: promoted
    }
  }
}

/// The movements of one year, by group and kind, and the balance of each cell.
package struct YearFlows: Sendable {
  /// The kinds of movement.
  package let kinds: FlowKinds
  /// People by group and kind, the kind running fastest.
  package private(set) var byGroup: [Double]
  /// People who left each cell.
  package private(set) var left: [Double]
  /// People who entered each cell.
  package private(set) var entered: [Double]
  /// People who came into each cell from another one, less those who went to another one.
  package private(set) var exchanged: [Double]
  /// What happened to single teachers, phase by phase, in runs of ascending rows; empty unless it is
  /// recorded.
  private(set) var runs: [[TeacherEvent]] = []
  private let recordsEvents: Bool
  private let groupOfCell: [Int]

  /// Creates empty flows.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - recordsEvents: Whether what happens to single teachers is recorded, as pay needs it.
  package init(_ dimensions: Dimensions, recordsEvents: Bool = false) {
    self.recordsEvents = recordsEvents
    let kinds = FlowKinds(dimensions)
    self.kinds = kinds
    self.byGroup = [Double](repeating: 0, count: dimensions.groupCount * kinds.count)
    self.left = [Double](repeating: 0, count: dimensions.cellCount)
    self.entered = left
    self.exchanged = left
    self.groupOfCell = dimensions.groupOfCell
  }

  /// Counts people who leave the workforce.
  ///
  /// - Parameters:
  ///   - kind: The kind of movement.
  ///   - cell: The cell that they leave.
  ///   - weight: How many people.
  package mutating func leave(_ kind: Int, from cell: UInt32, weight: Double) {
    note(kind, in: cell, weight: weight)
    left[Int(cell)] += weight
  }

  /// Counts people who leave the workforce, each of them a row.
  ///
  /// - Parameters:
  ///   - leavers: How they leave.
  ///   - cells: The cells of all rows.
  package mutating func leave(_ leavers: [TeacherEvent], from cells: [UInt32]) {
    let (cells, groupOfCell, kinds) = (cells.span, groupOfCell, kinds)
    let groups = groupOfCell.span
    Self.count(leavers, in: &byGroup) {
      groups[Int(cells[$0.row])] &* kinds.count &+ kinds.kind(of: $0.kind)
    }
    Self.count(leavers, in: &left) { Int(cells[$0.row]) }
  }

  /// Adds one to the place of each event.
  @inline(__always)
  private static func count(
    _ events: [TeacherEvent],
    in people: inout [Double],
    at place: (TeacherEvent) -> Int,
  ) {
    let events = events.span
    var people = people.mutableSpan
    for number in events.indices { people[place(events[number])] += 1 }
  }

  /// Counts people who enter the workforce.
  ///
  /// - Parameters:
  ///   - kind: The kind of movement.
  ///   - cell: The cell that they enter.
  ///   - weight: How many people.
  package mutating func enter(_ kind: Int, into cell: UInt32, weight: Double) {
    note(kind, in: cell, weight: weight)
    entered[Int(cell)] += weight
  }

  /// Counts a movement that keeps people in their cell.
  ///
  /// - Parameters:
  ///   - kind: The kind of movement.
  ///   - cell: The cell.
  ///   - weight: How many people.
  package mutating func note(_ kind: Int, in cell: UInt32, weight: Double) {
    byGroup[groupOfCell[Int(cell)] * kinds.count + kind] += weight
  }

  /// The people of one kind of movement over all groups.
  ///
  /// - Parameter kind: The kind of movement.
  /// - Returns: How many people.
  package func total(_ kind: Int) -> Double {
    stride(from: kind, to: byGroup.count, by: kinds.count).reduce(0) { $0 + byGroup[$1] }
  }

  /// Counts people who change their cell within the workforce, where they come from.
  ///
  /// They are not among those who left, whom recruitment may replace like for like.
  ///
  /// - Parameters:
  ///   - kind: The kind of movement.
  ///   - cell: The cell that they leave.
  ///   - target: The cell that they enter.
  ///   - weight: How many people.
  package mutating func change(
    _ kind: Int,
    from cell: UInt32,
    to target: UInt32,
    weight: Double,
  ) {
    note(kind, in: cell, weight: weight)
    exchanged[Int(cell)] -= weight
    exchanged[Int(target)] += weight
  }

  /// The people of each cell after the movements.
  ///
  /// - Parameter stock: The people of each cell before them.
  /// - Returns: How many people.
  func stock(after stock: [Double]) -> [Double] {
    stock.combined(with: entered, +).combined(with: left, -).combined(with: exchanged, +)
  }

  /// Records what happens to a teacher, if pay needs it.
  ///
  /// - Parameters:
  ///   - kind: What happens.
  ///   - row: The teacher's row.
  package mutating func record(_ kind: TeacherEvent.Kind, of row: Int) {
    guard recordsEvents else { return }
    if let last = runs.last?.last, last.row <= row {
      runs[runs.count - 1].append(TeacherEvent(row: row, kind: kind))
    } else {
      runs.append([TeacherEvent(row: row, kind: kind)])
    }
  }

  /// Records what happens to teachers, if pay needs it.
  ///
  /// - Parameter events: What happens, in the order of rows.
  package mutating func record(_ events: [TeacherEvent]) {
    if recordsEvents, !events.isEmpty { runs.append(events) }
  }

  /// Starts the next year.
  package mutating func reset() {
    runs.removeAll(keepingCapacity: true)
    for index in byGroup.indices { byGroup[index] = 0 }
    for index in left.indices {
      left[index] = 0
      entered[index] = 0
      exchanged[index] = 0
    }
  }
}

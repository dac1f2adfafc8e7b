// SPDX-License-Identifier: GPL-3.0-or-later

/// How often each figure of a block is paid within a window.
struct PaymentCounts {
  typealias Lanes = PayTable.Lanes

  private let block: PayBlock
  private let laneCount: Int
  /// The times in the months before each month of the window, lane by lane.
  private(set) var beforeMonth: [Lanes] = []
  /// The times on entry.
  private(set) var onEntry: [Lanes] = []
  /// The months that are paid to those who are tallied, cut where anything changes for them.
  private(set) var runs: [PayRun] = []
  /// The times in each run of months, lane by lane.
  private(set) var inRun: [Lanes] = []

  /// Knows no window yet.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - laneCount: The number of lanes that its figures take.
  init(_ block: PayBlock, laneCount: Int) {
    self.block = block
    self.laneCount = laneCount
  }

  /// Whether anything is paid from a month on to those who are tallied.
  func pays(from month: Int) -> Bool { runs.contains { $0.months.upperBound > month } }

  /// Counts the payments of a window.
  ///
  /// - Parameter year: The window.
  mutating func count(in year: PayYear) {
    countMonths(in: year)
    runs = (block.isOfCareers ? year.runs : year.wholeRuns).compactMap(paidRun)
    inRun.removeAll(keepingCapacity: true)
    for months in runs.lazy.map(\.months) {
      for lane in 0..<laneCount {
        inRun.append(
          beforeMonth[months.upperBound * laneCount + lane]
            - beforeMonth[months.lowerBound * laneCount + lane]
        )
      }
    }
  }

  /// Counts the payments before each month and on entry.
  private mutating func countMonths(in year: PayYear) {
    beforeMonth.replaceAll(with: Lanes(), count: (PayWindow.monthCount + 1) * laneCount)
    onEntry.replaceAll(with: Lanes(), count: laneCount)
    for (figure, item) in block.items.enumerated() {
      let rule = year.rules.settings.items[item]
      switch rule.timing {
      case .monthly: countMonths(of: figure) { rule.isPaid(in: year.window.start + $0) }
      case .onEntry: onEntry[figure / 8][figure % 8] = 1
      case .never: break
      }
    }
    if block.countsTeachers { countMonths(of: block.items.count) { _ in true } }
  }

  private mutating func countMonths(of figure: Int, where isPaid: (_ month: Int) -> Bool) {
    var times = 0.0
    for month in 0..<PayWindow.monthCount {
      if isPaid(month) { times += 1 }
      beforeMonth[(month + 1) * laneCount + figure / 8][figure % 8] = times
    }
  }

  /// A run up to the last month in which anything of the block is paid to those who are tallied.
  ///
  /// - Parameter run: The run.
  /// - Returns: The months; `nil` if nothing is paid in any, or it is the thirteenth one.
  private func paidRun(_ run: PayRun) -> PayRun? {
    guard run.months.upperBound < PayWindow.monthCount else { return nil }
    let last = run.months.last { month in
      (month * laneCount..<(month + 1) * laneCount).contains {
        beforeMonth[$0] != beforeMonth[$0 + laneCount]
      }
    }
    return last.map { last in
      PayRun(segment: run.segment, months: run.months.lowerBound..<last + 1, isLater: run.isLater)
    }
  }
}

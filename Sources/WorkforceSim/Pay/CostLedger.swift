// SPDX-License-Identifier: GPL-3.0-or-later

/// What the fiscal years cost, in hundredths, so that sums are exact.
///
/// Items of a window come by segment, region and stage; each is split between its payers by the
/// shares in force in the segment. Shares are rounded to the hundredth, and the last payer with a
/// share takes the rest, so payers add up to items.
struct CostLedger {
  private let rules: PayRules
  private let dimensions: Dimensions
  private let years: ClosedRange<Int>
  /// The first row of the cost table of each group and item, and one more.
  private let firstRow: [Int]
  /// The payer of each row of the cost table.
  private let payerOfRow: [Int]
  /// Money by year and row of the cost table.
  private var cost: [Double]
  /// Pay by year and group.
  private var pay: [Double]
  /// Months of teachers who receive pay, by year and group.
  private var months: [Double]

  /// Opens a ledger.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - scenario: The scenario.
  ///   - rows: The rows of the cost table.
  init(_ rules: PayRules, _ scenario: Scenario, rows: [Int]) {
    let dimensions = scenario.dimensions
    let payers = dimensions.count(.payer)
    let places = dimensions.groupCount * rules.items.count
    var first = [Int](repeating: rows.count, count: places + 1)
    for (position, row) in rows.enumerated().reversed() { first[row / payers] = position }
    for place in (0..<places).reversed() { first[place] = min(first[place], first[place + 1]) }
    self.rules = rules
    self.dimensions = dimensions
    self.years = scenario.calendar.years
    self.firstRow = first
    self.payerOfRow = rows.map { $0 % payers }
    self.cost = [Double](repeating: 0, count: years.count * rows.count)
    self.pay = [Double](repeating: 0, count: years.count * dimensions.groupCount)
    self.months = pay
  }

  /// Books a window.
  ///
  /// - Parameters:
  ///   - phase: The figures of the window.
  ///   - window: The window.
  ///   - year: The year that ends with the window.
  mutating func book(_ phase: borrowing PayPhase, _ window: PayWindow, in year: SimulatedYear) {
    let groups = dimensions.groupCount
    for (position, segment) in window.segments.enumerated()
    where years.contains(segment.fiscalYear) {
      let yearNumber = segment.fiscalYear - years.lowerBound
      for item in rules.items.indices {
        let shares = rules.items[item].payerShare.map {
          year.parameters.values(of: $0, at: segment.date)
        }
        let isPay = rules.settings.items[item].kind == .pay
        for group in 0..<groups {
          let total = phase.total(segment: position, group: group, figure: item)
          guard total > 0 else { continue }
          split(total, yearNumber: yearNumber, group: group, item: item, shares: shares)
          if isPay { pay[yearNumber * groups + group] += total }
        }
      }
      for group in 0..<groups {
        months[yearNumber * groups + group] += phase.total(
          segment: position,
          group: group,
          figure: rules.items.count,
        )
      }
    }
  }

  private mutating func split(
    _ total: Double,
    yearNumber: Int,
    group: Int,
    item: Int,
    shares: ParameterValues?,
  ) {
    let place = group * rules.items.count + item
    let rows = firstRow[place]..<firstRow[place + 1]
    let start = yearNumber * payerOfRow.count
    guard let shares else {
      for row in rows { cost[start + row] += total }
      return
    }
    func share(_ row: Int) -> Double {
      shares[
        (.region, group / dimensions.stageCount),
        (.stage, group % dimensions.stageCount),
        (.payer, payerOfRow[row]),
      ]
    }
    // Drawn shares need not add up, so they are taken relative to their sum.
    let sum = rows.reduce(0) { $0 + share($1) }
    guard let last = rows.last(where: { share($0) > 0 }) ?? rows.last else { return }
    var rest = total
    for row in rows where row != last {
      let part = min(rest, (total * share(row) / sum).roundedHalfUp())
      cost[start + row] += part
      rest -= part
    }
    cost[start + last] += rest
  }

  /// Takes over what another ledger has booked in the years that both have.
  ///
  /// - Parameters:
  ///   - base: The other ledger, with the same first year and groups.
  ///   - rows: The own row for each row of the other ledger.
  mutating func adopt(_ base: CostLedger, rows: [Int]) {
    let groups = dimensions.groupCount
    for year in 0..<min(years.count, base.years.count) {
      for (row, own) in rows.enumerated() {
        cost[year * payerOfRow.count + own] = base.cost[year * base.payerOfRow.count + row]
      }
      for place in year * groups..<(year + 1) * groups {
        pay[place] = base.pay[place]
        months[place] = base.months[place]
      }
    }
  }

  /// Hands over what has been booked.
  mutating func code(_ coder: inout some StateCoder) throws(StateProblem) {
    try coder.column(&cost, count: cost.count)
    try coder.column(&pay, count: pay.count)
    try coder.column(&months, count: months.count)
  }

  /// Writes all fiscal years into a record.
  ///
  /// - Parameters:
  ///   - record: The numbers of the replication.
  ///   - layout: Where every figure of a year lies.
  ///   - levels: The wages with which pay is compared, by year and region.
  func write(into record: inout [Double], layout: RecordLayout, levels: [PayLevel]) {
    let summary = layout.required("summary")
    let measures = RecordLayout.summaryMeasures.map(\.code)
    let groups = dimensions.groupCount
    guard let costMeasure = measures.firstIndex(of: "cost"),
      let payMeasure = measures.firstIndex(of: "pay_per_head")
    else { return }
    for (number, level) in levels.enumerated() {
      let start = number * layout.width
      let rows = number * payerOfRow.count..<(number + 1) * payerOfRow.count
      let table = start + layout.required("cost").offset
      for (position, row) in rows.enumerated() { record[table + position] = cost[row] / 100 }
      let average = AveragePay(
        pay: Array(pay[number * groups..<(number + 1) * groups]),
        months: Array(months[number * groups..<(number + 1) * groups]),
        stages: dimensions.stageCount,
      )
      record[start + summary.offset + costMeasure] = cost[rows].reduce(0, +) / 100
      record[start + summary.offset + payMeasure] = average.perHead
      record.write(average.byGroup(level), at: start + layout.required("pay").offset)
      record.write(average.levels(level), at: start + layout.required("pay_level").offset)
    }
  }
}

extension [Double] {
  /// Writes figures one after another from a position on.
  fileprivate mutating func write(_ figures: [Double], at start: Int) {
    replaceSubrange(start..<(start + figures.count), with: figures)
  }
}

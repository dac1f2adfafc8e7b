// SPDX-License-Identifier: GPL-3.0-or-later

/// The wages of a year with which teachers' pay is compared.
struct PayLevel: Sendable {
  /// The average wage of each region; 0 if none is given.
  private(set) var averageWage: [Double]
  /// The average pay of civil servants of each region; 0 if none is given.
  private(set) var civilServantPay: [Double]
  /// Whether the teachers of each stage count against civil servants.
  private(set) var counts: [Bool]

  /// Reads the wages of a year.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - year: The school year whose counting day lies in the fiscal year.
  init(_ rules: PayRules, in year: SimulatedYear) {
    func byRegion(_ reference: ParameterReference?) -> [Double] {
      let values = reference.map { year.values($0) } ?? ParameterValues(0)
      return (0..<year.dimensions.regionCount).map { values[(.region, $0)] }
    }
    let rule = year.values(rules.levelRule)
    self.averageWage = byRegion(rules.averageWage)
    self.civilServantPay = byRegion(rules.civilServantPay)
    self.counts = (0..<year.dimensions.stageCount).map { rule[(.stage, $0)] > 0 }
  }

  /// Creates the wages of a year for which none are known yet.
  init(_ dimensions: Dimensions) {
    self.averageWage = [Double](repeating: 0, count: dimensions.regionCount)
    self.civilServantPay = averageWage
    self.counts = [Bool](repeating: false, count: dimensions.stageCount)
  }

  /// Hands all columns over.
  mutating func code(_ coder: inout some StateCoder) throws(StateProblem) {
    try coder.column(&averageWage, count: averageWage.count)
    try coder.column(&civilServantPay, count: civilServantPay.count)
    try coder.column(&counts, count: counts.count)
  }
}

/// Average pay of a fiscal year: the pay of teachers over twelve months of work.
struct AveragePay {
  private let pay: [Double]
  private let months: [Double]
  private let stages: Int

  /// Takes the figures of a year.
  ///
  /// - Parameters:
  ///   - pay: Pay by group, in hundredths.
  ///   - months: Months of teachers who receive pay, by group.
  ///   - stages: The number of stages.
  init(pay: [Double], months: [Double], stages: Int) {
    self.pay = pay
    self.months = months
    self.stages = stages
  }

  private static func perHead(_ pay: Double, _ months: Double) -> Double {
    // Whole numbers up to the one division, so that equal pay is equal whatever the months are.
    months > 0 ? pay * 12 / (months * 100) : 0
  }

  /// The pay of a teacher in a year, over all groups.
  var perHead: Double { Self.perHead(pay.reduce(0, +), months.reduce(0, +)) }

  /// The table of pay: teachers, pay, pay per head and its ratio to the average wage, by group.
  func byGroup(_ level: PayLevel) -> [Double] {
    var table: [Double] = []
    table.reserveCapacity(pay.count * 4)
    for group in pay.indices {
      let perHead = Self.perHead(pay[group], months[group])
      let wage = level.averageWage[group / stages]
      table.append(months[group] / 12)
      table.append(pay[group] / 100)
      table.append(perHead)
      table.append(wage > 0 ? perHead / wage : 0)
    }
    return table
  }

  /// The table of levels: pay per head in the stages that count, civil servants' pay, the rule.
  func levels(_ level: PayLevel) -> [Double] {
    let counted = (0..<stages).filter { level.counts[$0] }
    var table: [Double] = []
    table.reserveCapacity(level.civilServantPay.count * 3)
    for (region, civilServants) in level.civilServantPay.enumerated() {
      let first = region * stages
      let perHead = Self.perHead(
        counted.reduce(0) { $0 + pay[first + $1] },
        counted.reduce(0) { $0 + months[first + $1] },
      )
      table.append(perHead)
      table.append(civilServants)
      table.append(perHead > 0 && perHead >= civilServants ? 1 : 0)
    }
    return table
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What follows each kind of contract when its term ends.
package struct ContractRules: Sendable {
  /// The contract that follows a term, by contract; `nil` if there is none.
  package let next: [Int?]
  package let years: ParameterReference
  package let retention: ParameterReference
  package let maximumAge: ParameterReference

  /// The parameters that contracts read.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "contracts.years",
      .years,
      axes: [.contract],
      standard: 0,
      "Length of a term contract; 0 for a contract without an end",
      chinese: "合同年限；0 表示无固定期限",
    ),
    ParameterDefinition(
      "contracts.retention",
      .probabilityPerYear,
      axes: [.contract, .region, .stage],
      standard: 1,
      "Probability that a teacher whose term ends stays on the contract that follows",
      chinese: "合同期满后留任（转入后续合同）的概率",
    ),
    ParameterDefinition(
      "contracts.maximum_age",
      .years,
      axes: [.contract],
      standard: 120,
      "Age from which a term that ends is not followed by another",
      chinese: "合同期满后不再续签的年龄",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet, next: [Int?]) {
    self.next = next
    self.years = parameters.required("contracts.years")
    self.retention = parameters.required("contracts.retention")
    self.maximumAge = parameters.required("contracts.maximum_age")
  }

  /// The month in which a contract that begins now ends.
  ///
  /// - Parameters:
  ///   - contract: The position of the contract kind.
  ///   - year: The year.
  /// - Returns: The month, or the far future for a contract without a term.
  package func end(of contract: Int, in year: SimulatedYear) -> CompactMonth {
    let years = year.values(years)[(.contract, contract)]
    return years == 0 ? .future : CompactMonth(year.countMonth + Int((years * 12).rounded()))
  }
}

/// Term contracts end; some of them become another contract.
///
/// A teacher whose term has ended by the counting day stays with the retention probability and
/// then holds the contract that the scenario names as the next one. Without a next contract, or
/// from the contract's highest age on, the teacher leaves. The age is looked at only when a term
/// ends: it cuts no term short.
package struct ContractEndPhase {
  private let rules: ContractRules
  private let retention: ParameterValues
  private let maximumMonths: [Int]
  private let nextEnd: [CompactMonth]

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The rules of contracts.
  ///   - year: The year.
  package init(_ rules: ContractRules, in year: SimulatedYear) {
    let age = year.values(rules.maximumAge)
    let contracts = 0..<year.dimensions.count(.contract)
    self.rules = rules
    self.retention = year.values(rules.retention)
    self.maximumMonths = contracts.map { Int((age[(.contract, $0)] * 12).rounded()) }
    self.nextEnd = rules.next.map { $0.map { rules.end(of: $0, in: year) } ?? .future }
  }

  /// Ends the contracts whose month has come.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - year: The year.
  package func apply(
    to population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) {
    let now = year.clock.now
    let draws = year.stream(.contractEnd)
    let due = population.contractEnd.rows(0..<population.count) { Int($0.months) <= now }
    for row in due where population.isInWorkforce(row) {
      let contract = Int(population.contract[row])
      let isTooOld = now - Int(population.birth[row].months) >= maximumMonths[contract]
      let cell = population.cell[row]
      let probability =
        rules.next[contract] == nil || isTooOld
        ? 0
        : retention[
          (.contract, contract),
          (.region, year.dimensions.region(ofCell: Int(cell))),
          (.stage, year.dimensions.field(ofCell: Int(cell)).stage),
        ]
      let weight = population.weight[row]
      let stays =
        year.method == .expected
        ? probability
        : ProbabilityThreshold(probability).includes(draws.bits(for: population.id[row])) ? 1 : 0
      if stays < 1 {
        flows.record(.contractEnded(population.contractEnd[row]), of: row)
        flows.leave(flows.kinds.contractEnded, from: cell, weight: weight * (1 - stays))
        if stays > 0 {
          population.reduceWeight(of: row, toShare: stays)
        } else {
          // The weights stay as they are, which are mostly the same for all rows.
          population.hasLeft[row] = true
        }
      }
      if stays > 0, let next = rules.next[contract] {
        flows.record(.converted(population.contractEnd[row], from: UInt8(contract)), of: row)
        population.contract[row] = UInt8(next)
        population.contractEnd[row] = nextEnd[contract]
        if next != contract {
          flows.note(flows.kinds.converted, in: cell, weight: weight * stays)
        }
      }
    }
  }
}

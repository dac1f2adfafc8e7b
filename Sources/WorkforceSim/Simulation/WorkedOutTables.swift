// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of phases that depend on nothing but parameters, which mostly hold for many years.
struct WorkedOutTables {
  var exits = CompetingRisks.OfYears()
  var leave = CompetingRisks.OfYears()
  var applications = CompetingRisks.OfYears()
  var paySteps = PayStepTable.OfYears()
  /// The shares of the hires of each channel.
  var hires: [Int: HireShares.OfYears] = [:]
}

extension CompetingRisks {
  /// The risks of one year after another, by the factors of the probability of each risk.
  package typealias OfYears = WorkedOut<[[ParameterValues]], CompetingRisks>
}

extension PayStepTable {
  /// The steps of one window after another.
  typealias OfYears = WorkedOut<PayStepRules, PayStepTable>
}

/// What a replication leaves to the next one on its thread.
struct Handover {
  /// What has been worked out about pay.
  let paySheets: PaySheets?
  /// The tables that its last year went by.
  let tables: WorkedOutTables
}

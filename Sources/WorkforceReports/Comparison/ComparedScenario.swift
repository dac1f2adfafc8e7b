// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// A scenario beside the base, with the name by which tables and pages tell it from the others.
package struct ComparedScenario: Sendable {
  /// The name, which no other compared scenario has.
  package let name: String
  /// Both runs.
  package let comparison: Comparison
  /// What drives the differences.
  package let drivers: [DriverSet]
  /// What each group of changes adds; `nil` unless it was asked for.
  package let whatChanged: WhatChanged?

  /// Names a comparison.
  ///
  /// - Parameters:
  ///   - name: The name, which no other compared scenario has.
  ///   - comparison: Both runs.
  ///   - whatChanged: What each group of changes adds.
  package init(_ name: String, _ comparison: Comparison, whatChanged: WhatChanged? = nil) {
    self.name = name
    self.comparison = comparison
    self.drivers = comparison.driverSets
    self.whatChanged = whatChanged
  }

  /// The title that people read.
  var title: LocalizedText { comparison.other.scenario.title }

  /// The currency of both runs; `nil` where money is not compared.
  var currency: String? {
    comparison.areComparable(section: "pay")
      ? comparison.base.scenario.rules.pay?.settings.currency : nil
  }

  /// The measures of the whole that can be compared and are not zero throughout, in their order.
  package var measures: [Member] {
    guard let table = comparison.table("summary") else { return [] }
    return table.rows.filter(comparison.isLive).map { table.keys[0].members[$0.members[0]] }
      .filter { comparison.isComparable($0.code) }
  }
}

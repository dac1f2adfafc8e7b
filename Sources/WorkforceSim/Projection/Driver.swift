// SPDX-License-Identifier: GPL-3.0-or-later

/// What the parts of a difference are.
package enum DriverKind: String, Hashable, Sendable, CaseIterable {
  /// Movements of people, added up over the years so far, and the opening.
  case flow
  /// Need and availability.
  case part
  /// Items of pay.
  case item
  /// Who pays.
  case payer
  /// Regions.
  case region
  /// Subjects.
  case subject
  /// Groups of parameters and rules that were replaced.
  case change
}

extension Member {
  /// The difference in all, to which parts add up.
  static let total = Member(
    "total",
    label: LocalizedText("difference in all", chinese: "差异合计"),
  )
}

/// One part of a difference, in each replication of each year in common.
package struct Driver: Sendable {
  /// What the part is.
  package let member: Member
  /// What it adds to other less base, by year and replication.
  package internal(set) var differences: [[Double]]

  /// The distribution of what it adds in a year.
  ///
  /// - Parameter year: The position of the year among those in common.
  /// - Returns: The distribution.
  package func difference(_ year: Int) -> PairedDifference {
    var sorted: [Double] = []
    return PairedDifference(differences: differences[year], sorted: &sorted)
  }

  /// Whether it adds nothing in any replication and year.
  package var isIdle: Bool { differences.allSatisfy { $0.allSatisfy { $0 == 0 } } }
}

/// A difference and the parts that add up to it, replication by replication.
package struct DriverSet: Sendable {
  /// The measure of the whole whose difference is divided.
  package let measure: String
  /// What the parts are.
  package let kind: DriverKind
  /// The parts, in the order of their members.
  package let drivers: [Driver]
  /// The difference of the measure, by year and replication.
  package let total: Driver

  /// The parts by the size of what they add in a year in the mean, largest first.
  ///
  /// - Parameter year: The position of the year among those in common.
  /// - Returns: The parts that ever add something.
  package func largest(_ year: Int) -> [Driver] {
    drivers.filter { !$0.isIdle }.map { ($0, $0.difference(year).statistic.mean.magnitude) }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map(\.element.0)
  }

  /// Several parts as one.
  ///
  /// - Parameters:
  ///   - drivers: The parts, at least one.
  ///   - member: What they are together.
  /// - Returns: Their sum.
  package static func sum(_ drivers: [Driver], as member: Member) -> Driver {
    Driver(
      member: member,
      differences: drivers.dropFirst().reduce(drivers[0].differences) { sum, driver in
        zip(sum, driver.differences).map { zip($0, $1).map(+) }
      },
    )
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What each group of changes adds to the difference of two runs.
///
/// With X₀ the base, X₁ the base with the first group replaced, and so on to Xₙ, the other run, the
/// part of group *k* is Xₖ − Xₖ₋₁. The parts add up to Xₙ − X₀ in every replication, whatever the
/// order; how much each part holds depends on the order, which is therefore fixed.
package struct WhatChanged: Sendable {
  /// Groups that were replaced together because a run between them is not possible, and why.
  package struct Joined: Hashable, Sendable {
    /// The groups.
    package let groups: [ChangeGroup]
    /// The reason, in sentences.
    package let reason: String

    /// Notes that groups were replaced together.
    ///
    /// - Parameters:
    ///   - groups: The groups.
    ///   - reason: The reason, in sentences.
    package init(groups: [ChangeGroup], reason: String) {
      self.groups = groups
      self.reason = reason
    }
  }

  /// The years that all runs have.
  package let years: ClosedRange<Int>
  /// The groups that were replaced together.
  package private(set) var joined: [Joined] = []
  private let measures: [String]
  private let first: [[[Double]]]
  private var last: [[[Double]]]
  private var parts: [(groups: [ChangeGroup], differences: [[[Double]]])] = []

  /// Begins with the base.
  ///
  /// - Parameters:
  ///   - base: The run of the base.
  ///   - measures: The codes of the measures of the whole that are divided.
  ///   - years: The years that all runs have.
  package init(from base: Ensemble, measures: [String], years: ClosedRange<Int>) {
    self.years = years
    self.measures = measures
    self.first = Self.figures(of: base, measures, years)
    self.last = first
  }

  /// Takes in the run in which groups were replaced beside those before.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - run: The run; only its figures of the whole are kept.
  ///   - reason: Why the groups were replaced together; `nil` for a single one.
  package mutating func replace(
    _ groups: [ChangeGroup],
    with run: Ensemble,
    because reason: String?,
  ) {
    let figures = Self.figures(of: run, measures, years)
    parts.append((groups, Self.differences(last, figures)))
    last = figures
    if let reason { joined.append(Joined(groups: groups, reason: reason)) }
  }

  /// The parts of each measure: groups in their order; one that changes nothing adds nothing.
  package var sets: [DriverSet] {
    let totals = Self.differences(first, last)
    return measures.indices.map { measure in
      DriverSet(
        measure: measures[measure],
        kind: .change,
        drivers: Self.members(parts.map(\.groups)).map { groups, member in
          let found = parts.first { $0.groups == groups }
          return Driver(
            member: member,
            differences: found?.differences[measure]
              ?? totals[measure].map { $0.map { _ in 0 } },
          )
        },
        total: Driver(member: .total, differences: totals[measure]),
      )
    }
  }

  /// All groups in their order, those that were replaced together as one.
  private static func members(_ replaced: [[ChangeGroup]]) -> [(groups: [ChangeGroup], Member)] {
    ChangeGroup.allCases.compactMap { group in
      let groups = replaced.first { $0.contains(group) } ?? [group]
      guard groups[0] == group else { return nil }
      let label = LocalizedText(
        groups.map(\.label.english).joined(separator: ", "),
        chinese: groups.map(\.label.chinese).joined(separator: "、"),
      )
      return (groups, Member(groups.map(\.rawValue).joined(separator: "+"), label: label))
    }
  }

  /// The figures by measure, year and replication; zeros where a run does not know a measure.
  private static func figures(
    of run: Ensemble,
    _ measures: [String],
    _ years: ClosedRange<Int>,
  ) -> [[[Double]]] {
    let projection = Projection(run)
    let none = [Double](repeating: 0, count: run.replications)
    return measures.map { measure in
      years.map { projection.summary(measure, year: $0) ?? none }
    }
  }

  private static func differences(
    _ base: [[[Double]]],
    _ other: [[[Double]]],
  ) -> [[[Double]]] {
    zip(base, other).map { base, other in
      zip(base, other).map { base, other in
        zip(base, other).map { $1.difference(from: $0) }
      }
    }
  }
}

extension ChangeGroup {
  /// The name that people read.
  package var label: LocalizedText {
    switch self {
    case .demography: LocalizedText("demography", chinese: "人口与学生")
    case .need: LocalizedText("need, posts and schools", chinese: "需求、编制与学校")
    case .leavers: LocalizedText("leavers", chinese: "离开")
    case .intake: LocalizedText("intake", chinese: "招聘")
    case .placement: LocalizedText("placement and further training", chinese: "聘任、交流与转岗")
    case .pay: LocalizedText("pay", chinese: "工资")
    case .opening: LocalizedText("opening population", chinese: "期初队伍")
    case .other: LocalizedText("other", chinese: "其他")
    case .chance: LocalizedText("chance", chinese: "随机性")
    }
  }
}

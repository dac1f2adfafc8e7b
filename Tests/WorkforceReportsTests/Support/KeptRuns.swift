// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceSim

/// A kept run of two regions and two stages, made up so that every figure of a page follows by hand.
enum KeptRuns {
  static let identity = RunIdentity(
    name: "counties",
    title: LocalizedText("Two counties", chinese: "两县"),
    years: 2_025...2_027,
    replications: 4,
    seed: 7,
    method: .individuals,
    fingerprint: "f00dfeed0123456789",
  )

  static let labels = KeptLabels(
    table([
      ["region", "north", "North County", "北县"], ["region", "south", "South County", "南县"],
      ["stage", "primary", "primary school", "小学"], ["stage", "junior", "junior high", "初中"],
      ["location", "rural", "rural", "乡村"],
      ["school", "hill", "Hill School", "山坡小学"], ["school", "dale", "Dale School", "山谷小学"],
      ["school", "dale_2", "Dale School", "山谷二小"],
    ])
  )

  /// A table of texts.
  static func table(_ rows: [[String]]) -> KeptTable {
    KeptTable(rows.map { KeptTable.Row(texts: $0, numbers: []) })
  }

  /// A table of means by region, stage and measure, from lines such as `2025 north primary schools 10`.
  static func means(_ lines: [String]) -> KeptTable {
    KeptTable(
      lines.map { line in
        let words = line.split(separator: " ").map(String.init)
        return KeptTable.Row(
          texts: Array(words[1...3]),
          numbers: [Double(words[0]) ?? .nan, Double(words[4]) ?? .nan],
        )
      }
    )
  }

  /// A run with the given tables.
  static func run(_ tables: [String: KeptTable]) -> KeptRun {
    KeptRun(
      identity: identity,
      overrides: [],
      place: .folder("results/counties"),
      labels: labels,
      tables: tables,
    )
  }

  /// Schools of which one merges each year in the north, and one in the south in 2027.
  static let network = means([
    "2025 north primary schools 10", "2026 north primary schools 9", "2027 north primary schools 8",
    "2025 south primary schools 5", "2026 south primary schools 5", "2027 south primary schools 4",
    "2025 north junior schools 3", "2026 north junior schools 3", "2027 north junior schools 3",
    "2026 north primary merged 1", "2027 north primary merged 1", "2027 south primary merged 1",
  ])

  /// In 2027 7 of 60 rotate, 3 of them backbone teachers; the north alone meets its duty.
  static let rotation = [
    "2027 north primary due_to_rotate 40", "2027 south primary due_to_rotate 20",
    "2027 north primary rotated 6", "2027 south primary rotated 1",
    "2027 north primary rotated_backbone 3", "2027 north primary duty_met 1",
    "2027 north junior duty_met 1", "2027 south primary duty_met 0.25",
  ]

  /// Of the 10 placed across schools the ranks add up to 12 and 8: their mean is 2.
  static let rounds = [
    "2027 north primary covered 100", "2027 south primary covered 50",
    "2027 north primary placed_cross_school 8", "2027 south primary placed_cross_school 2",
    "2027 north primary preference_rank_sum 12", "2027 south primary preference_rank_sum 8",
    "2027 north primary standby 2.5", "2027 south primary standby 1",
  ]

  /// The median of two regions is their mean: 0.4 before and 0.25 after.
  static let balance = [
    "2027 north primary pupils_per_teacher_cv_before 0.3",
    "2027 south primary pupils_per_teacher_cv_before 0.5",
    "2027 north primary pupils_per_teacher_cv_after 0.2",
    "2027 south primary pupils_per_teacher_cv_after 0.3",
    "2027 north primary balance_limit 0.5", "2027 south primary balance_limit 0.5",
    "2027 north primary balance_limit_met 1", "2027 south primary balance_limit_met 0.25",
    // A stage without schools holds the limit, but there is nothing to compare.
    "2027 north junior balance_limit 0.5", "2027 north junior balance_limit_met 1",
  ]
}

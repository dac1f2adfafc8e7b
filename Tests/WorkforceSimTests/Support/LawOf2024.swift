// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

extension SmallScenario {
  /// China's retirement law: men, women of 55, women of 50, and people whom no rule covers.
  ///
  /// Source: Decision of the Standing Committee of the National People's Congress of 13 September
  /// 2024 on gradually raising the statutory retirement age.
  static func underTheLawOf2024(years: Int) -> SmallScenario {
    let sexes = Dimension(.sex, ["man", "woman", "worker", "uncovered"].map { Member($0) })
    let categories = Dimension(.category, ["men", "women", "workers"].map { Member($0) })
    var small = SmallScenario(years: years, dimensions: Dimensions([sexes, categories]))
    small.retirement = (0..<3).map { RetirementAssignment(category: $0, sexes: [$0]) }
    small.set("retirement.original_age", by: [.category], 60, 55, 50)
    small.set(
      "retirement.first_birth_month",
      by: [.category],
      Double(Month(year: 1965, month: 1).index),
      Double(Month(year: 1970, month: 1).index),
      Double(Month(year: 1975, month: 1).index),
    )
    small.set("retirement.birth_months_per_step", by: [.category], 4, 4, 2)
    let before = Month(year: 1978, month: 6)
    let reform = Month(year: 2025, month: 1)
    small.set(
      "retirement.maximum_delay",
      by: [.category],
      dated: [(before, [0, 0, 0]), (reform, [36, 36, 60])],
    )
    for limit in ["flexible_early_limit", "flexible_late_limit"] {
      small.set(
        "retirement.\(limit)",
        by: [.category],
        dated: [(before, [0, 0, 0]), (reform, [36, 36, 36])],
      )
    }
    let contributions = (0...9).map { year in
      (from: Month(year: 2030 + year, month: 1), [15.5 + 0.5 * Double(year)])
    }
    small.set(
      "retirement.minimum_contribution_years",
      dated: [(from: before, [15])] + contributions,
    )
    return small
  }
}

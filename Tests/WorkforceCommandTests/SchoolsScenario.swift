// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The teaching scenario with schools, placement and rotation.
enum SchoolsScenario {
  private static let values: [(name: String, unit: String, value: String)] = [
    ("schools.count", "schools", "5"), ("schools.merger_threshold", "pupils", "200"),
    ("schools.merger_limit", "schools", "1"), ("rotation.eligible_years", "years", "2"),
    ("rotation.duty_share", "share", "0.1"), ("balance.limit", "factor", "0.2"),
  ]

  /// The scenario's file.
  static var text: String {
    let base = CommandRunner.root.appending(path: "scenarios/teaching").path
    let lines = values.map { name, unit, value in
      "  \(name): {description: {en: Test, zh: 测试}, unit: \(unit), values: {2025-09-01: \(value)}, "
        + "confidence: assumed, references: [{assumption: Test.}]}"
    }
    return """
      format: 1
      name: {en: Schools, zh: 学校}
      extends: \(base)
      years: {last: 2030}
      schools: {method: synthesis}
      posts: {method: need}
      placement: on
      rotation: on
      balance: on
      set:
      \(lines.joined(separator: "\n"))
      """
  }
}

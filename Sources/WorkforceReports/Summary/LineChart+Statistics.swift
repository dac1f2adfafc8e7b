// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension LineChart.Band {
  /// The 5 % to 95 % band of a figure over the years, or `nil` where nothing varies.
  init?(_ name: String, of statistics: [Statistic]) {
    guard statistics.contains(where: { $0.p05 != $0.p95 }) else { return nil }
    self.init(name, lower: statistics.map(\.p05), upper: statistics.map(\.p95))
  }
}

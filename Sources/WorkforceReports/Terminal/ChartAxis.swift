// SPDX-License-Identifier: GPL-3.0-or-later

/// The value axis of a chart: a round step a row, so that every label is a round number.
struct ChartAxis {
  private let lowest: Double
  private let step: Double
  private let decimals: Int
  private let rows: Int

  /// Finds the smallest round step (1, 2, 2.5 or 5 times a power of ten) with which all values fit.
  ///
  /// - Returns: nil when no value can be drawn.
  init?(values: [Double], rows: Int) {
    let drawable = values.filter(Self.canDraw)
    guard let smallest = drawable.min(), let largest = drawable.max() else { return nil }
    // Equal values stand in the middle of an axis of a tenth of their size.
    let range = largest > smallest ? largest - smallest : max(abs(largest) * 0.1, 1)
    let bottom = largest > smallest ? smallest : smallest - range / 2
    var power = -15
    while Self.power(power + 1) * Double(rows - 1) <= range { power += 1 }
    let steps = [1, 2, 2.5, 5, 10, 20].map { $0 * Self.power(power) }
    let fitting = steps.first { step in
      (bottom / step).rounded(.down) * step + step * Double(rows - 1) >= largest
    }
    let step = fitting ?? range
    self.step = step
    self.rows = rows
    lowest = (bottom / step).rounded(.down) * step
    decimals = Self.decimals(of: step)
  }

  /// Whether a value can stand in a chart; beyond that a Double holds no fractions to scale.
  static func canDraw(_ value: Double) -> Bool {
    value.magnitude < 1e15
  }

  /// The row nearest to a value, counted from the bottom.
  func row(of value: Double) -> Int {
    min(max(Int(((value - lowest) / step).rounded()), 0), rows - 1)
  }

  /// The label of a row; every third row has one.
  func label(row: Int) -> String {
    guard row % 3 == 0 else { return "" }
    return grouped(lowest + step * Double(row), decimals: decimals)
  }

  /// The fewest decimals that show a step in full.
  private static func decimals(of step: Double) -> Int {
    let decimals = (0..<DecimalText.mostDecimals).first { decimals in
      let scaled = step * power(decimals)
      return abs(scaled - scaled.rounded()) < 1e-6 * scaled
    }
    return decimals ?? DecimalText.mostDecimals
  }

  private static func power(_ exponent: Int) -> Double {
    let whole = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? 1 / whole : whole
  }
}

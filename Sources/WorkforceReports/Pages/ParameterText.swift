// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The values of parameters as people read them.
package enum ParameterText {
  /// One value, or the distribution that it is drawn from.
  static func leaf(_ leaf: ParameterLeaf, unit: Unit) -> String {
    switch leaf {
    case .number(let value): number(value, unit: unit)
    case .drawn(let distribution): describe(distribution)
    }
  }

  private static func number(_ value: Double, unit: Unit) -> String {
    if unit == .month, value > 0 { return Month(index: Int(value)).description }
    return plain(value)
  }

  /// A number to six decimals; a large one to one decimal, with a comma at every thousand.
  static func plain(_ value: Double) -> String {
    abs(value) >= 1000 ? grouped(value, decimals: 1) : format(value, decimals: 6)
  }

  /// The last values of a parameter: the number, or the least and the greatest.
  ///
  /// - Parameter parameter: The parameter.
  /// - Returns: The numbers, with `~` before them if any part is uncertain.
  package static func range(of parameter: Parameter) -> String {
    guard let last = parameter.dated.last else { return "" }
    let values = last.leaves.map(\.central)
    guard let low = values.min(), let high = values.max() else { return "" }
    let mark = parameter.isUncertain ? "~" : ""
    return low == high
      ? mark + number(low, unit: parameter.unit)
      : "\(mark)\(number(low, unit: parameter.unit)) … \(number(high, unit: parameter.unit))"
  }

  /// A distribution, such as `normal(0.02, sd 0.01)`.
  static func describe(_ distribution: Distribution) -> String {
    switch distribution {
    case .beta(let mean, let deviation): "beta(\(plain(mean)), sd \(plain(deviation)))"
    case .gamma(let mean, let deviation): "gamma(\(plain(mean)), sd \(plain(deviation)))"
    case .lognormal(let mean, let deviation): "lognormal(\(plain(mean)), sd \(plain(deviation)))"
    case .normal(let mean, let deviation): "normal(\(plain(mean)), sd \(plain(deviation)))"
    case .triangular(let minimum, let mode, let maximum):
      "triangular(\(plain(minimum)), \(plain(mode)), \(plain(maximum)))"
    case .uniform(let minimum, let maximum): "uniform(\(plain(minimum)), \(plain(maximum)))"
    case .discrete(let values, _): "discrete(\(values.map(plain).joined(separator: ", ")))"
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What is believed about an uncertain number.
///
/// A scenario may give a distribution in place of any number; it is drawn once a replication. Mean
/// and standard deviation are those of the number itself, also for the lognormal distribution. A
/// standard deviation of 0 stands for the mean.
public enum Distribution: Hashable, Sendable {
  /// A share between 0 and 1.
  case beta(mean: Double, standardDeviation: Double)
  /// A positive amount, the sum of many waiting times.
  case gamma(mean: Double, standardDeviation: Double)
  /// A positive amount, the product of many factors.
  case lognormal(mean: Double, standardDeviation: Double)
  /// A number of either sign, the sum of many parts.
  case normal(mean: Double, standardDeviation: Double)
  /// An expert's least, most probable and greatest value.
  case triangular(minimum: Double, mode: Double, maximum: Double)
  /// All values between two bounds alike.
  case uniform(minimum: Double, maximum: Double)
  /// One of some values, with probabilities in proportion to the weights.
  case discrete(values: [Double], weights: [Double])

  /// The expected value.
  ///
  /// - Precondition: ``problem`` is nil.
  public var mean: Double {
    switch self {
    case .beta(let mean, _), .gamma(let mean, _), .lognormal(let mean, _), .normal(let mean, _):
      mean
    case .triangular(let minimum, let mode, let maximum):
      (minimum + mode + maximum) / 3
    case .uniform(let minimum, let maximum):
      (minimum + maximum) / 2
    case .discrete(let values, let weights):
      zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    }
  }

  /// The bounds that no draw passes; infinite where there is none.
  ///
  /// - Precondition: ``problem`` is nil.
  public var support: ClosedRange<Double> {
    switch self {
    case .beta(let mean, 0), .gamma(let mean, 0), .lognormal(let mean, 0), .normal(let mean, 0):
      mean...mean
    case .beta:
      0...1
    case .gamma, .lognormal:
      0...Double.infinity
    case .normal:
      -Double.infinity...Double.infinity
    case .triangular(let minimum, _, let maximum), .uniform(let minimum, let maximum):
      minimum...maximum
    case .discrete(let values, let weights):
      Self.range(of: zip(values, weights).filter { $0.1 > 0 }.map(\.0))
    }
  }

  private static func range(of values: [Double]) -> ClosedRange<Double> {
    guard let least = values.min(), let greatest = values.max() else {
      preconditionFailure("a discrete distribution needs a value with a weight above 0")
    }
    return least...greatest
  }
}

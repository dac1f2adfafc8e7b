// SPDX-License-Identifier: GPL-3.0-or-later

extension Distribution {
  /// Why no distribution has these arguments, as a sentence without its stop; nil if one has.
  ///
  /// The sentence says what is allowed and what was given.
  public var problem: String? {
    switch self {
    case .beta(let mean, let deviation):
      Self.problem(ofBeta: mean, deviation)
    case .gamma(let mean, let deviation):
      Self.problem(ofPositive: "a gamma distribution", mean, deviation)
    case .lognormal(let mean, let deviation):
      Self.problem(ofPositive: "a lognormal distribution", mean, deviation)
    case .normal(let mean, let deviation):
      mean.isFinite && deviation.isFinite && deviation >= 0
        ? nil
        : "a normal distribution needs a finite mean and a finite standard deviation of at least 0;"
          + " mean \(mean.roundedText) and standard deviation \(deviation.roundedText) were given"
    case .triangular(let minimum, let mode, let maximum):
      Self.areOrdered([minimum, mode, maximum])
        ? nil
        : "a triangular distribution needs a finite minimum, mode and maximum in this order;"
          + " \(minimum.roundedText), \(mode.roundedText) and \(maximum.roundedText) were given"
    case .uniform(let minimum, let maximum):
      Self.areOrdered([minimum, maximum])
        ? nil
        : "a uniform distribution needs a finite minimum and a finite maximum not below it;"
          + " \(minimum.roundedText) and \(maximum.roundedText) were given"
    case .discrete(let values, let weights):
      Self.problem(ofDiscrete: values, weights)
    }
  }

  /// Why classes cannot be drawn by these weights, to follow the name of what is drawn.
  ///
  /// - Parameter weights: The weight of each class.
  /// - Returns: What is needed and what was given, or nil if the weights are possible.
  static func problem(ofWeights weights: [Double]) -> String? {
    for (index, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      return "needs finite weights of at least 0; weight \(index + 1) is \(weight.roundedText)"
    }
    let sum = weights.reduce(0, +)
    return sum > 0 && sum.isFinite
      ? nil
      : "needs weights with a positive, finite sum; the sum is \(sum.roundedText)"
  }

  private static func problem(ofBeta mean: Double, _ deviation: Double) -> String? {
    guard mean > 0 && mean < 1 else {
      return "a beta distribution needs a mean between 0 and 1; \(mean.roundedText) was given"
    }
    let bound = (mean * (1 - mean)).squareRoot()
    return deviation >= 0 && deviation < bound
      ? nil
      : "a beta distribution with mean \(mean.roundedText) needs a standard deviation of at least 0 and "
        + "below sqrt(mean x (1 - mean)) = \(bound.roundedText); \(deviation.roundedText) was given"
  }

  private static func problem(
    ofPositive name: String,
    _ mean: Double,
    _ deviation: Double,
  ) -> String? {
    mean > 0 && mean.isFinite && deviation >= 0 && deviation <= 1000 * mean
      ? nil
      : "\(name) needs a finite mean above 0 and a standard deviation of 0 to 1000 times the mean;"
        + " mean \(mean.roundedText) and standard deviation \(deviation.roundedText) were given"
  }

  private static func problem(ofDiscrete values: [Double], _ weights: [Double]) -> String? {
    guard values.count == weights.count else {
      return "a discrete distribution needs as many weights as values;"
        + " \(values.count) values and \(weights.count) weights were given"
    }
    for (index, value) in values.enumerated() where !value.isFinite {
      return
        "a discrete distribution needs finite values; value \(index + 1) is \(value.roundedText)"
    }
    return problem(ofWeights: weights).map { "a discrete distribution \($0)" }
  }

  private static func areOrdered(_ values: [Double]) -> Bool {
    guard let first = values.first, let last = values.last else { return true }
    return (last - first).isFinite && zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

extension Distribution {
  /// Draws a value.
  ///
  /// - Parameter stream: The stream to draw from.
  /// - Returns: A value within ``support``.
  /// - Precondition: ``problem`` is nil.
  package func draw(from stream: inout CountStream) -> Double {
    switch self {
    case .beta(let mean, let standardDeviation):
      stream.beta(mean: mean, standardDeviation: standardDeviation)
    case .gamma(let mean, let standardDeviation):
      stream.gamma(mean: mean, standardDeviation: standardDeviation)
    case .lognormal(let mean, let standardDeviation):
      stream.lognormal(mean: mean, standardDeviation: standardDeviation)
    case .normal(let mean, let standardDeviation):
      stream.normal(mean: mean, standardDeviation: standardDeviation)
    case .triangular(let minimum, let mode, let maximum):
      stream.triangular(minimum: minimum, mode: mode, maximum: maximum)
    case .uniform(let minimum, let maximum):
      stream.uniform(minimum: minimum, maximum: maximum)
    case .discrete(let values, let weights):
      values[Self.position(of: stream.uniform(), among: weights)]
    }
  }

  // By cumulative weights rather than by an alias table: when a scenario shifts a little weight
  // between neighbouring values, only that part of the draws changes.
  private static func position(of probability: Double, among weights: [Double]) -> Int {
    if let problem = problem(ofWeights: weights) {
      preconditionFailure("a discrete distribution \(problem)")
    }
    let target = probability * weights.reduce(0, +)
    var sum = 0.0
    var last = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      sum += weight
      last = index
      if target < sum { break }
    }
    return last
  }
}

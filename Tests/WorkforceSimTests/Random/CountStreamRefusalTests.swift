// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// A draw with arguments that no distribution has.
enum ImpossibleDraw: String, CaseIterable, Codable, Sendable {
  case binomialTrials, tooManyTrials, binomialProbability, binomialNaN
  case negativeBinomialMean, negativeBinomialDispersion, negativeBinomialTooLarge
  case beta, gamma, lognormal, normal, triangular, uniform, discrete
  case covarianceShape, covarianceAsymmetric, covarianceWithoutVariance

  func attempt(_ stream: inout CountStream) throws {
    switch self {
    case .binomialTrials: _ = stream.binomial(trials: -1, probability: 0.5)
    case .tooManyTrials: _ = stream.binomial(trials: 1 << 31, probability: 0.5)
    case .binomialProbability: _ = stream.binomial(trials: 9, probability: 1.01)
    case .binomialNaN: _ = stream.binomial(trials: 9, probability: .nan)
    case .negativeBinomialMean: _ = stream.negativeBinomial(mean: -1, dispersion: 1)
    case .negativeBinomialDispersion: _ = stream.negativeBinomial(mean: 1, dispersion: 0)
    case .negativeBinomialTooLarge: _ = stream.negativeBinomial(mean: 1e9, dispersion: 0.1)
    case .beta: _ = stream.beta(mean: 0.5, standardDeviation: 0.5)
    case .gamma: _ = stream.gamma(mean: 0, standardDeviation: 1)
    case .lognormal: _ = stream.lognormal(mean: -1, standardDeviation: 1)
    case .normal: _ = stream.normal(mean: 0, standardDeviation: -1)
    case .triangular: _ = stream.triangular(minimum: 0, mode: 2, maximum: 1)
    case .uniform: _ = stream.uniform(minimum: 1, maximum: 0)
    case .discrete: _ = Distribution.discrete(values: [1], weights: [0]).draw(from: &stream)
    case .covarianceShape: _ = try stream.multivariateNormal(mean: [0, 0], covariance: [1])
    case .covarianceAsymmetric:
      _ = try stream.multivariateNormal(mean: [0, 0], covariance: [1, 0.1, 0.2, 1])
    case .covarianceWithoutVariance:
      _ = try stream.multivariateNormal(mean: [0, 0], covariance: [1, 0.1, 0.1, 0])
    }
  }
}

struct CountStreamRefusalTests {
  @Test(arguments: ImpossibleDraw.allCases)
  func `impossible arguments end the process before GSL sees them`(draw: ImpossibleDraw) async {
    await #expect(processExitsWith: .failure) { [draw = draw as ImpossibleDraw] in
      let key = RandomKey(seed: 1, replication: 0)
      var stream = CountStream(key: key, decision: .parameters, year: 2026)
      // A thrown error would end the process too, but not for the reason under test.
      try? draw.attempt(&stream)
    }
  }
}

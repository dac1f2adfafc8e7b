// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Testing
import WorkforceSim

/// A distribution with its variance and its distribution function from an independent source.
struct KnownDistribution: Sendable {
  var distribution: Distribution
  var variance: Double
  var distributionFunction: @Sendable (Double) -> Double

  static let all: [KnownDistribution] = [
    // a = 0.3 x 20 = 6 and b = 14, from variance m (1 - m) / (a + b + 1).
    .init(.beta(mean: 0.3, standardDeviation: 0.1), 0.01) { gsl_cdf_beta_P($0, 6, 14) },
    // a = b = 1/2: the arcsine law, with variance 1/8.
    .init(.beta(mean: 0.5, standardDeviation: 0.125.squareRoot()), 0.125) {
      gsl_cdf_beta_P($0, 0.5, 0.5)
    },
    .init(.gamma(mean: 6, standardDeviation: 3), 9) { gsl_cdf_gamma_P($0, 4, 1.5) },
    // Shape 1/4, scale 8.
    .init(.gamma(mean: 2, standardDeviation: 4), 16) { gsl_cdf_gamma_P($0, 0.25, 8) },
    // log mean 0.5, log variance 1: mean exp(1), variance exp(2) (exp(1) - 1).
    .init(
      .lognormal(mean: exp(1), standardDeviation: exp(1) * (exp(1) - 1).squareRoot()),
      exp(2) * (exp(1) - 1),
    ) { gsl_cdf_lognormal_P($0, 0.5, 1) },
    .init(.normal(mean: -4, standardDeviation: 2.5), 6.25) { gsl_cdf_gaussian_P($0 + 4, 2.5) },
    // Variance (a² + b² + c² - ab - ac - bc) / 18.
    .init(.triangular(minimum: 0, mode: 1, maximum: 4), 13.0 / 18) {
      $0 < 1 ? $0 * $0 / 4 : 1 - (4 - $0) * (4 - $0) / 12
    },
    .init(.triangular(minimum: 0, mode: 0, maximum: 2), 4.0 / 18) {
      1 - (2 - $0) * (2 - $0) / 4
    },
    .init(.triangular(minimum: 0, mode: 2, maximum: 2), 4.0 / 18) { $0 * $0 / 4 },
    .init(.uniform(minimum: -1, maximum: 5), 3) { gsl_cdf_flat_P($0, -1, 5) },
  ]

  init(
    _ distribution: Distribution,
    _ variance: Double,
    _ distributionFunction: @escaping @Sendable (Double) -> Double,
  ) {
    self.distribution = distribution
    self.variance = variance
    self.distributionFunction = distributionFunction
  }
}

struct CountStreamAmountsTests {
  @Test(arguments: KnownDistribution.all)
  func `draws fit their distribution`(known: KnownDistribution) {
    let draws = sample(10_000) { known.distribution.draw(from: &$0) }
    #expect(kolmogorovTail(draws, distributionFunction: known.distributionFunction) > believable)
    let moments = SampleMoments(draws)
    #expect(moments.agrees(mean: known.distribution.mean, variance: known.variance))
    #expect(draws.allSatisfy(known.distribution.support.contains))
  }

  @Test func `a wrong distribution is found out`() {
    let draws = sample(10_000) { $0.normal(mean: 0, standardDeviation: 1) }
    #expect(kolmogorovTail(draws) { gsl_cdf_gaussian_P($0, 1.1) } < believable)
    #expect(!SampleMoments(draws).agrees(mean: 0.1, variance: 1))
    #expect(!SampleMoments(draws).agrees(mean: 0, variance: 1.2))
  }

  @Test func `Gumbel draws fit`() {
    let draws = sample(10_000) { StandardGumbel.draw(of: $0.uniform()) }
    // GSL's form is exp(-b exp(-a x)).
    #expect(kolmogorovTail(draws) { gsl_cdf_gumbel1_P($0, 1, 1) } > believable)
    let variance = Double.pi * Double.pi / 6
    let mean = 0.577_215_664_901_532_9
    #expect(SampleMoments(draws).agrees(mean: mean, variance: variance))
  }

  @Test func `the greatest of several Gumbel utilities is a logit choice`() {
    let utilities = [0.0, 0.5, 1.5]
    let choices = sample(10_000) { stream in
      let scores = utilities.map { $0 + StandardGumbel.draw(of: stream.uniform()) }
      return scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }
    let observed = utilities.indices.map { option in choices.count { $0 == option } }
    let weights = utilities.map(exp)
    let expected = weights.map { 10_000 * $0 / weights.reduce(0, +) }
    #expect(chiSquareTail(observed: observed, expected: expected) > believable)
  }

  @Test(
    arguments: [
      .beta(mean: 0.1, standardDeviation: 0), .gamma(mean: 0.1, standardDeviation: 0),
      .lognormal(mean: 0.1, standardDeviation: 0), .normal(mean: 0.1, standardDeviation: 0),
      .triangular(minimum: 0.1, mode: 0.1, maximum: 0.1), .uniform(minimum: 0.1, maximum: 0.1),
      .discrete(values: [0.1], weights: [3]), .discrete(values: [9, 0.1], weights: [0, 3]),
      .beta(mean: 0.1, standardDeviation: 1e-200), .gamma(mean: 0.1, standardDeviation: 1e-200),
      .lognormal(mean: 0.1, standardDeviation: 1e-200),
    ] as [Distribution]
  )
  func `a distribution without spread gives exactly its mean`(distribution: Distribution) {
    #expect(Set(sample(20) { distribution.draw(from: &$0) }) == [0.1])
    #expect(abs(distribution.mean - 0.1) <= 0.1.ulp)
  }

  @Test(
    arguments: [
      .beta(mean: 0.5, standardDeviation: 0.5.nextDown),
      .beta(mean: 1e-9, standardDeviation: 3e-5),
      .gamma(mean: 1, standardDeviation: 1000),
      .lognormal(mean: 1e-300, standardDeviation: 1e-297),
      .triangular(minimum: -8e307, mode: 0, maximum: 8e307),
      .triangular(minimum: 0.1, mode: 0.3, maximum: 0.3),
      .uniform(minimum: 0.1, maximum: 0.1.nextUp),
    ] as [Distribution]
  )
  func `an extreme distribution keeps within its support`(distribution: Distribution) {
    #expect(distribution.problem == nil)
    let draws = sample(500) { distribution.draw(from: &$0) }
    #expect(draws.allSatisfy { $0.isFinite && distribution.support.contains($0) })
  }
}

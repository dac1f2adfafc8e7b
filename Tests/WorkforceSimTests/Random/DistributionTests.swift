// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct DistributionTests {
  static let problems: [(Distribution, String)] = [
    (
      .beta(mean: 0.1, standardDeviation: 0.4),
      "a beta distribution with mean 0.1 needs a standard deviation of at least 0 and below "
        + "sqrt(mean x (1 - mean)) = 0.3; 0.4 was given",
    ),
    (
      .beta(mean: 1, standardDeviation: 0.1),
      "a beta distribution needs a mean between 0 and 1; 1 was given",
    ),
    (
      .gamma(mean: 0, standardDeviation: 1),
      "a gamma distribution needs a finite mean above 0 and a standard deviation of 0 to 1000 "
        + "times the mean; mean 0 and standard deviation 1 were given",
    ),
    (
      .lognormal(mean: 2, standardDeviation: -0.5),
      "a lognormal distribution needs a finite mean above 0 and a standard deviation of 0 to 1000 "
        + "times the mean; mean 2 and standard deviation -0.5 were given",
    ),
    (
      .normal(mean: .nan, standardDeviation: 1),
      "a normal distribution needs a finite mean and a finite standard deviation of at least 0; "
        + "mean nan and standard deviation 1 were given",
    ),
    (
      .triangular(minimum: 1, mode: 0.5, maximum: 2),
      "a triangular distribution needs a finite minimum, mode and maximum in this order; "
        + "1, 0.5 and 2 were given",
    ),
    (
      .uniform(minimum: 3, maximum: 1),
      "a uniform distribution needs a finite minimum and a finite maximum not below it; "
        + "3 and 1 were given",
    ),
    (
      .discrete(values: [1, 2], weights: [1]),
      "a discrete distribution needs as many weights as values; 2 values and 1 weights were given",
    ),
    (
      .discrete(values: [1, .infinity], weights: [1, 1]),
      "a discrete distribution needs finite values; value 2 is inf",
    ),
    (
      .discrete(values: [1, 2], weights: [1, -2]),
      "a discrete distribution needs finite weights of at least 0; weight 2 is -2",
    ),
    (
      .discrete(values: [], weights: []),
      "a discrete distribution needs weights with a positive, finite sum; the sum is 0",
    ),
  ]

  @Test(arguments: problems)
  func `impossible arguments are told in a sentence`(distribution: Distribution, text: String) {
    #expect(distribution.problem == text)
  }

  @Test(
    arguments: [
      .beta(mean: 0.5, standardDeviation: .nan), .beta(mean: .nan, standardDeviation: 0.1),
      .gamma(mean: .infinity, standardDeviation: 1), .gamma(mean: 1, standardDeviation: 1001),
      .normal(mean: 0, standardDeviation: .infinity),
      .triangular(minimum: 0, mode: .nan, maximum: 1),
      .triangular(minimum: 0, mode: 2, maximum: 1),
      .uniform(minimum: -.infinity, maximum: 1),
      .uniform(minimum: -1.7e308, maximum: 1.7e308),
    ] as [Distribution]
  )
  func `numbers that are not finite or out of range are a problem`(distribution: Distribution) {
    #expect(distribution.problem != nil)
  }

  @Test(arguments: KnownDistribution.all)
  func `possible arguments are no problem`(known: KnownDistribution) {
    #expect(known.distribution.problem == nil)
  }

  @Test(
    arguments: [
      (.beta(mean: 0.3, standardDeviation: 0.1), 0.3, 0...1),
      (.gamma(mean: 2, standardDeviation: 1), 2, 0...Double.infinity),
      (.lognormal(mean: 2, standardDeviation: 1), 2, 0...Double.infinity),
      (.normal(mean: 2, standardDeviation: 1), 2, -Double.infinity...Double.infinity),
      (.normal(mean: 2, standardDeviation: 0), 2, 2...2),
      (.triangular(minimum: 1, mode: 2, maximum: 6), 3, 1...6),
      (.uniform(minimum: 1, maximum: 4), 2.5, 1...4),
      (.discrete(values: [5, 1, 9], weights: [1, 3, 0]), 2, 1...5),
    ] as [(Distribution, Double, ClosedRange<Double>)]
  )
  func `mean and support follow from the arguments`(
    distribution: Distribution,
    mean: Double,
    support: ClosedRange<Double>,
  ) {
    #expect(distribution.mean == mean)
    #expect(distribution.support == support)
  }

  @Test func `discrete values are drawn by their weights`() {
    let distribution = Distribution.discrete(values: [5, -1, 9, 2], weights: [2, 0, 1, 5])
    let draws = sample(8000) { distribution.draw(from: &$0) }
    let observed = [5.0, 9, 2].map { value in draws.count { $0 == value } }
    #expect(observed.reduce(0, +) == 8000)
    #expect(chiSquareTail(observed: observed, expected: [2000, 1000, 5000]) > believable)
  }

  @Test func `a shift of weight between neighbours moves only its share of the draws`() {
    let base = Distribution.discrete(values: [1, 2, 3], weights: [5, 3, 2])
    let lever = Distribution.discrete(values: [1, 2, 3], weights: [5, 2.5, 2.5])
    let before = sample(8000) { base.draw(from: &$0) }
    let after = sample(8000) { lever.draw(from: &$0) }
    let moved = zip(before, after).filter { $0 != $1 }
    #expect(moved.allSatisfy { $0 == 2 && $1 == 3 })
    // A share of 0.05 of 8,000 draws: 400, with standard deviation 19.5.
    #expect(abs(moved.count - 400) < 98)
  }
}

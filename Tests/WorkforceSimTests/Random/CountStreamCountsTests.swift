// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Testing
import WorkforceSim

struct CountStreamCountsTests {
  static let draws = 10_000

  // Below and above the mean of 14 at which GSL changes its algorithm, and both halves.
  @Test(arguments: [(1, 0.3), (20, 0.04), (20, 0.9), (1000, 0.04), (500, 0.7)])
  func `binomial counts fit`(trials: Int, probability: Double) {
    let counts = sample(Self.draws) { $0.binomial(trials: trials, probability: probability) }
    let tail = chiSquareTail(counts: counts) {
      gsl_ran_binomial_pdf($0, probability, UInt32(trials))
    }
    #expect(tail > believable)
    let mean = Double(trials) * probability
    let moments = SampleMoments(counts.map(Double.init))
    #expect(moments.agrees(mean: mean, variance: mean * (1 - probability)))
  }

  @Test(arguments: [0, 1, 7, 1_000_000, Int(Int32.max)])
  func `binomial counts are exact at the ends`(trials: Int) {
    let none = sample(20) { $0.binomial(trials: trials, probability: 0) }
    let all = sample(20) { $0.binomial(trials: trials, probability: 1) }
    #expect(Set(none) == [0])
    #expect(Set(all) == [trials])
  }

  @Test func `a binomial count of the most trials keeps its mean`() {
    let counts = sample(2000) { $0.binomial(trials: Int(Int32.max), probability: 0.25) }
    let mean = Double(Int32.max) * 0.25
    #expect(SampleMoments(counts.map(Double.init)).agrees(mean: mean, variance: mean * 0.75))
  }

  @Test(arguments: [(3, 0.5), (12, 4), (40, 100), (2, 1e8)])
  func `negative binomial counts fit`(mean: Double, dispersion: Double) {
    let counts = sample(Self.draws) { $0.negativeBinomial(mean: mean, dispersion: dispersion) }
    let tail = chiSquareTail(counts: counts) {
      gsl_ran_negative_binomial_pdf($0, dispersion / (dispersion + mean), dispersion)
    }
    #expect(tail > believable)
    let moments = SampleMoments(counts.map(Double.init))
    #expect(moments.agrees(mean: mean, variance: mean + mean * mean / dispersion))
  }

  @Test func `a mean of 0 gives no events`() {
    #expect(Set(sample(20) { $0.negativeBinomial(mean: 0, dispersion: 2) }) == [0])
  }
}

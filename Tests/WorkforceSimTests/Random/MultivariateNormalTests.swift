// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Testing
import WorkforceSim

struct MultivariateNormalTests {
  static let mean = [1.0, -2, 5]
  static let covariance = [4, 1.2, -0.5, 1.2, 1, 0.3, -0.5, 0.3, 2]

  @Test func `means and covariances come out`() throws {
    let draws = sample(10_000) {
      (try? $0.multivariateNormal(mean: Self.mean, covariance: Self.covariance)) ?? []
    }
    try #require(draws.allSatisfy { $0.count == 3 })
    for row in 0..<3 {
      let moments = SampleMoments(draws.map { $0[row] })
      #expect(abs(moments.mean - Self.mean[row]) < 5 * moments.meanError)
      for column in 0...row {
        let products = SampleMoments(
          draws.map { ($0[row] - Self.mean[row]) * ($0[column] - Self.mean[column]) }
        )
        #expect(abs(products.mean - Self.covariance[row * 3 + column]) < 5 * products.meanError)
      }
    }
  }

  @Test func `each number is normally distributed and so is their sum`() throws {
    let draws = sample(10_000) {
      (try? $0.multivariateNormal(mean: Self.mean, covariance: Self.covariance)) ?? []
    }
    try #require(draws.allSatisfy { $0.count == 3 })
    #expect(kolmogorovTail(draws.map { $0[1] + 2 }) { gsl_cdf_gaussian_P($0, 1) } > believable)
    // All nine covariances add up to 9.
    let sums = draws.map { $0.reduce(0, +) - 4 }
    #expect(kolmogorovTail(sums) { gsl_cdf_gaussian_P($0, 3) } > believable)
  }

  @Test func `a number without variance is its mean`() throws {
    let key = RandomKey(seed: 5, replication: 0)
    var stream = CountStream(key: key, decision: .parameters, year: 2026)
    let fixed = try stream.multivariateNormal(mean: [3, 4], covariance: [0, 0, 0, 0])
    #expect(fixed == [3, 4])
    let partly = try stream.multivariateNormal(mean: [3, 4], covariance: [0, 0, 0, 2])
    #expect(partly[0] == 3)
    #expect(partly[1] != 4)
    #expect(try stream.multivariateNormal(mean: [], covariance: []) == [])
  }
}

struct GSLErrorTests {
  @Test func `an error of GSL is thrown and the process goes on`() {
    let key = RandomKey(seed: 5, replication: 0)
    var stream = CountStream(key: key, decision: .parameters, year: 2026)
    // A correlation of 2 is not possible.
    let error = #expect(throws: GSLError.self) {
      try stream.multivariateNormal(mean: [0, 0], covariance: [1, 2, 2, 1])
    }
    #expect(error?.status == Int32(GSL_EDOM))
    #expect(error?.description == "GSL refused the computation: input domain error")
    #expect((0...1).contains(stream.uniform()))
  }
}

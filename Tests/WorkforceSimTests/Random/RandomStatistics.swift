// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import WorkforceSim

/// The least probability at which a test of fit still believes in a fixed sample.
let believable = 1e-4

/// A stream whose first draws are taken for one index after the other, as the model does it.
func sample<Value>(
  _ count: Int,
  seed: UInt64 = 20_260_101,
  draw: (inout CountStream) -> Value,
) -> [Value] {
  let key = RandomKey(seed: seed, replication: 0)
  var stream = CountStream(key: key, decision: .parameters, year: 2026)
  return (0..<UInt32(count)).map { index in
    stream.use(key: key, decision: .parameters, year: 2026, index: index)
    return draw(&stream)
  }
}

/// The mean and the variance of a sample, with their standard errors.
struct SampleMoments {
  var mean: Double
  var variance: Double
  var meanError: Double
  var varianceError: Double

  init(_ sample: [Double]) {
    let count = Double(sample.count)
    let mean = sample.reduce(0, +) / count
    let squares = sample.map { ($0 - mean) * ($0 - mean) }
    let variance = squares.reduce(0, +) / count
    let fourth = squares.reduce(0) { $0 + $1 * $1 } / count
    self.mean = mean
    self.variance = variance
    meanError = (variance / count).squareRoot()
    varianceError = ((fourth - variance * variance) / count).squareRoot()
  }

  func agrees(mean: Double, variance: Double) -> Bool {
    abs(self.mean - mean) < 5 * meanError && abs(self.variance - variance) < 5 * varianceError
  }
}

/// The probability of a chi-square statistic at least as large, under the expected counts.
func chiSquareTail(observed: [Int], expected: [Double]) -> Double {
  let statistic = zip(observed, expected).reduce(0) { sum, cell in
    let difference = Double(cell.0) - cell.1
    return sum + difference * difference / cell.1
  }
  return gsl_cdf_chisq_Q(statistic, Double(observed.count - 1))
}

/// The same for counts 0, 1, 2 … with given probabilities; rare counts share a cell.
func chiSquareTail(counts: [Int], probability: (UInt32) -> Double) -> Double {
  let total = Double(counts.count)
  var expected = [0.0]
  var cellOfCount: [Int] = []
  for value in 0...(counts.max() ?? 0) {
    if expected[expected.count - 1] >= 10 { expected.append(0) }
    expected[expected.count - 1] += total * probability(UInt32(value))
    cellOfCount.append(expected.count - 1)
  }
  // The last cell holds everything above it too.
  expected[expected.count - 1] = total - expected.dropLast().reduce(0, +)
  var observed = [Int](repeating: 0, count: expected.count)
  for count in counts { observed[cellOfCount[count]] += 1 }
  return chiSquareTail(observed: observed, expected: expected)
}

/// The asymptotic probability of a Kolmogorov-Smirnov distance at least as large.
func kolmogorovTail(_ sample: [Double], distributionFunction: (Double) -> Double) -> Double {
  let count = Double(sample.count)
  let distance = sample.sorted().enumerated().reduce(0.0) { largest, item in
    let value = distributionFunction(item.element)
    return max(
      largest,
      value - Double(item.offset) / count,
      Double(item.offset + 1) / count - value,
    )
  }
  let scaled = distance * count.squareRoot()
  if scaled < 0.3 { return 1 }
  var tail = 0.0
  for term in 1...100 {
    let part = 2 * exp(-2 * Double(term * term) * scaled * scaled)
    tail += term.isMultiple(of: 2) ? -part : part
  }
  return tail
}

/// The chi-square tail of a 16 by 16 table of the upper four bits of pairs of words.
func pairTail(_ pairs: [(UInt32, UInt32)]) -> Double {
  var table = [Int](repeating: 0, count: 256)
  for (first, second) in pairs { table[Int(first >> 28) << 4 | Int(second >> 28)] += 1 }
  let expected = [Double](repeating: Double(pairs.count) / 256, count: 256)
  return chiSquareTail(observed: table, expected: expected)
}

/// The correlation of pairs of words, in its standard error under independence.
func scaledCorrelation(_ pairs: [(UInt32, UInt32)]) -> Double {
  let products = pairs.map { first, second in
    (Double(first) * 0x1p-32 - 0.5) * (Double(second) * 0x1p-32 - 0.5)
  }
  return 12 * products.reduce(0, +) / Double(pairs.count).squareRoot()
}

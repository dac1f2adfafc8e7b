// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct ProbabilityThresholdTests {
  @Test func `probability 0 includes no word and probability 1 every word`() {
    for word in [0, 1, 0x8000_0000, UInt32.max] {
      #expect(!ProbabilityThreshold(0).includes(word))
      #expect(ProbabilityThreshold(1).includes(word))
    }
  }

  @Test(arguments: [
    (0.5, 1 << 31), (0.25, 1 << 30), (0x1p-32, 1), (0x1p-34, 0), (0.3, 1_288_490_189),
  ])
  func `the bound is the probability in words`(probability: Double, bound: UInt64) {
    #expect(ProbabilityThreshold(probability).bound == bound)
  }

  @Test func `a higher probability has a higher bound`() {
    let probabilities = (0...1000).map { Double($0) / 1000 }
    let thresholds = probabilities.map(ProbabilityThreshold.init)
    #expect(zip(thresholds, thresholds.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [-0.001, 1.001, .nan, .infinity])
  func `what is no probability is refused`(number: Double) async {
    await #expect(processExitsWith: .failure) { [bits = number.bitPattern as UInt64] in
      // JSON, which carries the capture to the process, has no word for nan.
      _ = ProbabilityThreshold(Double(bitPattern: bits))
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

struct DifferenceTests {
  @Test(arguments: [0.1, 1.0 / 3, 40_517, 1_234_567.8])
  func `numbers that lose digits are equal, others are not`(number: Double) {
    let held = Double(Float(number))
    #expect(number.difference(from: held, keptIn: .single) == 0)
    #expect(held.difference(from: number, keptIn: .single) == 0)
    let next = Double(Float(number).nextUp)
    #expect(next.difference(from: held, keptIn: .single) == 0)
    #expect((held * (1 + 1e-6)).difference(from: held, keptIn: .single) > 0)
    #expect((number * (1 + 1e-10)).difference(from: number) >= 0)
  }

  @Test func `whole numbers up to eight million differ in seven digits too`() {
    for number in [1.0, 40_517, 999_999, 8_388_606] {
      #expect((number + 1).difference(from: number, keptIn: .single) == 1)
      #expect(number.difference(from: number + 1, keptIn: .single) == -1)
    }
  }

  @Test func `what sums leave of nothing is nothing`() {
    #expect((0.1 + 0.2).difference(from: 0.3) == 0)
    #expect((0.1 + 0.2 - 0.3).cleared(ofRounding: 0.3) == 0)
    #expect(0.01.cleared(ofRounding: 1e10) == 0.01)
    #expect((-0.001).cleared(ofRounding: 1e5, keptIn: .single) == 0)
    #expect((-0.1).cleared(ofRounding: 1e5, keptIn: .single) == -0.1)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports

struct DecimalTextTests {
  @Test(arguments: [
    (0.0, 2, "0"), (-0.0, 2, "0"), (-0.001, 2, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.5, 0, "0"),
    (-2.5, 0, "-2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (1.005, 2, "1"), (1.50, 3, "1.5"),
    (12.0, 3, "12"), (100.0, 0, "100"), (99.999, 2, "100"), (-0.05, 1, "-0.1"), (0.1, 15, "0.1"),
    (1_738.25, 1, "1738.2"), (1e-300, 15, "0"), (.leastNonzeroMagnitude, 3, "0"),
    (0x1p53, 2, "9007199254740992"),
    (0x1p63, 1, "9223372036854775808"), (123_456_789_012.5, 15, "123456789012.5"),
    (.infinity, 2, "INF"), (-.infinity, 2, "-INF"), (.nan, 2, ""),
  ])
  func `a number is rounded exactly, halves to even`(value: Double, decimals: Int, text: String) {
    #expect(format(value, decimals: decimals) == text)
  }

  @Test func `a huge number reads back exactly`() {
    for value in [0x1p64, 1e300, -Double.greatestFiniteMagnitude] {
      #expect(Double(format(value, decimals: 2)) == value)
    }
  }

  /// C's printf rounds the exact binary value, halves to even, and keeps the zeros.
  @Test(arguments: 0...15)
  func `texts agree with the C library's`(decimals: Int) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let magnitude = Double(Int.random(in: -12...18, using: &generator))
      let value = Double.random(in: -1...1, using: &generator) * pow(10, magnitude)
      var expected = String(format: "%.\(decimals)f", value)
      if expected.contains(".") {
        while expected.last == "0" { expected.removeLast() }
        if expected.last == "." { expected.removeLast() }
      }
      if expected == "-0" { expected = "0" }
      #expect(format(value, decimals: decimals) == expected, "\(value)")
    }
  }

  @Test(arguments: [0, 1, 2, 4, 6, 9])
  func `a text lies within half a unit of its number`(decimals: Int) throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let value = Double.random(in: -1e6...1e6, using: &generator)
      let parsed = try #require(Double(format(value, decimals: decimals)))
      #expect(abs(parsed - value) <= 0.5 * pow(10, -Double(decimals)) + value.ulp, "\(value)")
    }
  }
}

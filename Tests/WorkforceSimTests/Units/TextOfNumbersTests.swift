// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Numbers and bytes as text.
struct TextOfNumbersTests {
  @Test(arguments: [
    (200.0, "200"), (-3.0, "-3"), (0.005, "0.005"), (0.1 + 0.2, "0.30000000000000004"),
    (1e16, "1e+16"), (.infinity, "inf"),
  ])
  func `the exact text reads back as the same number`(_ number: Double, _ text: String) {
    #expect(number.exactText == text)
    #expect(Double(text) == number)
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (0.999_999_96, "1"), (-2.000_000_1, "-2"), (3e-9, "3e-09"), (0.0, "0"),
    (1e305, "1e+305"),
  ])
  func `the rounded text has six decimals unless they would leave nothing`(
    _ number: Double,
    _ text: String,
  ) {
    #expect(number.roundedText == text)
  }

  @Test func `bytes have two hexadecimal digits each`() {
    #expect(([0, 10, 255] as [UInt8]).hexadecimalText == "000aff")
  }
}

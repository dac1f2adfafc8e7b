// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

struct OrderStatisticsTests {
  @Test("The places asked for hold what sorting puts there", arguments: [1, 2, 16, 17, 100, 1_001])
  func places(count: Int) {
    var random = SystemRandomNumberGenerator()
    for distinct in [1, 3, 1_000_000] {
      let numbers = (0..<count).map { _ in
        Double(Int.random(in: 0..<distinct, using: &random)) / 8
      }
      let places = Set([0, count / 4, count / 2, count - 1]).sorted()
      var arranged = numbers
      OrderStatistics.arrange(&arranged) { range in places.contains { range.contains($0) } }
      let sorted = numbers.sorted()
      #expect(places.map { arranged[$0] } == places.map { sorted[$0] })
      #expect(arranged.sorted() == sorted)
    }
  }

  @Test("Every order of a list gives the same", arguments: [
    (0..<64).map(Double.init), (0..<64).reversed().map(Double.init),
    (0..<64).map { Double($0 < 32 ? $0 : 64 - $0) }, (0..<64).map { Double($0 % 2) },
  ])
  func orders(numbers: [Double]) {
    var arranged = numbers
    OrderStatistics.arrange(&arranged) { !$0.isEmpty }
    #expect(arranged == numbers.sorted())
  }

  @Test("No place asked for, nothing but the numbers is left")
  func nowhere() {
    var numbers = [3.0, 1, 2]
    OrderStatistics.arrange(&numbers) { _ in false }
    #expect(numbers.sorted() == [1, 2, 3])
    var none: [Double] = []
    OrderStatistics.arrange(&none) { !$0.isEmpty }
    #expect(none.isEmpty)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

struct OrderStatisticsTests {
  @Test(arguments: [1, 2, 16, 17, 100, 1_001])
  func `the places asked for hold what sorting puts there`(count: Int) {
    var draws = CountStream(
      key: RandomKey(seed: 1, replication: 0),
      decision: .parameters,
      year: 0,
    )
    for distinct in [1, 3, 1_000_000.0] {
      let numbers = (0..<count).map { _ in (draws.uniform() * distinct).rounded(.down) / 8 }
      let places = [0, count / 4, count / 2, count - 1]
      var arranged = numbers
      OrderStatistics.arrange(&arranged) { range in places.contains { range.contains($0) } }
      let sorted = numbers.sorted()
      #expect(places.map { arranged[$0] } == places.map { sorted[$0] })
      #expect(arranged.sorted() == sorted)
    }
  }

  enum Order: CaseIterable {
    case rising, falling, organPipe, twoNumbers

    func number(at place: Int) -> Int {
      switch self {
      case .rising: place
      case .falling: 64 - place
      case .organPipe: min(place, 64 - place)
      case .twoNumbers: place % 2
      }
    }
  }

  @Test(arguments: Order.allCases)
  func `a list is sorted from every order where every place matters`(order: Order) {
    let numbers = (0..<64).map { Double(order.number(at: $0)) }
    var arranged = numbers
    OrderStatistics.arrange(&arranged) { !$0.isEmpty }
    #expect(arranged == numbers.sorted())
  }

  @Test func `where no place matters the numbers stay the same ones`() {
    var numbers = [3.0, 1, 2]
    OrderStatistics.arrange(&numbers) { _ in false }
    #expect(numbers.sorted() == [1, 2, 3])
    var none: [Double] = []
    OrderStatistics.arrange(&none) { !$0.isEmpty }
    #expect(none.isEmpty)
  }
}

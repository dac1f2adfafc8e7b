// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Since when the values of segments hold; windows run from September to September.
struct PayWindowTests {
  private func window(_ year: Int, changes: Set<Month>, baseMonths: [Int] = []) throws -> PayWindow
  {
    var small = SmallScenario()
    small.add(1, age: 40)
    small.addItem("post_pay", months: baseMonths, 1_000)
    small.addItem("pension", of: ["post_pay"], kind: .onCost, 0.2)
    let parameters = small.parameters
    let rules = try #require(small.rules(parameters).pay)
    return PayWindow(rules, changes: changes, in: small.year(year, parameters))
  }

  @Test func `values hold from the last change on, in the next window too`() throws {
    let changes: Set = [Month(year: 2024, month: 7), Month(year: 2025, month: 1)]
    let known = try [2025, 2026].map { try window($0, changes: changes) }
    let january = Month(year: 2025, month: 1)
    #expect(known[0].segments.map(\.date.month) == [9, 1, 9])
    #expect(
      known[0].segments.map(\.valuesStart) == [Month(year: 2024, month: 7), january, january]
    )
    #expect(known[1].segments.map(\.valuesStart) == [january, january, january])
  }

  @Test func `values hold for their segment alone if no change is known`() throws {
    let window = try window(2025, changes: [Month(year: 2025, month: 3)])
    let march = Month(year: 2025, month: 3)
    #expect(window.segments.prefix(2).allSatisfy { $0.valuesStart == $0.date })
    #expect(window.segments.dropFirst(2).allSatisfy { $0.valuesStart == march })
  }

  @Test func `a base that is paid in some months is a change`() throws {
    let changes: Set = [Month(year: 2024, month: 1)]
    let window = try window(2025, changes: changes, baseMonths: [3, 4, 5])
    #expect(window.segments.map(\.date.month) == [9, 1, 3, 6, 9])
    #expect(window.segments.map(\.valuesStart.month) == [6, 6, 3, 6, 6])
    #expect(window.segments.map(\.valuesStart.year) == [2024, 2024, 2025, 2025, 2025])
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The search for a value, on functions whose solution is known in closed form.
struct CalibrationTests {
  private func search(
    published: Double,
    tolerance: Double = 0.001,
    start: Double,
    unit: WorkforceSim.Unit = .factor,
    _ model: (Double) -> Double,
  ) -> (outcome: Calibration.Outcome, attempts: [Calibration.Attempt]) {
    var search = Calibration(published: published, tolerance: tolerance, start: start, unit: unit)
    while true {
      switch search.next {
      case .attempt(let value): search.record(model(value), at: value)
      case .end(let outcome): return (outcome, search.attempts)
      }
    }
  }

  private func solution(_ outcome: Calibration.Outcome) -> Double? {
    if case .met(let attempt) = outcome { attempt.value } else { nil }
  }

  @Test func `a figure in proportion is met at the second try`() {
    let found = search(published: 90, start: 2) { 30 * $0 }
    #expect(found.attempts.map(\.value) == [2, 3])
    #expect(found.outcome == .met(.init(value: 3, figure: 90)))
  }

  @Test func `a linear figure is met at the third try`() {
    // 3 + 2 x = 101 at x = 49; the second value is 10 x 101 / 23.
    let found = search(published: 101, start: 10) { 3 + 2 * $0 }
    #expect(solution(found.outcome) == 49)
    #expect(found.attempts.count <= 4)
    #expect(abs(found.attempts[1].value - 10 * 101 / 23) < 1e-12)
    #expect(abs(found.attempts[2].value - 49) < 1e-9)
  }

  @Test func `a figure that falls with the value is met`() {
    let found = search(published: 20, start: 40) { 100 - $0 }
    #expect(solution(found.outcome) == 80)
  }

  /// A function of the value, and the value at which it gives the published figure.
  struct Curve: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let published: Double
    let start: Double
    let solution: Double
    let model: @Sendable (Double) -> Double

    init(
      _ name: String,
      _ published: Double,
      from start: Double,
      to solution: Double,
      _ model: @escaping @Sendable (Double) -> Double,
    ) {
      self.testDescription = name
      self.published = published
      self.start = start
      self.solution = solution
      self.model = model
    }
  }

  private static let curves = [
    Curve("square", 2, from: 1, to: 2.0.squareRoot()) { $0 * $0 },
    Curve("cube from far away", 1_000, from: 2, to: 10) { $0 * $0 * $0 },
    Curve("reciprocal", 4, from: 0.5, to: 0.25) { 1 / $0 },
    Curve("saturating", 0.9, from: 1, to: 9) { $0 / (1 + $0) },
    Curve("from zero", 7, from: 0, to: 3) { 1 + 2 * $0 },
    Curve("nothing published", 0, from: 5, to: 2) { $0 - 2 },
    Curve("below zero", -6, from: 1, to: 3) { -2 * $0 },
  ]

  @Test(arguments: curves)
  func `a curve is met within the tolerance and twelve runs`(curve: Curve) throws {
    let found = search(
      published: curve.published,
      tolerance: 1e-6,
      start: curve.start,
      curve.model,
    )
    let value = try #require(solution(found.outcome), "\(found)")
    #expect(abs(value - curve.solution) <= 2e-5 * curve.solution)
    let figure = curve.model(value)
    #expect(abs(curve.published == 0 ? figure : figure / curve.published - 1) <= 1e-6)
    #expect(found.attempts.count <= Calibration.mostAttempts)
    #expect(found.attempts.contains { $0.value == value })
  }

  @Test func `the present value stays where it meets the figure`() {
    let found = search(published: 100, tolerance: 0.01, start: 3.3217) { 30 * $0 }
    #expect(found.outcome == .met(.init(value: 3.3217, figure: 30 * 3.3217)))
    #expect(found.attempts.count == 1)
  }

  @Test func `the value has as few digits as the tolerance allows`() {
    // The root of 2 is 1.41421356...; the squares of 1.4, 1.4142, 1.41421 and 1.414214 miss 2 by the
    // shares 0.02, 1.9e-5, 5.0e-6 and 6.2e-7.
    let square: (Double) -> Double = { $0 * $0 }
    #expect(solution(search(published: 2, tolerance: 0.03, start: 1, square).outcome) == 1.4)
    #expect(solution(search(published: 2, tolerance: 1e-5, start: 1, square).outcome) == 1.41421)
    #expect(solution(search(published: 2, tolerance: 1e-6, start: 1, square).outcome) == 1.414214)
  }

  @Test func `money is whole if the tolerance allows it, and has two decimals at most`() {
    // 4 x + 1 = 11468.2 at x = 2866.8.
    func amount(_ tolerance: Double) -> Double? {
      solution(
        search(
          published: 11_468.2,
          tolerance: tolerance,
          start: 1_000,
          unit: .moneyPerPayment,
        ) { 4 * $0 + 1 }.outcome
      )
    }
    #expect(amount(0.01) == 2_867)
    #expect(amount(1e-5) == 2_866.8)
  }

  @Test func `a short value that misses the figure gives way to a longer one`() throws {
    // 8 + 0.4 x = 10.1 at x = 5.25; the line lets 5 pass with 10.0, which is 1 % too little.
    let found = search(published: 10.1, tolerance: 0.011, start: 8) {
      $0 == 5 ? 13 : 8 + 0.4 * $0
    }
    #expect(found.attempts.contains { $0.value == 5 })
    #expect(try [5.2, 5.3].contains(#require(solution(found.outcome))))
  }

  @Test func `a value that met the figure is shortened where the line leads past a step`() throws {
    // Only 0.3714 to 0.3741 meets 8; the line through the last miss leads beyond it.
    let found = search(published: 8, tolerance: 0.01, start: 0) {
      $0 < 0.3714 ? 8.6 : $0 <= 0.3741 ? 8.02 : 7.5 - $0
    }
    #expect(try [0.372, 0.373, 0.374].contains(#require(solution(found.outcome))), "\(found)")
    let few = search(published: 8, tolerance: 0.005, start: 1, unit: .share) {
      $0 < 0.605 ? 9 : $0 < 0.66 ? 8.01 : 7
    }
    #expect(
      try [0.61, 0.62, 0.63, 0.64, 0.65].contains(#require(solution(few.outcome))),
      "\(few)",
    )
  }

  @Test func `a value is shortened also when the search took all its runs`() throws {
    // The step that meets 8 is 0.00022 wide, so the runs of the search are nearly used up.
    let found = search(published: 8, tolerance: 0.005, start: 0.9, unit: .share) {
      $0 < 0.26889 ? 9 + $0 : $0 < 0.26911 ? 8.01 : 7 - $0
    }
    #expect(solution(found.outcome) == 0.269, "\(found)")
    #expect(found.attempts.count <= Calibration.mostAttempts + Calibration.mostShortenings)
  }

  @Test func `a figure that only a value beyond the range would meet is told with the nearest`() {
    let high = search(published: 2, start: 0.5, unit: .share) { $0 }
    #expect(high.outcome == .outOfRange(nearest: .init(value: 1, figure: 1)))
    let low = search(published: 1, start: 0.5, unit: .share) { 2 + $0 }
    #expect(low.outcome == .outOfRange(nearest: .init(value: 0, figure: 2)))
    let end = search(published: 2, start: 1, unit: .share) { $0 }
    #expect(end.outcome == .outOfRange(nearest: .init(value: 1, figure: 1)))
  }

  @Test func `no value outside the range of the unit is tried`() {
    for published in [-5.0, 0.001, 0.4, 0.999, 7] {
      let found = search(published: published, start: 0.3, unit: .share) { $0 * $0 }
      #expect(found.attempts.allSatisfy { (0...1).contains($0.value) })
    }
  }

  @Test func `a figure that jumps over the published one ends after twelve runs`() {
    let found = search(published: 0.5, start: 0.4) { $0 < 0.3 ? 0 : 1 }
    guard case .notReached = found.outcome else {
      Issue.record("\(found.outcome)")
      return
    }
    #expect(found.attempts.count == Calibration.mostAttempts)
  }

  @Test(arguments: [
    (2_867.31, 0, 2_867.0), (2_867.31, -3, 3_000), (0.0345, 2, 0.03), (1.4142, 1, 1.4),
  ])
  func `rounding gives the number as it is written`(value: Double, decimals: Int, short: Double) {
    #expect(Calibration.rounded(value, decimals: decimals) == short)
  }
}

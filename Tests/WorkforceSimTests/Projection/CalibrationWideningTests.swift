// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The search for a value where the figure stands still near the present one.
struct CalibrationWideningTests {
  private func search(
    published: Double,
    start: Double,
    unit: WorkforceSim.Unit = .factor,
    allowed: ClosedRange<Double> = -1e9...1e9,
    _ model: (Double) -> Double,
  ) -> (outcome: Calibration.Outcome, attempts: [Calibration.Attempt]) {
    var search = Calibration(published: published, tolerance: 0.005, start: start, unit: unit)
    while true {
      switch search.next {
      case .attempt(let value) where allowed.contains(value):
        search.record(model(value), at: value)
      case .attempt(let value): search.refuse(value)
      case .end(let outcome): return (outcome, search.attempts)
      }
    }
  }

  /// The present value, the unit and all values that are tried of a figure that never moves.
  private static let still: [(start: Double, unit: WorkforceSim.Unit, tried: [Double])] = [
    (2, .factor, [2, 6, 1, 4, 0.2, 20, 0]), (0.5, .share, [0.5, 1, 0.25, 0.05, 0]),
    (0, .share, [0, 1, 0.5, 0.1]), (30, .pupilsPerClass, [30, 90, 15, 60, 3, 300]),
    (4, .utility, [4, 12, 2, 8, 0.4, 40, 0, -4, -40]),
  ]

  @Test(arguments: still)
  func `a figure stands still only once wider values in both directions give the same`(
    start: Double,
    unit: WorkforceSim.Unit,
    tried: [Double],
  ) {
    let found = search(published: 90, start: start, unit: unit) { _ in 30 }
    #expect(found.outcome == .flat)
    #expect(found.attempts.map(\.value) == tried)
  }

  /// A figure with plateaus, where the search begins on one of them, and what is published.
  struct Plateau: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let published: Double
    let start: Double
    let unit: WorkforceSim.Unit
    let model: @Sendable (Double) -> Double

    init(
      _ name: String,
      _ published: Double,
      from start: Double,
      _ unit: WorkforceSim.Unit,
      _ model: @escaping @Sendable (Double) -> Double,
    ) {
      self.testDescription = name
      self.published = published
      self.start = start
      self.unit = unit
      self.model = model
    }
  }

  private static let plateaus = [
    Plateau("saturated at three", 180, from: 6, .applicantsPerPlace) {
      150 + 42 * (min($0, 3) / 3).squareRoot()
    },
    Plateau("hardly moves", 180, from: 6, .applicantsPerPlace) {
      $0 > 1 ? 192 + 0.01 * $0 : 160 + 32 * $0
    },
    Plateau("classes", 105, from: 30, .pupilsPerClass) { size in
      // 33 years of 70 to 112 pupils, in whole classes.
      (0..<33).reduce(0.0) { $0 + ((70 + 1.3 * Double($1)) / size).rounded(.up) }
    },
    Plateau("one above another", 50, from: 100, .factor) {
      $0 > 40 ? 90 : $0 > 30 ? 70 + 2 * ($0 - 30) : $0 > 10 ? 70 : 7 * $0
    },
    Plateau("moves above", 50, from: 5, .factor) {
      $0 < 45 ? 20 : $0 < 100 ? 20 + ($0 - 45) : 75
    },
  ]

  @Test(arguments: plateaus)
  func `plateaus do not end the search`(plateau: Plateau) {
    let found = search(
      published: plateau.published,
      start: plateau.start,
      unit: plateau.unit,
      plateau.model,
    )
    guard case .met(let attempt) = found.outcome else {
      Issue.record("\(found)")
      return
    }
    #expect(abs(attempt.figure / plateau.published - 1) <= 0.005)
    #expect(found.attempts.contains(attempt))
  }

  @Test func `no value is wider than ten times the present one while nothing moves`() {
    let found = search(published: 1e6, start: 3, unit: .persons) { _ in 30 }
    #expect(found.attempts.allSatisfy { $0.value <= 30 })
  }

  @Test func `a value that the scenario refuses bounds the search and does not end it`() throws {
    // The present 2 gives 21; ten times as much is refused, and 7.9 meets the figure.
    let found = search(published: 80, start: 2, allowed: 0...10) { 1 + 10 * $0 }
    guard case .met(let attempt) = found.outcome else {
      Issue.record("\(found)")
      return
    }
    #expect(abs(attempt.value - 7.9) <= 0.04)
    let none = search(published: 800, start: 2, allowed: 0...10) { 1 + 10 * $0 }
    guard case .notReached(let nearest) = none.outcome else {
      Issue.record("\(none)")
      return
    }
    #expect(nearest.value > 9 && none.attempts.allSatisfy { $0.value <= 10 })
    let still = search(published: 90, start: 2, allowed: 0...10) { _ in 30 }
    #expect(still.outcome == .flat && still.attempts.map(\.value) == [2, 6, 1, 4, 0.2, 0])
    let below = search(published: 2, start: 5, allowed: 1...10) { 1 + 10 * $0 }
    guard case .notReached(let nearest) = below.outcome else {
      Issue.record("\(below)")
      return
    }
    #expect(nearest.value < 1.5)
  }
}

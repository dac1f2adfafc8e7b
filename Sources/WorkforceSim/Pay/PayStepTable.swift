// SPDX-License-Identifier: GPL-3.0-or-later

/// What a window makes of a grade of posts and a salary step.
struct PaidStep: Sendable {
  /// The part of the keys at the start of the window.
  let before: PayKey
  /// The part of the keys once steps have risen.
  let after: PayKey
  /// The step at the end of the window.
  let step: UInt8
}

/// How salary steps rise in a window.
struct PayStepRules: Equatable {
  /// By how many steps each contract rises.
  let rises: [UInt8]
  /// The least step of each grade.
  let startSteps: [UInt8]
  /// Whether steps rise in the first month of the window.
  let riseAtStart: Bool
  /// Whether steps are lifted to the start of the grade before they rise.
  let liftsBeforeRise: Bool
}

/// What a window makes of every grade and step, for each number of steps that contracts rise.
struct PayStepTable: Sendable {
  /// The steps of a grade, 0 included.
  static let stepCount = Int(PayYear.highestStep) + 1

  /// Step after step for each grade, grade after grade for each rise, that of no step first.
  let steps: [PaidStep]
  /// The place of the rise of each contract.
  let placeOfContract: [Int]
  /// Whether no step rises, those that are not known left aside.
  let isSteady: Bool

  /// Works out all grades and steps.
  ///
  /// - Parameters:
  ///   - keys: The parts of keys.
  ///   - rules: How steps rise.
  init(_ keys: PayKeys, _ rules: PayStepRules) {
    // Hires have not served a full year when steps rise for the first time, so they do not rise.
    let different = Set(rules.rises).union([0]).sorted()
    let startSteps = rules.startSteps
    var steps: [PaidStep] = []
    steps.reserveCapacity(different.count * startSteps.count * Self.stepCount)
    for rise in different {
      for (grade, least) in startSteps.enumerated() {
        let ofGrade = keys.gradePart(UInt8(grade))
        for step in 0...PayYear.highestStep {
          let lifted = rules.liftsBeforeRise ? max(step, least) : step
          let risen = max(min(lifted &+ rise, PayYear.highestStep), least)
          let first = rules.riseAtStart ? risen : max(step, least)
          steps.append(
            PaidStep(
              before: ofGrade &+ keys.stepPart(first),
              after: ofGrade &+ keys.stepPart(risen),
              step: risen,
            )
          )
        }
      }
    }
    self.steps = steps
    self.isSteady = steps.enumerated().allSatisfy { place, paid in
      let step = place % Self.stepCount
      return step == 0 || Int(paid.step) == step
    }
    self.placeOfContract = rules.rises.map { rise in
      (different.firstIndex(of: rise) ?? 0) * startSteps.count * Self.stepCount
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What a window makes of a grade of posts and a salary step.
struct PaidStep: Sendable {
  /// The part of the first key at the start of the window.
  let before: Int
  /// The part of the first key once steps have risen, in places above all first keys.
  let after: Int
  /// The part of the second key at the start of the window.
  let others: Int
  /// The step at the end of the window.
  let step: UInt8
}

/// What a window makes of every grade and step, for each number of steps that contracts rise.
///
/// Whoever is paid whole segments has two first keys, which differ in grade and step alone. One whole
/// number holds both: the key at the start, and above it the part that grade and step have later.
struct PayStepTable: Sendable {
  /// The steps of a grade, 0 included.
  static let stepCount = Int(PayYear.highestStep) + 1

  /// Step after step for each grade, grade after grade for each rise, that of no step first.
  let steps: [PaidStep]
  /// The place of the rise of each contract.
  let placeOfContract: [Int]
  private let keys: PayKeys
  /// By how many steps contracts rise, each number once.
  private let rises: [UInt8]
  /// The least step of each grade.
  private let startSteps: [UInt8]
  /// Whether steps rise in the first month of the window.
  private let riseAtStart: Bool

  /// Works out all grades and steps.
  ///
  /// - Parameters:
  ///   - keys: The parts of keys.
  ///   - rises: By how many steps each contract rises.
  ///   - startSteps: The least step of each grade.
  ///   - riseAtStart: Whether steps rise in the first month of the window.
  init(_ keys: PayKeys, rises: [UInt8], startSteps: [UInt8], riseAtStart: Bool) {
    // Hires have not served a full year when steps rise for the first time, so they do not rise.
    let different = Set(rises).union([0]).sorted()
    let perRise = startSteps.count * Self.stepCount
    self.keys = keys
    self.rises = different
    self.startSteps = startSteps
    self.riseAtStart = riseAtStart
    self.placeOfContract = rises.map { (different.firstIndex(of: $0) ?? 0) * perRise }
    var steps: [PaidStep] = []
    steps.reserveCapacity(different.count * perRise)
    for place in 0..<different.count * perRise {
      let (before, after, step) = Self.parts(at: place, keys, different, startSteps, riseAtStart)
      steps.append(
        PaidStep(
          before: before.x,
          after: after.x &* keys.careerCount,
          others: before.y,
          step: step,
        )
      )
    }
    self.steps = steps
  }

  /// The parts of the keys that a grade and a step make up.
  ///
  /// - Parameter place: The place among ``steps``.
  /// - Returns: The parts at the start of the window and from when steps have risen.
  func parts(at place: Int) -> (before: PayKey, after: PayKey) {
    let parts = Self.parts(at: place, keys, rises, startSteps, riseAtStart)
    return (parts.before, parts.after)
  }

  private static func parts(
    at place: Int,
    _ keys: PayKeys,
    _ rises: [UInt8],
    _ startSteps: [UInt8],
    _ riseAtStart: Bool,
  ) -> (before: PayKey, after: PayKey, step: UInt8) {
    let (ofRise, step) = place.quotientAndRemainder(dividingBy: stepCount)
    let (number, grade) = ofRise.quotientAndRemainder(dividingBy: startSteps.count)
    let (own, least) = (UInt8(step), startSteps[grade])
    let risen = max(min(own + rises[number], PayYear.highestStep), least)
    let first = riseAtStart ? risen : max(own, least)
    let ofGrade = keys.gradePart(UInt8(grade))
    return (ofGrade &+ keys.stepPart(first), ofGrade &+ keys.stepPart(risen), risen)
  }
}

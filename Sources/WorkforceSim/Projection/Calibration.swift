// SPDX-License-Identifier: GPL-3.0-or-later

/// The search for the value of a parameter at which the model's figure equals a published one.
///
/// The second value is the first times published over figure, which is right at once where the two
/// are proportional. From then on the secant through the last two tries gives the next; once the
/// published figure lies between two tries, a secant that leaves their interval is replaced by its
/// middle (T. J. Dekker, Finding a zero by means of successive linear interpolation, 1969). A value
/// that meets the figure is then shortened: each shorter value is tried before it is given out.
package struct Calibration: Sendable {
  /// A value and the figure that the model gave for it.
  package struct Attempt: Hashable, Sendable {
    /// The parameter's value.
    package let value: Double
    /// The model's figure.
    package let figure: Double

    /// Creates a try.
    ///
    /// - Parameters:
    ///   - value: The parameter's value.
    ///   - figure: The model's figure.
    package init(value: Double, figure: Double) {
      self.value = value
      self.figure = figure
    }
  }

  /// How the search ended.
  package enum Outcome: Hashable, Sendable {
    /// The figure is met.
    case met(Attempt)
    /// The figure does not move with the parameter.
    case flat
    /// The search came to the end of the parameter's range; the attempt is the nearest one.
    case outOfRange(nearest: Attempt)
    /// The runs were used up; the attempt is the nearest one.
    case notReached(nearest: Attempt)
  }

  /// What comes next.
  package enum Step: Hashable, Sendable {
    /// The model is to be run with a value.
    case attempt(Double)
    /// The search is over.
    case end(Outcome)
  }

  /// The most runs of a search.
  package static let mostAttempts = 12
  /// The largest factor on the first value, and how far a secant may lead beyond the values tried, in
  /// widths of their interval: a model far from what was foreseen may run very long.
  private static let farthest = 10.0

  /// The published figure.
  package let published: Double
  /// The relative distance within which the figure counts as met.
  package let tolerance: Double
  /// The decimals that a short value may have, beginning with the fewest.
  let decimals: ClosedRange<Int>
  /// The tries so far, in their order.
  package private(set) var attempts: [Attempt] = []
  private let start: Double
  private let range: ClosedRange<Double>

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - published: The published figure.
  ///   - tolerance: The relative distance within which it counts as met.
  ///   - start: The parameter's present value.
  ///   - unit: The parameter's unit, which bounds its values; money has two decimals at most.
  package init(published: Double, tolerance: Double, start: Double, unit: Unit) {
    self.published = published
    self.tolerance = tolerance
    self.start = start
    self.range = unit.range
    self.decimals = unit == .moneyPerPayment || unit == .moneyPerYear ? 0...2 : -9...12
  }

  /// Takes the model's figure for a value in.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - value: The value.
  package mutating func record(_ figure: Double, at value: Double) {
    attempts.append(Attempt(value: value, figure: figure))
  }

  /// The relative distance of a figure from the published one; the figure itself where that is 0.
  ///
  /// - Parameter figure: The model's figure.
  /// - Returns: The distance; 0.01 is one percent too much.
  package func distance(of figure: Double) -> Double {
    published == 0 ? figure : figure / published - 1
  }

  /// What comes next after the tries so far.
  package var next: Step {
    guard let last = attempts.last else { return .attempt(start) }
    if let first = attempts.firstIndex(where: meets) { return shortening(from: first) }
    if attempts.count >= 2, attempts.allSatisfy({ $0.figure == last.figure }) { return .end(.flat) }
    guard attempts.count < Self.mostAttempts else { return .end(.notReached(nearest: nearest)) }
    if attempts.count == 1 { return .attempt(scaled(last)) }
    let guess = bracket.map(inside) ?? outside
    guard !attempts.contains(where: { $0.value == guess }) else {
      return .end(
        guess == range.lowerBound || guess == range.upperBound
          ? .outOfRange(nearest: nearest) : .notReached(nearest: nearest)
      )
    }
    return .attempt(guess)
  }

  func meets(_ attempt: Attempt) -> Bool { abs(distance(of: attempt.figure)) <= tolerance }

  private var nearest: Attempt {
    let sorted = attempts.sorted {
      abs($0.figure - published) < abs($1.figure - published)
    }
    return sorted[0]
  }

  // MARK: - Guesses

  /// The first value scaled by published over figure; a tenth more or less where that says nothing.
  private func scaled(_ first: Attempt) -> Double {
    let ratio = published / first.figure
    if ratio.isFinite, ratio > 0 {
      let guess = clamped(first.value * min(max(ratio, 1 / Self.farthest), Self.farthest))
      if guess != first.value { return guess }
    }
    let step = first.value == 0 ? 1 : abs(first.value) / 10
    let guess = clamped(first.value + step)
    return guess == first.value ? clamped(first.value - step) : guess
  }

  /// The closest two values between which the published figure lies.
  private var bracket: ClosedRange<Double>? {
    let below = attempts.filter { $0.figure < published }
    let above = attempts.filter { $0.figure >= published }
    let ranges = below.flatMap { low in
      above.map { min(low.value, $0.value)...max(low.value, $0.value) }
    }
    return ranges.min { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }
  }

  private func inside(_ bracket: ClosedRange<Double>) -> Double {
    if let guess = secant, bracket.lowerBound < guess, guess < bracket.upperBound { return guess }
    return bracket.lowerBound + (bracket.upperBound - bracket.lowerBound) / 2
  }

  /// A guess where all figures lie on one side of the published one.
  private var outside: Double {
    let values = attempts.map(\.value)
    guard let low = values.min(), let high = values.max() else { return start }
    let reach = Self.farthest * (high - low)
    // Between two equal figures there is no direction but the last one.
    let guess = secant ?? 2 * values[values.count - 1] - values[values.count - 2]
    return clamped(min(max(guess, low - reach), high + reach))
  }

  private func clamped(_ value: Double) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }

  /// Where the line through the last two tries reaches the published figure.
  private var secant: Double? {
    let (first, last) = (attempts[attempts.count - 2], attempts[attempts.count - 1])
    guard let slope = slope(first, last) else { return nil }
    let guess = last.value + (published - last.figure) / slope
    return guess.isFinite ? guess : nil
  }

  /// What the figure gains for each unit of the value between two tries; `nil` where it stands still.
  func slope(_ first: Attempt, _ last: Attempt) -> Double? {
    let slope = (last.figure - first.figure) / (last.value - first.value)
    return slope.isFinite && slope != 0 ? slope : nil
  }

  /// Whether a value lies in the parameter's range.
  func isPossible(_ value: Double) -> Bool { range.contains(value) }
}

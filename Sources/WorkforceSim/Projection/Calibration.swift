// SPDX-License-Identifier: GPL-3.0-or-later

/// The search for the value of a parameter at which the model's figure equals a published one.
///
/// The second value is the first times published over figure, which is right at once where the two
/// are proportional. As long as the figure stands still the values widen in both directions. From
/// then on the line through two tries gives the next value; once the published figure lies between
/// two tries, a value outside their interval, or lines that do not halve it in two tries, are replaced
/// by its middle (T. J. Dekker, Finding a zero by means of successive linear interpolation, 1969).
/// A value that meets the figure is then shortened: each shorter value is tried before it is given out.
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

  /// The most runs until the figure is met.
  package static let mostAttempts = 12
  /// The largest factor on the first value, and how far a line may lead beyond the values tried, in
  /// widths of their interval: a model far from what was foreseen may run very long.
  static let farthest = 10.0

  /// The published figure.
  package let published: Double
  /// The relative distance within which the figure counts as met.
  package let tolerance: Double
  /// The decimals that a short value may have, beginning with the fewest.
  let decimals: ClosedRange<Int>
  /// The tries so far, in their order.
  package private(set) var attempts: [Attempt] = []
  /// The parameter's present value.
  let start: Double
  /// The parameter's unit.
  let unit: Unit
  private var refused: [Double] = []

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
    self.unit = unit
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

  /// Takes in that the scenario does not allow a value.
  ///
  /// - Parameter value: The value.
  package mutating func refuse(_ value: Double) { refused.append(value) }

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
    guard attempts.count + refused.count < Self.mostAttempts else {
      return .end(.notReached(nearest: nearest))
    }
    if attempts.count == 1 { return .attempt(scaled(last)) }
    if let bracket { return .attempt(inside(bracket)) }
    if standsStill, let wider { return .attempt(wider) }
    if attempts.allSatisfy({ $0.figure == last.figure }) { return .end(.flat) }
    let guess = outside
    guard isTried(guess) else { return .attempt(guess) }
    let isAtEnd = guess == unit.range.lowerBound || guess == unit.range.upperBound
    return .end(isAtEnd ? .outOfRange(nearest: nearest) : .notReached(nearest: nearest))
  }

  /// Whether a try is within the tolerance of the published figure.
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
      let guess = range.clamping(first.value * min(max(ratio, 1 / Self.farthest), Self.farthest))
      if guess != first.value { return guess }
    }
    let step = first.value == 0 ? 1 : abs(first.value) / 10
    let guess = range.clamping(first.value + step)
    return guess == first.value ? range.clamping(first.value - step) : guess
  }

  private func inside(_ bracket: ClosedRange<Double>) -> Double {
    let earlier = Self.bracket(of: attempts.dropLast(2), around: published)
    let isSlow = earlier.map { Self.width($0) < 2 * Self.width(bracket) } ?? false
    if !isSlow, let last = attempts.last, let guess = closest(to: last).flatMap(secant),
      bracket.lowerBound < guess, guess < bracket.upperBound
    {
      return guess
    }
    return bracket.lowerBound + Self.width(bracket) / 2
  }

  /// The try with the closest value among those of another figure.
  private func closest(to last: Attempt) -> Attempt? {
    attempts.filter { $0.figure != last.figure }
      .min { abs($0.value - last.value) < abs($1.value - last.value) }
  }

  /// A guess where all figures lie on one side of the published one.
  private var outside: Double {
    let values = attempts.map(\.value)
    guard let low = values.min(), let high = values.max(), let last = attempts.last else {
      return start
    }
    let reach = Self.farthest * (high - low)
    // A try that gave the same figure says nothing of a direction.
    let other = attempts.last { !isAlike($0, last) } ?? attempts.last { $0.figure != last.figure }
    let guess = other.flatMap(secant) ?? last.value
    return range.clamping(min(max(guess, low - reach), high + reach))
  }

  /// Where the line through a try and the last one reaches the published figure.
  private func secant(through other: Attempt) -> Double? {
    guard let last = attempts.last, let slope = slope(other, last) else { return nil }
    let guess = last.value + (published - last.figure) / slope
    return guess.isFinite ? guess : nil
  }

  /// What the figure gains for each unit of the value between two tries; `nil` where it stands still.
  func slope(_ first: Attempt, _ last: Attempt) -> Double? {
    let slope = (last.figure - first.figure) / (last.value - first.value)
    return slope.isFinite && slope != 0 ? slope : nil
  }

  // MARK: - Ranges

  /// The values of the unit, up to half of the way to those that the scenario refused.
  var range: ClosedRange<Double> {
    let values = attempts.map(\.value)
    let low = refused.filter { $0 < start }.max()
    let high = refused.filter { $0 > start }.min()
    let lowest = low.flatMap { low in values.filter { $0 > low }.min().map { (low + $0) / 2 } }
    let highest = high.flatMap { high in values.filter { $0 < high }.max().map { (high + $0) / 2 } }
    return (lowest ?? unit.range.lowerBound)...(highest ?? unit.range.upperBound)
  }

  /// The closest two values between which the published figure lies.
  private var bracket: ClosedRange<Double>? { Self.bracket(of: attempts[...], around: published) }

  private static func bracket(
    of attempts: ArraySlice<Attempt>,
    around published: Double,
  ) -> ClosedRange<Double>? {
    let below = attempts.filter { $0.figure < published }
    let above = attempts.filter { $0.figure >= published }
    let ranges = below.flatMap { low in
      above.map { min(low.value, $0.value)...max(low.value, $0.value) }
    }
    return ranges.min { width($0) < width($1) }
  }

  private static func width(_ range: ClosedRange<Double>) -> Double {
    range.upperBound - range.lowerBound
  }

  /// Whether a value lies in the parameter's range.
  func isPossible(_ value: Double) -> Bool { range.contains(value) }

  /// Whether the model was run with a value.
  func isTried(_ value: Double) -> Bool { attempts.contains { $0.value == value } }
}

extension ClosedRange<Double> {
  /// The value of the range that is closest to a number.
  func clamping(_ number: Double) -> Double {
    Swift.min(Swift.max(number, lowerBound), upperBound)
  }
}

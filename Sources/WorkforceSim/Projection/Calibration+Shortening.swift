// SPDX-License-Identifier: GPL-3.0-or-later

extension Calibration {
  /// The next shorter form of the value that first met the figure.
  ///
  /// What is shortened is the value at which the line through the tries reaches the published figure.
  /// A short value is tried if the line puts its figure within the tolerance; one that misses it after
  /// all is followed by the next longer one. The present value stays as written.
  ///
  /// - Parameter position: The position of the first try that met the figure.
  /// - Returns: A value to try, or the end.
  func shortening(from position: Int) -> Step {
    let met = attempts[position]
    let tried = attempts[(position + 1)...]
    if let short = tried.first(where: meets) { return .end(.met(short)) }
    guard position > 0, attempts.count < Self.mostAttempts,
      let slope = slope(attempts[position - 1], met)
    else { return .end(.met(met)) }
    let best = met.value + (published - met.figure) / slope
    for digits in decimals {
      let short = Self.rounded(best, decimals: digits)
      if short == met.value { break }
      let isNew = !tried.contains { $0.value == short }
      // Nothing is left of the value where all its digits are cut.
      guard short != 0, isNew, isPossible(short) else { continue }
      let figure = met.figure + slope * (short - met.value)
      if abs(distance(of: figure)) <= tolerance { return .attempt(short) }
    }
    return .end(.met(met))
  }

  /// A number with so many decimals; a negative number of them rounds to tens, hundreds and so on.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - decimals: The decimals.
  /// - Returns: The nearest number that has no more of them.
  package static func rounded(_ value: Double, decimals: Int) -> Double {
    // A power of ten up to 22 is exact, and so a division by it gives the number as it is written.
    let power = (0..<decimals.magnitude).reduce(1.0) { power, _ in power * 10 }
    return decimals < 0 ? (value / power).rounded() * power : (value * power).rounded() / power
  }
}

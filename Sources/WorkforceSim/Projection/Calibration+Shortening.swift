// SPDX-License-Identifier: GPL-3.0-or-later

extension Calibration {
  /// The most runs that shorten the value that met the figure.
  package static let mostShortenings = 4

  /// The next shorter form of a value that met the figure.
  ///
  /// Two values are shortened: the one at which the line through the value that met the figure and the
  /// closest miss reaches the published figure, and the one that met it, alone once a shorter one missed.
  /// The fewest digits come first. A form is tried if the line puts its figure within the tolerance; the
  /// last one keeps so close to the value that met the figure that it hardly misses. Where a
  /// shorter form gives the very same figure the model goes in steps, of which no line tells the width:
  /// then still shorter ones are tried until one misses. The present value stays as written.
  ///
  /// - Parameter position: The position of the first try that met the figure.
  /// - Returns: A value to try, or the end.
  func shortening(from position: Int) -> Step {
    let met = attempts[position]
    let tried = attempts[(position + 1)...]
    let shortest = tried.last(where: meets) ?? met
    guard position > 0, tried.count < Self.mostShortenings else { return .end(.met(shortest)) }
    let isLast = tried.count == Self.mostShortenings - 1
    let short: Double? =
      if shortest == met {
        foreseenShort(of: met, isFirst: tried.isEmpty, share: isLast ? 0.01 : 1)
      } else if tried.last == shortest, shortest.figure == met.figure {
        shorter(than: shortest.value, of: met)
      } else {
        nil
      }
    return short.map { .attempt($0) } ?? .end(.met(shortest))
  }

  /// The form with the fewest digits of which the line through the search's tries says that it meets.
  private func foreseenShort(of met: Attempt, isFirst: Bool, share: Double) -> Double? {
    let values = isFirst ? [levelled(met), met.value] : [met.value]
    let near = surroundings(of: met, share: share)
    let forms = decimals.lazy.flatMap { digits in
      values.map { Self.rounded($0, decimals: digits) }
    }
    return forms.prefix { $0 != met.value }
      .first {
        isForm($0, in: near) && abs(distance(of: foreseen(at: $0, from: met))) <= tolerance
      }
  }

  /// The form with fewer digits than a short one that comes next to it.
  private func shorter(than short: Double, of met: Attempt) -> Double? {
    let near = surroundings(of: met, share: 1)
    let fewer = decimals.prefix { Self.rounded(short, decimals: $0) != short }
    let form = fewer.reversed().lazy.map { Self.rounded(met.value, decimals: $0) }
      .first { $0 != short }
    return form.flatMap { isForm($0, in: near) ? $0 : nil }
  }

  /// Whether a form can be tried; nothing is left of a value where all its digits are cut.
  private func isForm(_ short: Double, in near: ClosedRange<Double>) -> Bool {
    short != 0 && near.contains(short) && !isTried(short) && isPossible(short)
  }

  /// The values up to a share of the way to the closest misses; without one, as far as on the other side.
  private func surroundings(of met: Attempt, share: Double) -> ClosedRange<Double> {
    let below = closestMiss(below: met, in: attempts[...]).map { met.value - $0.value }
    let above = closestMiss(above: met, in: attempts[...]).map { $0.value - met.value }
    let ways = (below ?? above ?? 0, above ?? below ?? 0)
    return (met.value - share * ways.0)...(met.value + share * ways.1)
  }

  /// The value at which the line to the closest miss reaches the published figure.
  private func levelled(_ met: Attempt) -> Double {
    let closest = searched.min { abs($0.value - met.value) < abs($1.value - met.value) }
    guard let closest, let gain = slope(closest, met) else { return met.value }
    return met.value + (published - met.figure) / gain
  }

  /// The figure on the line to the closest miss on the side of a value, or else on the other side.
  private func foreseen(at value: Double, from met: Attempt) -> Double {
    let below = closestMiss(below: met, in: searched)
    let above = closestMiss(above: met, in: searched)
    let miss = value < met.value ? below ?? above : above ?? below
    let gain = miss.flatMap { slope($0, met) } ?? 0
    return met.figure + gain * (value - met.value)
  }

  /// The tries up to the first one that met the figure.
  private var searched: ArraySlice<Attempt> { attempts.prefix { !meets($0) } }

  private func closestMiss(below met: Attempt, in tries: ArraySlice<Attempt>) -> Attempt? {
    tries.filter { $0.value < met.value && !meets($0) }.max { $0.value < $1.value }
  }

  private func closestMiss(above met: Attempt, in tries: ArraySlice<Attempt>) -> Attempt? {
    tries.filter { $0.value > met.value && !meets($0) }.min { $0.value < $1.value }
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

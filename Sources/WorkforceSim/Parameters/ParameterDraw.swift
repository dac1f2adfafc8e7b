// SPDX-License-Identifier: GPL-3.0-or-later

/// The numbers that uncertain parameters take in one parameter set.
///
/// Each leaf is drawn once by its own stream, keyed by the parameter's name, its date and its
/// place, so adding a parameter or overriding another one changes no other draw. Values that
/// leave the range of the unit move to its nearer end.
package final class ParameterDraw: Sendable {
  private let set: ParameterSet
  /// For each parameter and date, the drawn values; factors of adjustments are not in them.
  private let drawn: [[ParameterValues]]
  /// The positions of the uncertain parameters.
  private let uncertain: [Int]

  /// Draws all parameters.
  ///
  /// - Parameters:
  ///   - set: The parameters.
  ///   - key: The seed and the number of the parameter set; `nil` takes the central values.
  package init(_ set: ParameterSet, key: RandomKey?) {
    let uncertain = set.parameters.indices.filter { set.parameters[$0].isUncertain }
    let central = set.parameters.map { parameter in
      Self.values(parameter.dated.map { $0.leaves.map(\.central) }, of: parameter)
    }
    self.set = set
    self.uncertain = uncertain
    self.drawn = key.map { Self.draw(uncertain, of: set, by: $0, others: central) } ?? central
  }

  private init(_ central: ParameterDraw, key: RandomKey) {
    self.set = central.set
    self.uncertain = central.uncertain
    self.drawn = Self.draw(uncertain, of: set, by: key, others: central.drawn)
  }

  /// Draws the uncertain parameters anew; the values of the others are shared.
  ///
  /// - Parameter key: The seed and the number of the parameter set; `nil` leaves all as they are.
  /// - Returns: The parameters.
  func redrawn(by key: RandomKey?) -> ParameterDraw {
    guard let key, !uncertain.isEmpty else { return self }
    return ParameterDraw(self, key: key)
  }

  /// Draws some of the parameters, between the values of the others.
  private static func draw(
    _ positions: [Int],
    of set: ParameterSet,
    by key: RandomKey,
    others: [[ParameterValues]],
  ) -> [[ParameterValues]] {
    var drawn = others
    var stream = CountStream(key: key, decision: .parameters, year: 0)
    for position in positions {
      let parameter = set.parameters[position]
      drawn[position] = values(draw(parameter, key: key, stream: &stream), of: parameter)
    }
    return drawn
  }

  private static func values(_ numbers: [[Double]], of parameter: Parameter) -> [ParameterValues] {
    numbers.map { ParameterValues(axes: parameter.axes, shape: parameter.shape, values: $0) }
  }

  private static func draw(
    _ parameter: Parameter,
    key: RandomKey,
    stream: inout CountStream,
  ) -> [[Double]] {
    let range = parameter.unit.range
    let name = stableHash(parameter.name)
    func restart(_ leaf: Int, from date: Int) {
      // The odd constant spreads neighbouring leaves; see Knuth, TAOCP 3, section 6.4.
      let index = name ^ (UInt32(truncatingIfNeeded: leaf) &* 0x9E37_79B1)
      stream.use(key: key, decision: .parameters, year: date, index: index)
    }
    restart(0, from: 0)
    let factor = parameter.uncertainty?.draw(from: &stream) ?? 1
    var result: [[Double]] = []
    for values in parameter.dated {
      let date = values.from.index & 0x7FFF | 0x8000
      var numbers = values.leaves.map(\.central)
      if let covariance = parameter.covariance {
        restart(0, from: date)
        do {
          numbers = try stream.multivariateNormal(mean: numbers, covariance: covariance)
        } catch {
          preconditionFailure("\(parameter.name): \(error); loading checks covariances")
        }
      } else {
        for case (let position, .drawn(let distribution)) in values.leaves.enumerated() {
          restart(position, from: date)
          numbers[position] = distribution.draw(from: &stream)
        }
      }
      for position in numbers.indices {
        numbers[position] = min(
          max(numbers[position] * factor, range.lowerBound),
          range.upperBound,
        )
      }
      result.append(numbers)
    }
    return result
  }

  /// The values of a parameter at a date.
  ///
  /// - Parameters:
  ///   - reference: The parameter.
  ///   - month: The date; never before the parameter's first value, which loading checks.
  /// - Returns: The values by the rule for dates after the last one, times the adjustments.
  package func values(of reference: ParameterReference, at month: Month) -> ParameterValues {
    // Fields are read one by one, as a copy of the parameter would count references to all.
    let dated = set.parameters[reference.position].dated
    guard let position = dated.lastIndex(where: { $0.from <= month }) else {
      preconditionFailure("\(set[reference].name) has no value in \(month)")
    }
    let factor =
      (position == dated.count - 1
        ? growth(of: reference, since: dated[position].from, to: month) : 1)
      * adjustment(of: reference, at: month)
    var values = drawn[reference.position][position]
    if factor != 1 {
      let range = set.parameters[reference.position].unit.range
      values.values = values.values.map {
        min(max($0 * factor, range.lowerBound), range.upperBound)
      }
    }
    return values
  }

  /// The first number of a parameter at a date; the only one if it depends on nothing.
  ///
  /// - Parameters:
  ///   - reference: The parameter.
  ///   - month: The date.
  /// - Returns: The number.
  package func number(of reference: ParameterReference, at month: Month) -> Double {
    values(of: reference, at: month).values[0]
  }

  /// The dates at which a parameter's values change, the dates of adjustments included.
  ///
  /// - Parameter reference: The parameter.
  /// - Returns: The months, earliest first.
  package func dates(of reference: ParameterReference) -> [Month] {
    let parameter = set[reference]
    let first = parameter.dated[0].from
    let adjusted = parameter.adjustments.compactMap(\.from).filter { $0 > first }
    return Set(parameter.dated.map(\.from) + adjusted).sorted()
  }

  /// The factor that the rule for dates after the last value gives.
  private func growth(
    of reference: ParameterReference,
    since last: Month,
    to month: Month,
  ) -> Double {
    switch set.parameters[reference.position].afterLast {
    case .hold:
      return 1
    case .trend(let change):
      var factor = 1.0
      for _ in 0..<((month - last) / 12) { factor *= 1 + change }
      return factor
    case .index(let name):
      guard let index = set.reference(to: name) else {
        preconditionFailure("\(set[reference].name) follows \(name), which does not exist")
      }
      return number(of: index, at: month) / number(of: index, at: last)
    }
  }

  /// The product of the factors that scenarios put on a parameter.
  private func adjustment(of reference: ParameterReference, at month: Month) -> Double {
    var factor = 1.0
    for adjustment in set.parameters[reference.position].adjustments
    where adjustment.from.map({ $0 <= month }) ?? true {
      factor *= adjustment.factor
    }
    return factor
  }
}

/// A 32-bit number from a text that is the same on every machine and in every run (FNV-1a).
///
/// Source: Fowler, Noll, Vo; RFC 9923.
///
/// - Parameter text: The text.
/// - Returns: The hash of its UTF-8 bytes.
package func stableHash(_ text: String) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for byte in text.utf8 {
    hash = (hash ^ UInt32(byte)) &* 0x0100_0193
  }
  return hash
}

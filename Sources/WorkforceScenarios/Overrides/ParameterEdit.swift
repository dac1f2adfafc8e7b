// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Changes of a parameter's values for some members from some date on.
struct ParameterEdit {
  /// The parameter as changed so far.
  private(set) var parameter: Parameter
  private let dimensions: Dimensions

  /// Begins to change a parameter.
  init(_ parameter: Parameter, dimensions: Dimensions) {
    self.parameter = parameter
    self.dimensions = dimensions
  }

  /// Makes the values depend on more axes; each value is repeated along them.
  ///
  /// - Parameter axes: The axes that the values must depend on.
  mutating func widen(to axes: [Axis]) {
    let new = axes.filter { !parameter.axes.contains($0) }
    guard !new.isEmpty else { return }
    let copies = new.reduce(1) { $0 * dimensions.count($1) }
    // New axes run fastest, so that each old value is followed by its copies.
    parameter = Parameter(
      name: parameter.name,
      unit: parameter.unit,
      axes: parameter.axes + new,
      shape: parameter.shape + new.map { dimensions.count($0) },
      dated: parameter.dated.map { dated in
        DatedValues(
          from: dated.from,
          leaves: dated.leaves.flatMap { [ParameterLeaf](repeating: $0, count: copies) },
        )
      },
      afterLast: parameter.afterLast,
      uncertainty: parameter.uncertainty,
      covariance: parameter.covariance,
      adjustments: parameter.adjustments,
      origin: parameter.origin,
    )
  }

  /// Makes sure that there are values from a date; those in force are repeated.
  ///
  /// - Parameter date: The date.
  /// - Returns: Whether there were values in force.
  mutating func split(at date: Month) -> Bool {
    guard let position = parameter.dated.lastIndex(where: { $0.from <= date }) else { return false }
    let inForce = parameter.dated[position]
    if inForce.from != date {
      parameter.dated.insert(DatedValues(from: date, leaves: inForce.leaves), at: position + 1)
    }
    return true
  }

  /// Replaces values.
  ///
  /// - Parameters:
  ///   - members: The members by axis; empty for all.
  ///   - dates: Whether the values from a date change.
  ///   - change: Gives the new value for the old one.
  mutating func change(
    _ members: [(axis: Axis, positions: [Int])],
    at dates: (Month) -> Bool,
    _ change: (ParameterLeaf) -> ParameterLeaf,
  ) {
    let isChosen = mask(members)
    parameter.dated = parameter.dated.map { dated in
      guard dates(dated.from) else { return dated }
      return DatedValues(
        from: dated.from,
        leaves: zip(dated.leaves, isChosen).map { $1 ? change($0) : $0 },
      )
    }
  }

  /// Gives one value to all members and dates, with nothing uncertain left.
  mutating func fix(_ leaf: ParameterLeaf) {
    change([], at: { _ in true }, { _ in leaf })
    parameter.afterLast = .hold
    parameter.uncertainty = nil
    parameter.covariance = nil
    parameter.adjustments = []
  }

  /// Puts values in place of the dates from one on.
  mutating func restart(from date: Month, with leaf: ParameterLeaf) {
    let active = parameter.adjustments.filter { $0.from.map { $0 <= date } ?? true }
    let factor = active.reduce(1) { $0 * $1.factor }
    let count = parameter.shape.reduce(1, *)
    let values = DatedValues(from: date, leaves: [ParameterLeaf](repeating: leaf, count: count))
    parameter.dated = parameter.dated.filter { $0.from < date } + [values]
    parameter.afterLast = .hold
    // Factors of earlier overrides go on before the date, but the new value stands as written.
    parameter.adjustments = parameter.dated.count > 1 ? active : []
    if parameter.dated.count > 1, factor != 1, factor != 0 {
      parameter.adjustments.append(ParameterAdjustment(from: date, factor: 1 / factor))
    }
  }

  /// Moves the factors of earlier overrides into the values, where that gives the same numbers.
  mutating func settleFactors() {
    guard parameter.afterLast == .hold else { return }
    let (adjustments, unit) = (parameter.adjustments, parameter.unit)
    parameter.adjustments = []
    for adjustment in adjustments {
      if let from = adjustment.from { _ = split(at: from) }
      change([], at: { from in adjustment.from.map { $0 <= from } ?? true }) {
        $0.scaled(by: adjustment.factor, unit: unit)
      }
    }
  }

  /// Multiplies all values from a date on.
  mutating func adjust(by factor: Double, from date: Month?) {
    guard factor != 1 else { return }
    parameter.adjustments.append(ParameterAdjustment(from: date, factor: factor))
  }

  /// Notes who changed the parameter.
  mutating func sign(_ layer: String, confidence: Confidence?) {
    parameter.origin.layers.append(layer)
    if let confidence { parameter.origin.confidence = confidence }
  }

  private func mask(_ members: [(axis: Axis, positions: [Int])]) -> [Bool] {
    var chosen = [Bool](repeating: true, count: parameter.shape.reduce(1, *))
    for (axis, positions) in members {
      guard let position = parameter.axes.firstIndex(of: axis) else { continue }
      let step = parameter.shape[(position + 1)...].reduce(1, *)
      let wanted = Set(positions)
      for index in chosen.indices where !wanted.contains(index / step % parameter.shape[position]) {
        chosen[index] = false
      }
    }
    return chosen
  }
}

extension ParameterLeaf {
  /// The value times a factor, kept within the range of a unit.
  func scaled(by factor: Double, unit: Unit) -> ParameterLeaf {
    switch self {
    case .number(let value):
      let range = unit.range
      return .number(min(max(value * factor, range.lowerBound), range.upperBound))
    case .drawn(let distribution):
      return .drawn(distribution.scaled(by: factor))
    }
  }
}

extension Distribution {
  /// The distribution of the number times a factor.
  fileprivate func scaled(by factor: Double) -> Distribution {
    switch self {
    case .beta(let mean, let deviation):
      .beta(mean: mean * factor, standardDeviation: deviation * factor)
    case .gamma(let mean, let deviation):
      .gamma(mean: mean * factor, standardDeviation: deviation * factor)
    case .lognormal(let mean, let deviation):
      .lognormal(mean: mean * factor, standardDeviation: deviation * factor)
    case .normal(let mean, let deviation):
      .normal(mean: mean * factor, standardDeviation: deviation * factor)
    case .triangular(let minimum, let mode, let maximum):
      .triangular(minimum: minimum * factor, mode: mode * factor, maximum: maximum * factor)
    case .uniform(let minimum, let maximum):
      .uniform(minimum: minimum * factor, maximum: maximum * factor)
    case .discrete(let values, let weights):
      .discrete(values: values.map { $0 * factor }, weights: weights)
    }
  }
}

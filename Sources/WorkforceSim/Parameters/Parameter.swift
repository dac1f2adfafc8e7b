// SPDX-License-Identifier: GPL-3.0-or-later

/// One value of a parameter: a number, or a distribution drawn once in each parameter set.
public enum ParameterLeaf: Hashable, Sendable {
  /// A known number.
  case number(Double)
  /// An uncertain number.
  case drawn(Distribution)

  /// The number, or the distribution's mean.
  public var central: Double {
    switch self {
    case .number(let value): value
    case .drawn(let distribution): distribution.mean
    }
  }
}

/// The values of a parameter from one date on.
public struct DatedValues: Hashable, Sendable {
  /// The first month in which the values hold.
  public let from: Month
  /// The values in the order of the parameter's axes, the last axis running fastest.
  public let leaves: [ParameterLeaf]

  /// Creates dated values.
  ///
  /// - Parameters:
  ///   - from: The first month in which the values hold.
  ///   - leaves: The values, the last axis running fastest.
  public init(from: Month, leaves: [ParameterLeaf]) {
    self.from = from
    self.leaves = leaves
  }
}

/// What holds after the last dated value.
public enum AfterLastValue: Hashable, Sendable {
  /// The last value goes on.
  case hold
  /// The last value changes by a relative amount in each whole year.
  case trend(changePerYear: Double)
  /// The last value moves with another parameter, relative to its level at the last date.
  case index(parameter: String)
}

/// A factor that a scenario puts on a parameter from a month on, such as 1.3 for "plus 30 %".
public struct ParameterAdjustment: Hashable, Sendable {
  /// The first month in which the factor applies; `nil` applies it always.
  public let from: Month?
  /// The factor.
  public let factor: Double

  /// Creates an adjustment.
  ///
  /// - Parameters:
  ///   - from: The first month in which the factor applies; `nil` applies it always.
  ///   - factor: The factor.
  public init(from: Month?, factor: Double) {
    self.from = from
    self.factor = factor
  }
}

/// A dated quantity of the model with its unit, its uncertainty and its origin.
public struct Parameter: Sendable {
  /// The dotted name, such as `retirement.original_age`.
  public let name: String
  /// The unit of the values.
  public let unit: Unit
  /// What the values depend on; the last axis runs fastest.
  public let axes: [Axis]
  /// The number of members of each axis.
  public let shape: [Int]
  /// The values by date, earliest first.
  public var dated: [DatedValues]
  /// What holds after the last value.
  public var afterLast: AfterLastValue
  /// A factor on all values, drawn once in each parameter set.
  public var uncertainty: Distribution?
  /// The covariance of all leaves of the last date, row by row; they are then drawn together.
  public var covariance: [Double]?
  /// The factors that scenarios put on the values, in the order in which they were given.
  public var adjustments: [ParameterAdjustment]
  /// Where the values come from.
  public var origin: ParameterOrigin

  /// Creates a parameter.
  ///
  /// - Parameters:
  ///   - name: The dotted name.
  ///   - unit: The unit of the values.
  ///   - axes: What the values depend on.
  ///   - shape: The number of members of each axis.
  ///   - dated: The values by date, earliest first; never empty.
  ///   - afterLast: What holds after the last value.
  ///   - uncertainty: A factor on all values, drawn once in each parameter set.
  ///   - covariance: The covariance of the leaves, row by row.
  ///   - adjustments: The factors that scenarios put on the values.
  ///   - origin: Where the values come from.
  public init(
    name: String,
    unit: Unit,
    axes: [Axis] = [],
    shape: [Int] = [],
    dated: [DatedValues],
    afterLast: AfterLastValue = .hold,
    uncertainty: Distribution? = nil,
    covariance: [Double]? = nil,
    adjustments: [ParameterAdjustment] = [],
    origin: ParameterOrigin = ParameterOrigin(),
  ) {
    precondition(!dated.isEmpty, "\(name) has no value")
    precondition(
      axes.count == shape.count,
      "\(name) has \(axes.count) axes and \(shape.count) sizes",
    )
    self.name = name
    self.unit = unit
    self.axes = axes
    self.shape = shape
    self.dated = dated
    self.afterLast = afterLast
    self.uncertainty = uncertainty
    self.covariance = covariance
    self.adjustments = adjustments
    self.origin = origin
  }

  /// Whether any part of the parameter is uncertain.
  public var isUncertain: Bool {
    uncertainty != nil || covariance != nil
      || dated.contains { values in
        values.leaves.contains { leaf in
          if case .drawn = leaf { true } else { false }
        }
      }
  }
}

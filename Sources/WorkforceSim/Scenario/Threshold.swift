// SPDX-License-Identifier: GPL-3.0-or-later

/// On which side of its value a threshold is passed.
public enum ThresholdDirection: String, Hashable, Sendable, CaseIterable {
  /// The figure is greater than the value.
  case above
  /// The figure is less than the value.
  case below
}

/// A value of a measure of the whole that planners do not want to see passed, or hope to.
///
/// A run reports the share of replications that pass it. The figure is the measure itself or, for a
/// rate, the measure divided by another one of the same year and replication.
public struct Threshold: Hashable, Sendable {
  /// A short name.
  public let name: String
  /// The name that people read; it completes "the chance that …".
  public let label: LocalizedText
  /// The code of the measure.
  public let measure: String
  /// The code of the measure by which it is divided, or `nil` for the measure itself.
  public let divisor: String?
  /// The side on which the threshold is passed.
  public let direction: ThresholdDirection
  /// The value, in the unit of the figure.
  public let value: Double
  /// The years that are looked at, or `nil` for all simulated ones.
  public let years: ClosedRange<Int>?

  /// Creates a threshold.
  ///
  /// - Parameters:
  ///   - name: A short name.
  ///   - label: The name that people read.
  ///   - measure: The code of the measure.
  ///   - divisor: The code of the measure by which it is divided.
  ///   - direction: The side on which the threshold is passed.
  ///   - value: The value, in the unit of the figure.
  ///   - years: The years that are looked at; `nil` for all simulated ones.
  public init(
    name: String,
    label: LocalizedText,
    measure: String,
    divisor: String? = nil,
    direction: ThresholdDirection,
    value: Double,
    years: ClosedRange<Int>? = nil,
  ) {
    self.name = name
    self.label = label
    self.measure = measure
    self.divisor = divisor
    self.direction = direction
    self.value = value
    self.years = years
  }

  /// Whether a figure passes the threshold; one that equals the value does not.
  ///
  /// - Parameter figure: The figure; one that is no number, because nothing divides it, never passes.
  /// - Returns: Whether it passes.
  func isPassed(by figure: Double) -> Bool {
    switch direction {
    case .above: figure.difference(from: value) > 0
    case .below: figure.difference(from: value) < 0
    }
  }
}

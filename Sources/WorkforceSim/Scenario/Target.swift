// SPDX-License-Identifier: GPL-3.0-or-later

/// How a target was used.
public enum TargetKind: String, Hashable, Sendable, CaseIterable {
  /// Parameters were chosen so that the model meets it.
  case fitted
  /// It was kept out of the fitting and checks it.
  case heldOut = "held_out"
  /// It was neither fitted nor kept apart on purpose.
  case check
}

/// How the years of a target are put together.
public enum TargetYears: String, Hashable, Sendable, CaseIterable {
  /// The years are added up.
  case sum
  /// The mean of the years.
  case mean
  /// The last year.
  case last
}

/// A published figure that the model is held against.
public struct Target: Hashable, Sendable {
  /// A short name.
  public let name: String
  /// The name that people read.
  public let label: LocalizedText
  /// The published figure.
  public let published: Double
  /// The unit, as text.
  public let unit: String
  /// How the figure was used.
  public let kind: TargetKind
  /// The table that holds the model's figure.
  public let table: String
  /// The members of each key that are added up; keys that are not named count whole.
  public let keys: [String: [String]]
  /// The first and the last year.
  public let years: ClosedRange<Int>
  /// How the years are put together.
  public let overYears: TargetYears
  /// The relative distance within which the target counts as met.
  public let tolerance: Double
  /// How an ambiguous figure is read.
  public let reading: LocalizedText
  /// Where the figure comes from.
  public let references: [Reference]

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - name: A short name.
  ///   - label: The name that people read.
  ///   - published: The published figure.
  ///   - unit: The unit, as text.
  ///   - kind: How the figure was used.
  ///   - table: The table that holds the model's figure.
  ///   - keys: The members of each key that are added up.
  ///   - years: The first and the last year.
  ///   - overYears: How the years are put together.
  ///   - tolerance: The relative distance within which the target counts as met.
  ///   - reading: How an ambiguous figure is read.
  ///   - references: Where the figure comes from.
  public init(
    name: String,
    label: LocalizedText,
    published: Double,
    unit: String,
    kind: TargetKind,
    table: String,
    keys: [String: [String]],
    years: ClosedRange<Int>,
    overYears: TargetYears,
    tolerance: Double,
    reading: LocalizedText = LocalizedText(""),
    references: [Reference] = [],
  ) {
    self.name = name
    self.label = label
    self.published = published
    self.unit = unit
    self.kind = kind
    self.table = table
    self.keys = keys
    self.years = years
    self.overYears = overYears
    self.tolerance = tolerance
    self.reading = reading
    self.references = references
  }
}

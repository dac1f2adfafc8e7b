// SPDX-License-Identifier: GPL-3.0-or-later

/// At which dates the model reads a parameter.
public enum ParameterDating: Hashable, Sendable {
  /// On the counting day of each year, by all rules for dates.
  case yearly
  /// By its dates alone, without trend or index.
  ///
  /// The first value holds before its date too, the last one for ever.
  case bySteps
  /// At the opening only: later values would never be read.
  case atOpening
}

/// What the model expects of one parameter: the contract that files are checked against.
///
/// A name may hold placeholders: `<exit>`, `<leave>`, `<channel>`, `<item>` and `<role>` stand for
/// every member of that dimension, `<factor>` for a name that the scenario chooses.
public struct ParameterDefinition: Hashable, Sendable {
  /// The date of values without a date: a month before every date that a scenario asks for.
  package static let always = Month(year: 1800, month: 1)

  /// The dotted name.
  public let name: String
  /// The unit that values must have.
  public let unit: Unit
  /// What values may depend on.
  public let axes: [Axis]
  /// The section of the scenario that uses the parameter.
  public let section: String
  /// The value if no file gives one; `nil` makes the parameter required when its section is on.
  public let standard: Double?
  /// Whether the parameter may be absent without a value in its place.
  public let isOptional: Bool
  /// An axis along which the values must add up to one, or `nil`.
  public let addsUpAlong: Axis?
  /// At which dates the model reads the parameter.
  public let dating: ParameterDating
  /// What the parameter means.
  public let summary: LocalizedText

  /// Creates a definition.
  ///
  /// - Parameters:
  ///   - name: The dotted name.
  ///   - unit: The unit that values must have.
  ///   - axes: What values may depend on.
  ///   - standard: The value if no file gives one.
  ///   - isOptional: Whether the parameter may be absent without a value in its place.
  ///   - addsUpAlong: An axis along which the values must add up to one.
  ///   - dating: At which dates the model reads the parameter.
  ///   - summary: What the parameter means, in English.
  ///   - chinese: What the parameter means, in Chinese.
  init(
    _ name: String,
    _ unit: Unit,
    axes: [Axis] = [],
    standard: Double? = nil,
    isOptional: Bool = false,
    addsUpAlong: Axis? = nil,
    dating: ParameterDating = .yearly,
    _ summary: String,
    chinese: String,
  ) {
    self.name = name
    self.unit = unit
    self.axes = axes
    self.section = String(name.prefix { $0 != "." })
    self.standard = standard
    self.isOptional = isOptional
    self.addsUpAlong = addsUpAlong
    self.dating = dating
    self.summary = LocalizedText(summary, chinese: chinese)
  }
}

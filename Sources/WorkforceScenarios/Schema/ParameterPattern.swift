// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The names that fit a definition, as regular expressions of JSON Schema.
struct ParameterPattern {
  let definition: ParameterDefinition

  /// The patterns of all definitions.
  static let all = ParameterNames.definitions.map(ParameterPattern.init)

  /// Whether the name holds no placeholder, so that it stands for one parameter.
  var isPlain: Bool { !definition.name.contains("<") }

  /// The names, without bounds.
  var name: String {
    definition.name.split(separator: ".").map { part in
      part.hasPrefix("<") ? #"[^.@\[]+"# : String(part)
    }.joined(separator: #"\."#)
  }

  /// The names with members in brackets, a date after `@`, or both.
  var narrowed: String {
    let date = "@" + CommonSchema.datePattern.dropFirst().dropLast()
    guard !definition.axes.isEmpty else { return "^\(name)\(date)$" }
    let axes = definition.axes.map(\.rawValue).joined(separator: "|")
    let choice = #" *(\#(axes)): *[^,\]]+"#
    return #"^\#(name)(\[\#(choice)(,\#(choice))*\](\#(date))?|\#(date))$"#
  }
}

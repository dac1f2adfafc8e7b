// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// The JSON Schemas of the files of a scenario, made from the lists that the loader itself uses.
///
/// A schema describes one file. What needs several files at once, such as whether a member is
/// declared or a date has a value, only the loader can check.
package enum ScenarioSchema {
  /// The schema of a kind of file, as JSON of draft 2020-12.
  ///
  /// - Parameter kind: The kind of file.
  /// - Returns: The indented text, without a line end; the same for every call.
  package static func text(for kind: SchemaKind) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(document(for: kind)), as: UTF8.self)
    } catch {
      preconditionFailure("a schema holds no numbers but finite ones: \(error)")
    }
  }

  private static func document(for kind: SchemaKind) -> SchemaNode {
    let (title, definitions): (String, [String: SchemaNode]) =
      switch kind {
      case .scenario:
        (
          "Scenario of workforce",
          ParameterSchema.definitions.adding(OverrideSchema.definitions)
            .adding(DimensionSchema.definitions).adding(ThresholdSchema.definitions)
            .adding(["scenario": ScenarioFileSchema.schema]),
        )
      case .parameter:
        ("Parameter file of workforce", ParameterSchema.definitions)
      case .targets:
        ("Targets of workforce", TargetSchema.definitions)
      }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .string(title),
      "$ref": .reference(kind.rawValue),
      "$defs": .object(CommonSchema.definitions.adding(definitions)),
    ]
  }
}

extension [String: SchemaNode] {
  /// The definitions together with others, which have other names.
  func adding(_ others: Self) -> Self {
    merging(others) { _, _ in preconditionFailure("two definitions have the same name") }
  }
}

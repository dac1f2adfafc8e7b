// SPDX-License-Identifier: GPL-3.0-or-later

/// A key of a group of keys: what it means and what its value may be.
struct SchemaKey: Sendable {
  let name: String
  let description: String
  let schema: SchemaNode
  let isRequired: Bool

  /// Describes a key.
  ///
  /// - Parameters:
  ///   - name: The key.
  ///   - description: What it means, in a sentence.
  ///   - schema: What its value may be.
  ///   - isRequired: Whether it must be there.
  init(_ name: String, _ description: String, _ schema: SchemaNode, isRequired: Bool = false) {
    self.name = name
    self.description = description
    self.schema = schema
    self.isRequired = isRequired
  }
}

extension SchemaNode {
  /// A group of these keys and no others.
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - isPartial: Whether required keys may be left out, because another file may give them.
  /// - Returns: The schema.
  static func group(_ keys: [SchemaKey], isPartial: Bool = false) -> SchemaNode {
    let properties = keys.map {
      ($0.name, $0.schema.with(["description": .string($0.description)]))
    }
    let schema: SchemaNode = [
      "type": "object",
      "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
      "additionalProperties": false,
    ]
    return isPartial ? schema : schema.with(requirement(keys))
  }

  /// A group whose keys are free.
  ///
  /// - Parameter values: What the values may be.
  /// - Returns: The schema.
  static func map(_ values: SchemaNode) -> SchemaNode {
    ["type": "object", "additionalProperties": values]
  }

  /// A group with dates as keys.
  ///
  /// - Parameter values: What the values may be.
  /// - Returns: The schema.
  static func byDate(_ values: SchemaNode) -> SchemaNode {
    [
      "type": "object",
      "minProperties": 1,
      "patternProperties": [CommonSchema.datePattern: values],
      "additionalProperties": false,
    ]
  }

  /// A list.
  ///
  /// - Parameter items: What the items may be.
  /// - Returns: The schema.
  static func list(_ items: SchemaNode) -> SchemaNode { ["type": "array", "items": items] }

  /// One of a few names.
  static func choice(_ names: some Sequence<String>) -> SchemaNode { ["enum": .strings(names)] }

  /// One of the names of the cases of a type.
  static func choice<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> SchemaNode
  where Choice.RawValue == String {
    choice(Choice.allCases.map(\.rawValue))
  }

  /// A whole number.
  static func whole(_ range: ClosedRange<Int>) -> SchemaNode {
    [
      "type": "integer", "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ]
  }

  /// A number.
  static func number(in range: ClosedRange<Double>) -> SchemaNode {
    ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
  }

  /// The keyword that asks for the required keys; none if no key is required.
  static func requirement(_ keys: [SchemaKey]) -> [String: SchemaNode] {
    let names = keys.filter(\.isRequired).map(\.name)
    return names.isEmpty ? [:] : ["required": .strings(names)]
  }
}

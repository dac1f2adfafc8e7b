// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a JSON Schema; written with Swift's literals, it reads as JSON does.
enum SchemaNode: Encodable, Sendable {
  /// A text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// A list.
  case array([SchemaNode])
  /// Keys with values.
  case object([String: SchemaNode])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .integer(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .boolean(let value): try container.encode(value)
    case .array(let items): try container.encode(items)
    case .object(let entries): try container.encode(entries)
    }
  }

  /// A list of texts.
  static func strings(_ texts: some Sequence<String>) -> SchemaNode { .array(texts.map(string)) }

  /// The address of a definition.
  static func reference(_ name: String) -> SchemaNode { .string("#/$defs/\(name)") }

  /// A schema that stands among the definitions.
  static func defined(_ name: String) -> SchemaNode { ["$ref": .reference(name)] }

  /// The schema with further keywords, which replace those of the same name.
  func with(_ keywords: [String: SchemaNode]) -> SchemaNode {
    guard case .object(let entries) = self else {
      preconditionFailure("only a group of keywords can hold more of them")
    }
    return .object(entries.merging(keywords) { $1 })
  }
}

extension SchemaNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .integer(number) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(arrayLiteral items: SchemaNode...) { self = .array(items) }
  init(dictionaryLiteral entries: (String, SchemaNode)...) {
    self = .object(Dictionary(uniqueKeysWithValues: entries))
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value whose objects keep the order of their members.
///
/// Foundation's encoder does not keep it, and a manifest that people read and compare needs it.
package indirect enum JSONValue: Hashable, Sendable {
  /// Nothing; also how a number that is not finite is written.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number, written in the shortest form that reads back exactly.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object(JSONObject)

  /// Makes a number rounded to at most so many decimals, halves to even.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - decimals: The decimals, 0 to 15.
  /// - Returns: The value.
  package static func number(_ value: Double, decimals: Int) -> JSONValue {
    .number(Double(format(value, decimals: decimals)) ?? value)
  }

  /// Makes the seed of all draws, as text above the range of `Int`, where most readers lose digits.
  ///
  /// - Parameter seed: The seed.
  /// - Returns: The value.
  static func seed(_ seed: UInt64) -> JSONValue {
    Int(exactly: seed).map { .integer($0) } ?? .string(String(seed))
  }
}

/// Named JSON values in the order in which they were set.
package struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// A name and its value.
  package struct Member: Hashable, Sendable {
    /// The member's name.
    package var name: String
    /// The member's value.
    package var value: JSONValue
  }

  /// The members in order.
  package private(set) var members: [Member] = []

  /// Creates an object; a name that comes twice keeps its last value.
  ///
  /// - Parameter elements: The names and values in order.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// The value of a name; setting adds it at the end or replaces it in place, nil removes it.
  ///
  /// - Complexity: O(members); manifests have few.
  package subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral {
  /// Creates null.
  ///
  /// - Parameter nilLiteral: Nothing.
  package init(nilLiteral: ()) { self = .null }

  /// Creates true or false.
  ///
  /// - Parameter value: Which.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Creates a whole number.
  ///
  /// - Parameter value: The number.
  package init(integerLiteral value: Int) { self = .integer(value) }

  /// Creates a number.
  ///
  /// - Parameter value: The number.
  package init(floatLiteral value: Double) { self = .number(value) }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// Creates text.
  ///
  /// - Parameter value: The text.
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// Creates an array.
  ///
  /// - Parameter elements: The values in order.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Creates an object; a name that comes twice keeps its last value.
  ///
  /// - Parameter elements: The names and values in order.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object: JSONObject = [:]
    for (name, value) in elements { object[name] = value }
    self = .object(object)
  }
}

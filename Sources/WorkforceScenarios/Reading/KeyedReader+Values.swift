// SPDX-License-Identifier: GPL-3.0-or-later

extension KeyedReader {
  /// Reads a text.
  ///
  /// - Parameter key: The key, which must be there.
  /// - Returns: The text, or nil if a problem was reported.
  package func text(_ key: String) -> String? { value(key, "a text")?.text }

  /// Reads a text that may be left out.
  ///
  /// - Parameter key: The key.
  /// - Returns: The text, or nil if it is not there or a problem was reported.
  package func optionalText(_ key: String) -> String? { optionalValue(key, "a text")?.text }

  /// Reads a whole number.
  ///
  /// - Parameters:
  ///   - key: The key, which must be there.
  ///   - range: The numbers that are allowed.
  ///   - meaning: What the number is, for messages: "an age".
  /// - Returns: The number, or nil if a problem was reported.
  package func integer(
    _ key: String,
    in range: ClosedRange<Int> = .min ... .max,
    meaning: String = "the value",
  ) -> Int? {
    value(key, "a whole number")?.integer(in: range, meaning: meaning, reporting: problems)
  }

  /// Reads a whole number that may be left out.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - range: The numbers that are allowed.
  ///   - meaning: What the number is, for messages: "an age".
  /// - Returns: The number, or nil if it is not there or a problem was reported.
  package func optionalInteger(
    _ key: String,
    in range: ClosedRange<Int> = .min ... .max,
    meaning: String = "the value",
  ) -> Int? {
    optionalValue(key, "a whole number")?.integer(in: range, meaning: meaning, reporting: problems)
  }

  /// Reads a number.
  ///
  /// - Parameters:
  ///   - key: The key, which must be there.
  ///   - range: The numbers that are allowed.
  ///   - meaning: What the number is, for messages: "a probability".
  /// - Returns: The number, or nil if a problem was reported.
  package func number(
    _ key: String,
    in range: ClosedRange<Double> = -.infinity ... .infinity,
    meaning: String = "the value",
  ) -> Double? {
    value(key, "a number")?.number(in: range, meaning: meaning, reporting: problems)
  }

  /// Reads a number that may be left out.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - range: The numbers that are allowed.
  ///   - meaning: What the number is, for messages: "a probability".
  /// - Returns: The number, or nil if it is not there or a problem was reported.
  package func optionalNumber(
    _ key: String,
    in range: ClosedRange<Double> = -.infinity ... .infinity,
    meaning: String = "the value",
  ) -> Double? {
    optionalValue(key, "a number")?.number(in: range, meaning: meaning, reporting: problems)
  }

  /// Reads `true` or `false`.
  ///
  /// - Parameter key: The key, which must be there.
  /// - Returns: The truth value, or nil if a problem was reported.
  package func boolean(_ key: String) -> Bool? {
    value(key, "true or false")?.boolean(reporting: problems)
  }

  /// Reads `true` or `false`, which may be left out.
  ///
  /// - Parameter key: The key.
  /// - Returns: The truth value, or nil if it is not there or a problem was reported.
  package func optionalBoolean(_ key: String) -> Bool? {
    optionalValue(key, "true or false")?.boolean(reporting: problems)
  }

  /// Reads one of a few names.
  ///
  /// - Parameters:
  ///   - key: The key, which must be there.
  ///   - names: The names that are allowed.
  /// - Returns: The name, or nil if a problem was reported.
  package func choice(_ key: String, of names: [String]) -> String? {
    value(key, Self.oneOf(names))?.choice(of: names, reporting: problems)
  }

  /// Reads one of a few names, which may be left out.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - names: The names that are allowed.
  /// - Returns: The name, or nil if it is not there or a problem was reported.
  package func optionalChoice(_ key: String, of names: [String]) -> String? {
    optionalValue(key, Self.oneOf(names))?.choice(of: names, reporting: problems)
  }

  /// Reads a single value for which there is no reader here.
  ///
  /// - Parameters:
  ///   - key: The key, which must be there.
  ///   - needed: What the value is, for messages: "a number".
  /// - Returns: The value, or nil if a problem was reported.
  package func value(_ key: String, _ needed: String) -> LocatedText? {
    guard let node = node(key) else {
      reportMissing(key, needed: needed)
      return nil
    }
    return scalar(node, key, needed, isOptional: false)
  }

  /// Reads a single value for which there is no reader here and which may be left out.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - needed: What the value is, for messages: "a number".
  /// - Returns: The value, or nil if it is not there or a problem was reported.
  package func optionalValue(_ key: String, _ needed: String) -> LocatedText? {
    node(key).flatMap { scalar($0, key, needed, isOptional: true) }
  }

  private func scalar(
    _ node: LocatedNode,
    _ key: String,
    _ needed: String,
    isOptional: Bool,
  ) -> LocatedText? {
    if let scalar = node.scalar(named: name(of: key)) { return scalar }
    reportWrongKind(node, key, needed, isOptional: isOptional)
    return nil
  }

  private static func oneOf(_ names: [String]) -> String {
    "one of: \(names.joined(separator: ", "))"
  }
}

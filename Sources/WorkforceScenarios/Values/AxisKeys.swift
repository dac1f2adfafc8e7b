// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the keys of values along one axis: members, groups, `other`, ages, bands, offsets.
struct AxisKeys {
  /// The members that a key stands for.
  struct Match {
    /// The positions of the members.
    var positions: [Int]
    /// How exactly the key names them: 2 for a member, 1 for a group or band, 0 for `other`.
    var strength: Int
    /// Whether the key is a band of numbers.
    var isBand = false
    /// Whether the band has no end of its own, as `50+`.
    var isOpen = false
    /// The key as written.
    var text: String
  }

  let axis: Axis
  let dimension: Dimension

  /// Finds what a key stands for, or reports it.
  ///
  /// - Parameters:
  ///   - key: The key with its place.
  ///   - problems: Takes what is wrong.
  /// - Returns: The members, or nil if a problem was reported.
  func match(_ key: LocatedText, _ problems: ProblemCollector) -> Match? {
    if key.text == "other" {
      return Match(positions: Array(0..<dimension.count), strength: 0, text: key.text)
    }
    if let numbers = axis.numbers { return match(key, in: numbers, problems) }
    if let position = dimension.position(of: key.text) {
      return Match(positions: [position], strength: 2, text: key.text)
    }
    if let members = dimension.group(key.text) {
      return Match(positions: members, strength: 1, text: key.text)
    }
    let names = dimension.names + dimension.groups.map(\.code) + ["other"]
    let groups =
      dimension.groups.isEmpty
      ? "" : " Groups: \(dimension.groups.map(\.code).joined(separator: ", "))."
    problems.report(
      "'\(key.name)' has the key '\(key.text)', but there is no such \(axis.declaredAs.word)."
        + Suggestions.sentence(for: key.text, in: names) + FullWidthMark.sentence(in: key.text)
        + " Members: \(dimension.listing).\(groups)",
      at: key.location,
    )
    return nil
  }

  private func match(
    _ key: LocatedText,
    in numbers: ClosedRange<Int>,
    _ problems: ProblemCollector,
  ) -> Match? {
    guard let (range, isOpen) = Self.band(key.text, in: numbers) else {
      let examples =
        axis == .offset ? "-12, 0 or -36..-1" : "30, 30-49, under 30 or 50+"
      problems.report(
        "'\(key.name)' has the key '\(key.text)', but the axis '\(axis.rawValue)' needs a number "
          + "or a band. Write, for example, \(examples).",
        at: key.location,
      )
      return nil
    }
    guard numbers.contains(range.lowerBound), numbers.contains(range.upperBound) else {
      problems.report(
        "'\(key.name)' has the key '\(key.text)', but the axis '\(axis.rawValue)' goes from "
          + "\(numbers.lowerBound) to \(numbers.upperBound).",
        at: key.location,
      )
      return nil
    }
    let isBand = range.count > 1 || isOpen
    return Match(
      positions: range.map { $0 - numbers.lowerBound },
      strength: isBand ? 1 : 2,
      isBand: isBand,
      isOpen: isOpen,
      text: key.text,
    )
  }

  /// The numbers of `30`, `30-49`, `-36..-1`, `under 30` or `50+`.
  private static func band(
    _ text: String,
    in numbers: ClosedRange<Int>,
  ) -> (range: ClosedRange<Int>, isOpen: Bool)? {
    func number(_ text: some StringProtocol) -> Int? {
      NumberGrammar.isInteger(String(text)) ? Int(text) : nil
    }
    func range(_ lower: Int?, _ upper: Int?) -> ClosedRange<Int>? {
      guard let lower, let upper, lower <= upper else { return nil }
      return lower...upper
    }
    if let value = number(text) { return (value...value, false) }
    if text.hasPrefix("under "), let end = number(text.dropFirst(6)) {
      return range(numbers.lowerBound, end - 1).map { ($0, true) }
    }
    if text.hasSuffix("+"), let start = number(text.dropLast()) {
      return range(start, max(start, numbers.upperBound)).map { ($0, true) }
    }
    let bounds = text.split(separator: "..", omittingEmptySubsequences: false)
    if bounds.count == 2 {
      return range(number(bounds[0]), number(bounds[1])).map { ($0, false) }
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    return range(number(ends[0]), number(ends[1])).map { ($0, false) }
  }
}

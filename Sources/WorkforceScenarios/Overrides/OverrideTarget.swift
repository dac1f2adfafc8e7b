// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What an override changes: `name`, `name[region:mountain]`, `name@2027-01-01`.
struct OverrideTarget {
  /// The parameter's name.
  var name: String
  /// The members whose values change, by axis; empty for all.
  var members: [(axis: Axis, positions: [Int])] = []
  /// The first month in which the override holds; nil for all dates.
  var from: Month?

  /// Reads the part of an override before the value.
  ///
  /// - Parameters:
  ///   - text: The text with its place.
  ///   - dimensions: The dimensions of the scenario.
  ///   - problems: Takes what is wrong.
  init?(_ text: LocatedText, dimensions: Dimensions, _ problems: ProblemCollector) {
    var rest = Substring(text.text)
    if let mark = rest.lastIndex(of: "@") {
      var date = text
      (date.name, date.text) = ("the date after @", String(rest[rest.index(after: mark)...]))
      guard let month = date.valueDate(reporting: problems) else { return nil }
      from = month
      rest = rest[..<mark]
    }
    guard let open = rest.firstIndex(of: "[") else {
      name = String(rest)
      return
    }
    name = String(rest[..<open])
    guard rest.last == "]" else {
      problems.report(
        "'\(text.text)' opens a bracket that is not closed. Write \(name)[axis:member].",
        at: text.location,
      )
      return nil
    }
    let inside = rest[rest.index(after: open)...].dropLast()
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      guard let choice = Self.choice(String(part), of: text, dimensions, problems) else {
        return nil
      }
      if let position = members.firstIndex(where: { $0.axis == choice.axis }) {
        members[position].positions += choice.positions
      } else {
        members.append(choice)
      }
    }
  }

  private static func choice(
    _ part: String,
    of text: LocatedText,
    _ dimensions: Dimensions,
    _ problems: ProblemCollector,
  ) -> (axis: Axis, positions: [Int])? {
    let sides = part.split(separator: ":", maxSplits: 1).map {
      String($0.drop { $0 == " " })
    }
    guard sides.count == 2, let axis = Axis(rawValue: sides[0]) else {
      problems.report(
        (part.isEmpty ? "'\(text.text)'" : "'\(part)' in '\(text.text)'")
          + " names no members. Write axis:member, such as "
          + "region:\(dimensions[.region].codes[0])."
          + Suggestions.sentence(for: sides.first ?? "", in: Axis.allCases.map(\.rawValue)),
        at: text.location,
      )
      return nil
    }
    var key = text
    key.text = sides[1]
    return AxisKeys(axis: axis, dimension: dimensions[axis]).match(key, problems)
      .map { (axis, $0.positions) }
  }
}

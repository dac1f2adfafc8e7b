// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// A text of a YAML file or a field of a table, with its place and a name for messages.
///
/// The readers of numbers, dates and choices are the same for both, and so are their messages.
package struct LocatedText: Hashable, Sendable {
  /// The name by which messages speak of the text: a path of keys or a column's name.
  package var name: String
  /// The text as written.
  package var text: String
  /// Whether the text stands in quotation marks, which in YAML make it a text and nothing else.
  package var isQuoted: Bool
  /// Where the text begins.
  package var location: SourceLocation

  /// Creates a text.
  ///
  /// - Parameters:
  ///   - name: The name by which messages speak of the text.
  ///   - text: The text as written.
  ///   - isQuoted: Whether YAML quotation marks stand around it; false for fields of tables.
  ///   - location: Where the text begins.
  package init(name: String, text: String, isQuoted: Bool = false, location: SourceLocation) {
    self.name = name
    self.text = text
    self.isQuoted = isQuoted
    self.location = location
  }

  /// Reads `true` or `false`.
  ///
  /// - Parameter problems: Takes what is wrong.
  /// - Returns: The truth value, or nil if the text is something else.
  package func boolean(reporting problems: ProblemCollector) -> Bool? {
    guard isUnquoted("true or false", reporting: problems) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      problems.report("'\(name)' is '\(text)'. Write true or false.", at: location)
      return nil
    }
  }

  /// Reads one of a few names.
  ///
  /// - Parameters:
  ///   - names: The names that are allowed.
  ///   - problems: Takes what is wrong.
  /// - Returns: The name, or nil if the text is something else.
  package func choice(of names: [String], reporting problems: ProblemCollector) -> String? {
    if names.contains(text) { return text }
    problems.report(
      "'\(name)' is '\(text)', but one of these is needed: \(names.joined(separator: ", "))."
        + Suggestions.sentence(for: text, in: names),
      at: location,
    )
    return nil
  }

  /// Reads a month written as `YYYY-MM`.
  ///
  /// - Parameter problems: Takes what is wrong.
  /// - Returns: The first day of the month, or nil if the text is something else.
  package func month(reporting problems: ProblemCollector) -> CalendarDate? {
    let date = CalendarDate(text)
    if let date, date.yearAndMonth == text { return date }
    problems.report(
      "'\(name)' is '\(text)', but a month is needed. "
        + "Write \(date?.yearAndMonth ?? "year and month, such as 2026-09").",
      at: location,
    )
    return nil
  }

  /// Reads a date written as `YYYY-MM-DD`, or as `YYYY-MM` for the first day of a month.
  ///
  /// - Parameter problems: Takes what is wrong.
  /// - Returns: The date, or nil if the text is something else.
  package func date(reporting problems: ProblemCollector) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    let length = text.utf8.count
    let isWellFormed =
      (length == 7 || length == 10) && text.wholeMatch(of: /\d{4}-\d{2}(-\d{2})?/) != nil
    problems.report(
      isWellFormed
        ? "'\(name)' is \(text), but the calendar has no such \(length == 7 ? "month" : "day")."
        : "'\(name)' is '\(text)', but a date is needed. "
          + "Write year and month, with or without the day, such as 2026-09 or 2026-09-01."
          + FullWidthMark.sentence(in: text),
      at: location,
    )
    return nil
  }

  /// Reports a text in quotation marks where something else is needed.
  func isUnquoted(_ needed: String, reporting problems: ProblemCollector) -> Bool {
    guard isQuoted else { return true }
    problems.report(
      "'\(name)' is the text '\(text)', but \(needed) is needed. Leave out the quotation marks.",
      at: location,
    )
    return false
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the sources of a parameter's values.
struct ReferenceReader {
  let problems: ProblemCollector

  /// Reads the key `references`.
  ///
  /// - Parameters:
  ///   - keys: The keys of the parameter.
  ///   - dates: The dates of the values, each of which needs a source.
  /// - Returns: The sources.
  func references(_ keys: KeyedReader, supporting dates: [Month]) -> [Reference] {
    guard let node = keys.node("references") else {
      keys.reportMissing(
        "references",
        needed: "a list of {title, publisher, href, date} or {assumption}",
      )
      return []
    }
    let name = keys.name(of: "references")
    switch node.content {
    case .sequence(let items):
      if items.isEmpty { reportEmpty(name, at: node.location) }
      return items.enumerated().compactMap { reference($1, "\(name)[\($0 + 1)]", supports: nil) }
    case .mapping(let entries):
      let found = entries.flatMap { dated($0, name: name, dates: dates) }
      let supported = Set(found.compactMap(\.supports))
      for date in dates where !supported.contains(date) {
        problems.report(
          "the values from \(date) have no reference. Add one under '\(name)', or write a list "
            + "that supports all dates.",
          at: node.location,
        )
      }
      return found
    case .scalar:
      problems.report(
        "'\(name)' is \(node.kindName), but a list is needed. "
          + "Write '- {title: …, publisher: …, href: …, date: …}' or '- {assumption: …}' lines.",
        at: node.location,
      )
      return []
    }
  }

  private func reportEmpty(_ name: String, at location: SourceLocation) {
    problems.report(
      "'\(name)' is empty, but every value needs a source. "
        + "Write {title: …} or {assumption: why this value}.",
      at: location,
    )
  }

  private func dated(_ entry: LocatedNode.Entry, name: String, dates: [Month]) -> [Reference] {
    let key = LocatedText(name: name, text: entry.key, location: entry.location)
    guard let date = key.valueDate(reporting: problems) else { return [] }
    if !dates.contains(date) {
      let known = dates.map { "\($0)-01" }.joined(separator: ", ")
      problems.report(
        "'\(name)' has the date \(entry.key), but there are no values from it. "
          + "Dates of values: \(known).",
        at: entry.location,
      )
    }
    let path = "\(name).\(entry.key)"
    if case .sequence(let items) = entry.value.content {
      return items.enumerated().compactMap { reference($1, "\(path)[\($0 + 1)]", supports: date) }
    }
    return reference(entry.value, path, supports: date).map { [$0] } ?? []
  }

  private func reference(_ node: LocatedNode, _ name: String, supports: Month?) -> Reference? {
    guard let keys = KeyedReader(node, path: name, reporting: problems) else { return nil }
    defer { keys.finish() }
    if let assumption = keys.optionalText("assumption") {
      return Reference(
        supports: supports,
        title: assumption,
        date: keys.optionalText("date"),
        isAssumption: true,
      )
    }
    let title = keys.text("title")
    let publisher = keys.optionalText("publisher")
    let location = keys.optionalText("href")
    let date = keys.optionalText("date")
    return title.map {
      Reference(
        supports: supports,
        title: $0,
        publisher: publisher,
        location: location,
        date: date,
      )
    }
  }
}

extension LocatedText {
  /// Reads the date from which values hold: the first day of a month.
  ///
  /// - Parameter problems: Takes what is wrong.
  /// - Returns: The month, or nil if a problem was reported.
  func valueDate(reporting problems: ProblemCollector) -> Month? {
    date(reporting: problems).flatMap { firstOfMonth($0, problems) }
  }

  /// Reads such a date from a table, in any form that tables may write.
  ///
  /// - Parameter problems: Takes what is wrong.
  /// - Returns: The month, or nil if a problem was reported.
  func tableValueDate(reporting problems: ProblemCollector) -> Month? {
    tableDate(reporting: problems).flatMap { firstOfMonth($0, problems) }
  }

  private func firstOfMonth(_ date: CalendarDate, _ problems: ProblemCollector) -> Month? {
    guard date.day == 1 else {
      problems.report(
        "'\(name)' is \(text), but values hold from the first day of a month. "
          + "Write \(date.yearAndMonth)-01.",
        at: location,
      )
      return nil
    }
    return Month(year: date.year, month: date.month)
  }
}

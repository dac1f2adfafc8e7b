// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The names of a table's columns.
package struct CSVHeader: Sendable {
  /// The names, without spaces around them.
  package let names: [String]
  /// The file's path as the user would write it.
  package let file: String
  /// The line on which the header stands.
  let line: Int

  /// Finds a column that must be there.
  ///
  /// - Parameters:
  ///   - name: The column's name.
  ///   - alternatives: Other names that it may have, such as Chinese ones.
  ///   - problems: Takes what is wrong.
  /// - Returns: The column's index, counted from 0, or nil if a problem was reported.
  package func column(
    _ name: String,
    or alternatives: String...,
    reporting problems: ProblemCollector,
  ) -> Int? {
    let wanted = [name] + alternatives
    if let index = firstIndex(of: wanted) { return index }
    let others = alternatives.map { "'\($0)'" }.joined(separator: ", ")
    let nearest = wanted.lazy.compactMap { Suggestions.nearest(to: $0, in: names) }.first
    let question = nearest.map { " Rename '\($0)' if it is meant." } ?? ""
    problems.report(
      "there is no column '\(name)'\(others.isEmpty ? "" : " (or \(others))").\(question)"
        + " The header has: \(names.joined(separator: ", ")).",
      at: SourceLocation(file: file, line: line),
    )
    return nil
  }

  /// Finds a column that may be left out.
  ///
  /// - Parameters:
  ///   - name: The column's name.
  ///   - alternatives: Other names that it may have, such as Chinese ones.
  /// - Returns: The column's index, counted from 0, or nil if there is none.
  package func optionalColumn(_ name: String, or alternatives: String...) -> Int? {
    firstIndex(of: [name] + alternatives)
  }

  /// Reports the columns that a table must not have.
  ///
  /// - Parameters:
  ///   - allowed: The names that columns may have.
  ///   - problems: Takes what is wrong.
  package func finish(allowed: [String], reporting problems: ProblemCollector) {
    for name in names where !allowed.contains(name) {
      problems.report(
        "there is no use for the column '\(name)'."
          + Suggestions.sentence(for: name, in: allowed.filter { !names.contains($0) })
          + " Allowed: \(allowed.joined(separator: ", ")).",
        at: SourceLocation(file: file, line: line),
      )
    }
  }

  /// Reports columns whose names are nearly those of columns that are not there.
  ///
  /// A table may have other columns, but one that is nearly a known one was probably meant to be it.
  ///
  /// - Parameters:
  ///   - missing: The names of the columns that are not there.
  ///   - used: The indices of the columns that are read.
  ///   - problems: Takes what is wrong.
  func reportMisspelt(
    _ missing: [String],
    besides used: Set<Int>,
    reporting problems: ProblemCollector,
  ) {
    for (column, name) in names.enumerated()
    where !used.contains(column) && name.utf8.allSatisfy({ $0 < 128 }) {
      guard let nearest = Suggestions.nearest(to: name, in: missing) else { continue }
      problems.report(
        "there is no use for the column '\(name)'. Did you mean '\(nearest)'? "
          + "Rename it to that, or to something else.",
        at: SourceLocation(file: file, line: line),
      )
    }
  }

  private func firstIndex(of wanted: [String]) -> Int? {
    wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension CSVHeader {
  /// Finds a column by the name that the scenario gives it, or by its usual names.
  ///
  /// - Parameters:
  ///   - usualNames: The names by which the column is found if the scenario gives none.
  ///   - renamed: The name that the scenario gives.
  ///   - table: What the table is, for messages: "roster".
  ///   - problems: Takes the problem if there is no column of the given name, or several usual ones.
  /// - Returns: The column's index, counted from 0, or nil if there is none.
  func column(
    _ usualNames: [String],
    renamed: LocatedText?,
    in table: String,
    reporting problems: ProblemCollector,
  ) -> Int? {
    guard let renamed else {
      let found = Set(usualNames.compactMap(index)).sorted()
      if found.count > 1 {
        problems.report(
          "the columns \(found.map { "'\(names[$0])'" }.joined(separator: " and ")) mean the same. "
            + "Keep one, or name the one that counts under 'columns' in the scenario.",
          at: SourceLocation(file: file, line: line),
        )
      }
      return found.first
    }
    if let index = index(of: renamed.text) { return index }
    problems.report(
      "'\(renamed.name)' is '\(renamed.text)', but the \(table) has no such column."
        + Suggestions.sentence(for: renamed.text, in: names)
        + " The header has: \(names.joined(separator: ", ")).",
      at: renamed.location,
    )
    return nil
  }
}

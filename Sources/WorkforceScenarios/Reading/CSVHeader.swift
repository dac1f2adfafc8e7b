// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The names of a table's columns.
///
/// White space inside a name, such as a line break in a narrow column, does not count when columns
/// are looked for.
package struct CSVHeader: Sendable {
  /// The names, without spaces around them and with one space for white space inside.
  package let names: [String]
  /// The file's path as the user would write it.
  package let file: String
  /// The line on which the header stands.
  let line: Int
  /// The names without white space.
  private let keys: [String]

  /// Takes the names of a header.
  init(names: [String], file: String, line: Int) {
    self.names = names
    self.file = file
    self.line = line
    keys = names.map(\.withoutWhiteSpace)
  }

  /// Finds a column by its name.
  ///
  /// - Parameter name: The name.
  /// - Returns: The column's index, counted from 0, or nil if there is none.
  func index(of name: String) -> Int? { keys.firstIndex(of: name.withoutWhiteSpace) }

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
    let used = Set(allowed.compactMap(index))
    for (column, name) in names.enumerated() where !used.contains(column) {
      problems.report(
        "there is no use for the column '\(name)'."
          + Suggestions.sentence(for: name, in: allowed.filter { index(of: $0) == nil })
          + " Allowed: \(allowed.joined(separator: ", ")).",
        at: SourceLocation(file: file, line: line),
      )
    }
  }

  /// Reports columns that were probably meant to be ones that are not there.
  ///
  /// A table may have other columns, but one whose name is nearly a known one or holds it, as
  /// `现聘职称` holds `职称`, was probably meant to be it.
  ///
  /// - Parameters:
  ///   - missing: The names of the columns that are not there.
  ///   - known: The names of all columns, which are not misspelt.
  ///   - renamed: The indices of columns that are read under other names.
  ///   - problems: Takes what is wrong.
  func reportMisspelt(
    _ missing: [String],
    besides known: [String],
    and renamed: Set<Int>,
    reporting problems: ProblemCollector,
  ) {
    let used = renamed.union(known.compactMap(index))
    for (column, name) in names.enumerated() where !used.contains(column) {
      guard let meant = Self.name(meantBy: keys[column], among: missing) else { continue }
      problems.report(
        "there is no use for the column '\(name)'. Did you mean '\(meant)'? "
          + "Rename it to that, or to something else.",
        at: SourceLocation(file: file, line: line),
      )
    }
  }

  /// The longest known name that a name holds, or the one that it is close to.
  ///
  /// Only Chinese names are looked for inside others, and those of two characters only so: one
  /// character in common, as in `序号` and `编号`, says nothing.
  private static func name(meantBy key: String, among known: [String]) -> String? {
    let held = known.filter { !$0.isEnglish && key.contains($0) }
    return held.max { $0.count < $1.count }
      ?? Suggestions.nearest(to: key, in: known.filter { key.isEnglish || $0.count > 2 })
  }

  private func firstIndex(of wanted: [String]) -> Int? {
    wanted.lazy.compactMap(index).first
  }
}

extension String {
  /// The text without spaces, full-width spaces, tabs and line breaks.
  var withoutWhiteSpace: String { filter { !$0.isWhitespace } }

  /// Whether the text has nothing but characters of ASCII.
  fileprivate var isEnglish: Bool { utf8.allSatisfy { $0 < 128 } }
}

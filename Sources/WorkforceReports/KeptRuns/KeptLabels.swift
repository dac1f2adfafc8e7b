// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The names of codes, as a run folder holds them.
package struct KeptLabels: Sendable {
  private var lists: [String: [Member]] = [:]
  private var positions: [String: [String: Int]] = [:]

  /// Takes the names of a run folder.
  ///
  /// - Parameter table: The table of names, as `KeptTableRequest.labels` asks for it.
  package init(_ table: KeptTable) {
    for row in table.rows {
      let (column, code) = (row.texts[0], row.texts[1])
      guard positions[column]?[code] == nil else { continue }
      positions[column, default: [:]][code] = lists[column, default: []].count
      lists[column, default: []].append(
        Member(code, label: LocalizedText(row.texts[2], chinese: row.texts[3]))
      )
    }
  }

  /// The members of a column of codes, in the order of the tables.
  ///
  /// - Parameter column: The column's name, such as `region`.
  /// - Returns: The members; none for a column that no table has.
  package func members(_ column: String) -> [Member] { lists[column] ?? [] }

  /// The name of a code; the code itself where there is none.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - column: The column's name.
  /// - Returns: The code with its name.
  package func member(_ code: String, of column: String) -> Member {
    positions[column]?[code].map { members(column)[$0] } ?? Member(code)
  }

  /// The members that a word names: by code, else by name in either language.
  ///
  /// - Parameters:
  ///   - word: The code or name.
  ///   - column: The column's name.
  /// - Returns: The members; several if they share a name.
  package func members(named word: String, of column: String) -> [Member] {
    if let position = positions[column]?[word] { return [members(column)[position]] }
    return members(column).filter { $0.label.english == word || $0.label.chinese == word }
  }
}

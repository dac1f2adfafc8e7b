// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// One column of a table of results: its name, what it holds and what it means.
package struct ReportColumn: Hashable, Sendable {
  /// What a column holds.
  package enum Kind: Hashable, Sendable {
    /// School years.
    case year(ClosedRange<Int>)
    /// Codes out of a list.
    case code([String])
    /// Codes or texts of any kind.
    case text
    /// Numbers, not below the minimum if there is one.
    case number(minimum: Double?)
    /// Yes or no.
    case flag
  }

  /// The name in the header.
  package let name: String
  /// What the column holds.
  package let kind: Kind
  /// Whether a field may be empty.
  package let isOptional: Bool
  /// What the column means.
  package let meaning: LocalizedText

  /// Creates a column.
  ///
  /// - Parameters:
  ///   - name: The name in the header.
  ///   - kind: What the column holds.
  ///   - isOptional: Whether a field may be empty.
  package init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
    self.meaning = Phrase.meaning(ofColumn: name)
  }

  /// The columns of a distribution, in their order.
  ///
  /// - Parameter names: The columns wanted.
  /// - Returns: The columns; standard deviation and standard error are never negative.
  static func ofStatistic(_ names: [String] = Statistic.columns) -> [ReportColumn] {
    names.map { ReportColumn($0, .number(minimum: ["sd", "mcse"].contains($0) ? 0 : nil)) }
  }
}

/// A table of results, ready to be written in any format.
package struct ReportTable: Sendable {
  /// Receives the fields of a row, one for every column.
  package typealias RowVisitor = ([ReportValue]) throws -> Void

  /// The name, which is also the file's.
  package let name: String
  /// The columns in order.
  package let columns: [ReportColumn]
  /// How many of the first columns identify a row.
  package let keyCount: Int
  private let visit: @Sendable (RowVisitor) throws -> Void

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - name: The name, which is also the file's.
  ///   - columns: The columns in order.
  ///   - keyCount: How many of the first columns identify a row.
  ///   - visit: Visits the rows in their order.
  init(
    _ name: String,
    columns: [ReportColumn],
    keyCount: Int,
    visit: @escaping @Sendable (RowVisitor) throws -> Void,
  ) {
    self.name = name
    self.columns = columns
    self.keyCount = keyCount
    self.visit = visit
  }

  /// What the table is called.
  package var title: LocalizedText { Phrase.title(ofTable: name) }

  /// What one row of the table holds.
  package var meaning: LocalizedText { Phrase.meaning(ofTable: name) }

  /// Visits the rows in their order.
  ///
  /// - Parameter body: Receives the fields of each row, one for every column.
  /// - Throws: What the closure throws.
  package func forEachRow(_ body: RowVisitor) throws {
    try visit { row in
      precondition(row.count == columns.count, "\(row.count) fields in \(name)")
      try body(row)
    }
  }
}

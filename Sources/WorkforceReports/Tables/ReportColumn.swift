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

  /// The codes that the column holds; none if it holds something else.
  var codes: [String] { if case .code(let codes) = kind { codes } else { [] } }

  /// The columns of a distribution, in their order.
  ///
  /// - Parameter names: The columns wanted.
  /// - Returns: The columns; standard deviation and standard error are never negative.
  static func ofStatistic(_ names: [String] = Statistic.columns) -> [ReportColumn] {
    names.map { ReportColumn($0, .number(minimum: ["sd", "mcse"].contains($0) ? 0 : nil)) }
  }
}

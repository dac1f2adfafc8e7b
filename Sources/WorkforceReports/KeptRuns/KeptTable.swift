// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What a page needs of one table of a run folder: which columns, of which rows.
package struct KeptTableRequest: Hashable, Sendable {
  /// A condition on a row: a column holds a text.
  package struct Condition: Hashable, Sendable {
    /// The column's name.
    package let column: String
    /// The text.
    package let text: String
  }

  /// The table's name.
  package let table: String
  /// The columns that are read as texts.
  package let texts: [String]
  /// The columns that are read as numbers.
  package let numbers: [String]
  /// The conditions, all of which a row meets.
  package private(set) var conditions: [Condition] = []

  init(_ table: String, texts: [String], numbers: [String]) {
    self.table = table
    self.texts = texts
    self.numbers = numbers
  }

  /// The same request for the rows that hold a text in a column.
  ///
  /// - Parameters:
  ///   - column: The column's name.
  ///   - text: The text.
  /// - Returns: The narrower request.
  package func rows(where column: String, is text: String) -> KeptTableRequest {
    var request = self
    request.conditions.append(Condition(column: column, text: text))
    return request
  }
}

/// Rows of a table of a run folder, in the order of the file.
package struct KeptTable: Sendable {
  /// One row.
  package struct Row: Sendable {
    /// The texts, in the order of the request.
    package let texts: [String]
    /// The numbers, in the order of the request; NaN for an empty field.
    package let numbers: [Double]

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - texts: The texts, in the order of the request.
    ///   - numbers: The numbers, in the order of the request; NaN for an empty field.
    package init(texts: [String], numbers: [Double]) {
      self.texts = texts
      self.numbers = numbers
    }
  }

  /// The rows.
  package let rows: [Row]

  /// Creates a table.
  ///
  /// - Parameter rows: The rows, in the order of the file.
  package init(_ rows: [Row]) {
    self.rows = rows
  }
}

extension KeptTable.Row {
  /// The school year, which is the first number of a table of years.
  var year: Int { Int(numbers[0]) }

  /// The distribution after the school year.
  var statistic: Statistic { Statistic(numbers: Array(numbers[1...])) }
}

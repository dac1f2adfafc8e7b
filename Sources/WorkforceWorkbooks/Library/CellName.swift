// SPDX-License-Identifier: GPL-3.0-or-later

/// How formulas name cells; rows and columns are counted from 0.
enum CellName {
  /// The letters of a column, such as `A` or `AB`.
  static func column(_ column: Int) -> String {
    let letter = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column % 26))))
    return column < 26 ? letter : self.column(column / 26 - 1) + letter
  }

  /// The name of a cell, such as `C7`.
  static func cell(row: Int, column: Int) -> String { "\(self.column(column))\(row + 1)" }

  /// The rows of a column below the header of another sheet, as a reference that does not move.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - rows: The number of rows below the header.
  ///   - sheet: The sheet's name.
  /// - Returns: The reference, such as `'Cost'!$F$2:$F$90`.
  static func range(column: Int, rows: Int, sheet: String) -> String {
    let quoted = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(
      separator: "''"
    )
    let letters = self.column(column)
    return "'\(quoted)'!$\(letters)$2:$\(letters)$\(rows + 1)"
  }
}

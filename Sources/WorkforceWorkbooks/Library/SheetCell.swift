// SPDX-License-Identifier: GPL-3.0-or-later

/// What a cell holds; text is never read as a formula, whatever it begins with.
enum SheetCell: Equatable {
  /// A text.
  case text(String)
  /// A number.
  case number(Double)
  /// A formula, with the value that programs show until they work it out.
  case formula(String, value: Double)
  /// A text that leads to an address of the web.
  case address(String)
  /// A text that leads to another sheet.
  case sheet(String)
  /// Nothing.
  case empty
}

/// A column of a sheet: its name, how its cells look, and how wide it is in characters.
struct SheetColumn {
  let header: String
  let style: CellStyle
  var width: Double = 12
}

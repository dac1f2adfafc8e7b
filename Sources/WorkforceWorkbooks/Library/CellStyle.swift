// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXLSXWriter

/// How a cell looks: its number format, weight and wrapping.
enum CellStyle: Hashable {
  /// Text on one line.
  case text
  /// Text that breaks into lines.
  case wrapped
  /// The name of a column.
  case header
  /// The heading of a sheet.
  case title
  /// What leads to another sheet or to an address.
  case link
  /// A school year, without a separator of thousands.
  case year
  /// Whole numbers with a separator of thousands.
  case whole
  /// Numbers with one decimal.
  case decimal
  /// Coefficients.
  case coefficient
  /// Shares in percent.
  case percent
  /// Amounts of money, to the hundredth.
  case money
  /// Numbers with as many decimals as they have.
  case figure

  /// The number format, in the language of spreadsheets; `nil` for text.
  var numberFormat: String? {
    switch self {
    case .year: "0"
    case .whole: "#,##0"
    case .decimal: "#,##0.0"
    case .coefficient: "0.000"
    case .percent: "0.0%"
    case .money: "#,##0.00"
    case .figure: "#,##0.####"
    case .text, .wrapped, .header, .title, .link: nil
    }
  }

  /// Applies the style to a format of the library.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if let numberFormat { unsafe format_set_num_format(format, numberFormat) }
    switch self {
    case .wrapped:
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .header:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_bg_color(format, Self.headerColour)
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
    case .link:
      unsafe format_set_font_color(format, Self.linkColour)
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    default: break
    }
  }

  /// The width of a column of money, in characters: as many as hundreds of billions need.
  static let moneyWidth = 19.0

  private static let headerColour: lxw_color_t = 0xDDE6EF
  private static let linkColour: lxw_color_t = 0x0B5394
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A workbook read back from its file, by the parts of the format that a spreadsheet program reads.
///
/// Source: ECMA-376, Office Open XML File Formats, part 1, sections 18.2, 18.3 and 18.8.
struct ReadWorkbook {
  /// A sheet: what its cells hold and how it is shown.
  struct Sheet {
    let element: Element
    let cells: [String: Element]

    /// The text of a cell, or its number as text; empty if there is nothing.
    func text(_ cell: String) -> String {
      guard let cell = cells[cell] else { return "" }
      return cell.first("t")?.text ?? cell.first("v")?.text ?? ""
    }

    /// The number of a cell.
    func number(_ cell: String) -> Double? {
      cells[cell]?.attributes["t"] == nil ? Double(text(cell)) : nil
    }

    /// The rows as texts, with empty ones where nothing stands.
    var rows: [[String]] {
      element.all("row").map { row in
        row.children.map { text($0.attributes["r"] ?? "") }
      }
    }

    /// The texts of the first row.
    var header: [String] { rows.first ?? [] }
  }

  let archive: ZipArchive
  let names: [String]
  private let formats: [String]

  init(path: String) throws {
    archive = ZipArchive(try Data(contentsOf: URL(filePath: path)))
    let workbook = try Self.element("xl/workbook.xml", in: archive)
    names = workbook.all("sheet").compactMap { $0.attributes["name"] }
    let styles = try Self.element("xl/styles.xml", in: archive)
    let codes = Dictionary(
      uniqueKeysWithValues: styles.all("numFmt").map {
        ($0.attributes["numFmtId"] ?? "", $0.attributes["formatCode"] ?? "")
      }
    ).merging(["0": "General", "1": "0", "3": "#,##0", "4": "#,##0.00"]) { first, _ in first }
    formats = try #require(styles.first("cellXfs")).children.map {
      codes[$0.attributes["numFmtId"] ?? ""] ?? "?"
    }
  }

  /// Reads a part of the file; a part that is not well formed fails the test.
  static func element(_ name: String, in archive: ZipArchive) throws -> Element {
    let text = try #require(archive.text(of: name), "\(name) is missing")
    return try #require(Element.document(text), "\(name) is not well formed")
  }

  /// A sheet by its name.
  func sheet(_ name: String) throws -> Sheet {
    let number = try #require(names.firstIndex(of: name), "there is no sheet \(name)") + 1
    let element = try Self.element("xl/worksheets/sheet\(number).xml", in: archive)
    let cells = element.all("c").map { ($0.attributes["r"] ?? "", $0) }
    return Sheet(element: element, cells: Dictionary(uniqueKeysWithValues: cells))
  }

  /// The number format of a cell.
  func format(of cell: String, in sheet: Sheet) -> String {
    let style = sheet.cells[cell]?.attributes["s"].flatMap(Int.init) ?? 0
    return formats[style]
  }

  /// The name of a column, counted from 0.
  static func column(_ number: Int) -> String {
    let letter = String(Character(Unicode.Scalar(UInt8(65 + number % 26))))
    return number < 26 ? letter : column(number / 26 - 1) + letter
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXLSXWriter
internal import WorkforceReports

/// A workbook that is being written; the owner of everything that libxlsxwriter allocates for it.
///
/// Rows go to temporary files as they come (the library's constant memory), so sheets are filled from
/// top to bottom and the memory does not grow with their number. The file itself is written by
/// `close()`. Equal contents give equal bytes: the library stamps the parts of the archive with 1980,
/// and so does `init` the workbook.
@safe final class Workbook {
  /// The beginning of 1980, in seconds since 1970.
  private static let created = 315_532_800

  private let handle: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var sheets: [Sheet] = []
  private var isOpen = true

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - scratch: The folder of the temporary files, which have no names there.
  ///   - title: The title among the file's properties.
  /// - Throws: `LibraryFailure` when memory is short.
  init(path: String, scratch: String, title: String) throws(LibraryFailure) {
    let workbook = unsafe scratch.withCString { scratch in
      var options = unsafe lxw_workbook_options()
      unsafe options.constant_memory = 1
      unsafe options.tmpdir = UnsafeMutablePointer(mutating: scratch)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let workbook = unsafe workbook else { throw LibraryFailure(code: ENOMEM) }
    unsafe handle = workbook
    unsafe title.withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = UnsafeMutablePointer(mutating: title)
      unsafe properties.created = Self.created
      _ = unsafe workbook_set_properties(workbook, &properties)
    }
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(handle) }
  }

  /// Adds an empty sheet behind the others.
  ///
  /// - Parameter name: The name: at most 31 characters, none of `[]:*?/\`, not used before.
  /// - Returns: The sheet.
  func addSheet(_ name: String) -> Sheet {
    guard let sheet = unsafe workbook_add_worksheet(handle, name) else {
      preconditionFailure("'\(name)' cannot name a sheet")
    }
    sheets.append(unsafe Sheet(name: name, handle: sheet, workbook: self))
    return sheets[sheets.count - 1]
  }

  /// Adds a chart, which a sheet then shows.
  ///
  /// - Parameter kind: The kind of chart.
  /// - Returns: The chart.
  func addChart(_ kind: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = unsafe workbook_add_chart(handle, UInt8(kind.rawValue)) else {
      preconditionFailure("the library knows no such chart")
    }
    return unsafe chart
  }

  /// The library's format for a style, made when it is first used.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = unsafe formats[style] { return unsafe format }
    guard let format = unsafe workbook_add_format(handle) else { return nil }
    unsafe style.apply(to: format)
    unsafe formats[style] = unsafe format
    return unsafe format
  }

  /// Writes the file.
  ///
  /// - Throws: `LibraryFailure` when rows or the file could not be written.
  func close() throws(LibraryFailure) {
    for sheet in sheets { try sheet.check() }
    isOpen = false
    let code = unsafe cxlsx_close(handle)
    guard code == 0 else { throw LibraryFailure(code: code) }
  }
}

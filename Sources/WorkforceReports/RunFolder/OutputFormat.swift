// SPDX-License-Identifier: GPL-3.0-or-later

/// A form in which the tables of a run are written.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// A file of comma-separated values for each table, and a data package that describes them.
  case csv
  /// One file with all tables.
  case json
  /// A workbook for spreadsheet programs, with charts.
  case xlsx

  /// Reads a list of formats as given on the command line, such as `csv,json`.
  ///
  /// - Parameter list: The names with commas between them, in any case.
  /// - Returns: The formats, each once.
  /// - Throws: The first name that is not a format.
  package static func parse(_ list: String) throws(OutputFormatError) -> Set<OutputFormat> {
    var formats: Set<OutputFormat> = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.filter { $0 != " " }.lowercased()
      guard let format = OutputFormat(rawValue: name) else { throw OutputFormatError(found: name) }
      formats.insert(format)
    }
    return formats
  }
}

/// A name that is not a format in which results can be written.
package struct OutputFormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name found.
  package let found: String

  /// The sentence for the user: what was found and what is available.
  package var description: String {
    let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return "results cannot be written as '\(found)'; the formats are \(names)."
  }
}

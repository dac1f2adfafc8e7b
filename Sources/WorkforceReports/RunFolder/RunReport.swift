// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The results of a run as files and as a page for the terminal.
package struct RunReport: Sendable {
  /// The results.
  package let projection: Projection
  /// What the manifest says about the run.
  package let information: RunInformation

  /// Writes a workbook into the folder; another module does, so that this one needs no library.
  package typealias WorkbookWriter = (RunReport, OutputFolder) throws -> WrittenFile

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - projection: The results.
  ///   - information: What the manifest says about the run.
  package init(_ projection: Projection, information: RunInformation) {
    self.projection = projection
    self.information = information
  }

  /// All tables of the results.
  package var tables: [ReportTable] { projection.reportTables(in: information.language) }

  /// Writes the tables in the formats asked for, the data package and the manifest.
  ///
  /// Equal runs give equal bytes. Only the manifest tells when, how long and on what a run ran.
  ///
  /// - Parameters:
  ///   - folder: The folder, which the caller publishes.
  ///   - workbook: Writes the workbook, where one is asked for.
  /// - Returns: The files, the manifest last.
  /// - Throws: `OutputError` when a file cannot be written, or why the records could not be read.
  @discardableResult
  package func write(
    to folder: OutputFolder,
    workbook: WorkbookWriter? = nil,
  ) throws -> [WrittenFile] {
    var files: [WrittenFile] = []
    if information.formats.contains(.csv) {
      let tables = try tables.map { table in
        let file = try Self.write(table.fileName, to: folder) { sink in
          try table.writeCSV(to: sink, byteOrderMark: information.excel)
        }
        return (table: table, file: file)
      }
      files += tables.map(\.file)
      let package = DataPackage(scenario: projection.scenario, tables: tables)
      files.append(try Self.write("datapackage.json", to: folder, package.json))
    }
    if information.formats.contains(.json) {
      files.append(try Self.write("projection.json", to: folder) { try writeJSON(to: $0) })
    }
    if information.formats.contains(.xlsx) {
      guard let workbook else { preconditionFailure("nothing was given to write a workbook with") }
      files.append(try workbook(self, folder))
    }
    let manifest = Manifest(report: self, files: files)
    // What could not be read is not a number in the files, which must not be published then.
    try projection.ensemble.checkReading()
    return files + [try Self.write(OutputFolder.marker, to: folder, manifest.json)]
  }

  /// Writes all tables as one JSON object, whose member `tables` lists them.
  private func writeJSON(to sink: ByteSink) throws -> Int {
    var rows = 0
    try sink.write("{\"tables\":[")
    for (position, table) in tables.enumerated() {
      try sink.write(position == 0 ? "\n" : ",\n")
      rows += try table.writeJSON(to: sink)
    }
    try sink.write("\n]}\n")
    return rows
  }

  private static func write(
    _ name: String,
    to folder: OutputFolder,
    _ body: (ByteSink) throws -> Int?,
  ) throws -> WrittenFile {
    var rows: Int?
    var bytes = 0
    try folder.write(name) { sink in
      rows = try body(sink)
      bytes = sink.byteCount
    }
    return WrittenFile(name: name, rows: rows, bytes: bytes)
  }

  private static func write(
    _ name: String,
    to folder: OutputFolder,
    _ value: JSONValue,
  ) throws -> WrittenFile {
    try write(name, to: folder) { sink in
      try sink.write(value.text())
      return nil
    }
  }
}

extension ReportTable {
  /// The name of the table's CSV file.
  package var fileName: String { "\(name).csv" }
}

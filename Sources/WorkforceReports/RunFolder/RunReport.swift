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
  /// Tables of CSV are written at the same time, by as many threads as the run used.
  ///
  /// - Parameters:
  ///   - folder: The folder, which the caller publishes.
  ///   - workbook: Writes the workbook, where one is asked for.
  ///   - progress: Called whenever a table of CSV is written, from any thread.
  /// - Returns: The files, the manifest last.
  /// - Throws: `OutputError` when a file cannot be written, or why the records could not be read.
  @discardableResult
  package func write(
    to folder: OutputFolder,
    workbook: WorkbookWriter? = nil,
    progress: @escaping @Sendable () -> Void = {},
  ) async throws -> [WrittenFile] {
    var files: [WrittenFile] = []
    if information.formats.contains(.csv) {
      let byteOrderMark = information.excel
      let tables = try await tables.concurrentMap(threads: information.threads) { table in
        let file = try folder.writeFile(table.fileName) { sink in
          try table.writeCSV(to: sink, byteOrderMark: byteOrderMark)
        }
        progress()
        return (table: table, file: file)
      }
      files += tables.map(\.file)
      let package = DataPackage(projection.scenario, tables: tables)
      files.append(try folder.writeFile("datapackage.json", package.json))
    }
    if information.formats.contains(.json) {
      files.append(try folder.writeFile("projection.json", tables: tables))
    }
    if information.formats.contains(.xlsx) {
      guard let workbook else { preconditionFailure("nothing was given to write a workbook with") }
      files.append(try workbook(self, folder))
    }
    let manifest = Manifest(report: self, files: files)
    // What could not be read is not a number in the files, which must not be published then.
    try projection.ensemble.checkReading()
    return files + [try folder.writeFile(OutputFolder.marker, manifest.json)]
  }
}

extension ReportTable {
  /// The name of the table's CSV file.
  package var fileName: String { "\(name).csv" }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports

/// The file to which a command writes one table.
struct TableFileOptions: ParsableArguments {
  @Option(help: "The file to write; /dev/stdout prints it.", completion: .file())
  var out: String

  @Flag(help: "Begin with a byte-order mark, so that Excel reads Chinese.")
  var excel = false

  /// Writes the file, whole or not at all, and says what is in it unless it is printed.
  ///
  /// - Parameters:
  ///   - content: What is in it, such as "40 schools".
  ///   - table: Writes the table.
  /// - Throws: `OutputError` when the file cannot be written.
  func write(_ content: String, _ table: (ByteSink) throws -> Void) throws {
    let file = try OutputFile(at: out)
    try table(file.sink)
    try file.commit()
    if !out.hasPrefix("/dev/") { printToStandardError("\(out): \(content).") }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import WorkforceReports

/// The one door to standard output: what it can show, and what is written to it.
///
/// Swift's own `print` does not tell whether its text arrived, so that a full disk would cut a page or
/// a JSON text in silence.
enum StandardOutput {
  /// The colours and signs.
  static var style: Style { Style(descriptor: STDOUT_FILENO) }

  /// The columns of a page; one that goes to a file has room for whole names.
  static var pageWidth: Int {
    isatty(STDOUT_FILENO) == 1 ? min(100, max(60, terminalColumns(STDOUT_FILENO))) : 100
  }

  /// Writes the lines of a page; each stays one, and no name in it steers the terminal.
  ///
  /// - Parameter lines: The lines, without their ends.
  /// - Throws: `OutputError` if they did not arrive.
  static func print(_ lines: [String]) throws(OutputError) {
    let style = style
    try write(lines.map { style.shown($0) + "\n" }.joined())
  }

  /// Writes a line of a page.
  ///
  /// - Parameter line: The line, without its end.
  /// - Throws: `OutputError` if it did not arrive.
  static func print(_ line: String) throws(OutputError) { try print([line]) }

  /// Writes a text as it is.
  ///
  /// A reader who has read enough, such as `head`, ends the command by a signal; where that is ignored,
  /// the rest is left out in silence too.
  ///
  /// - Parameter text: The text.
  /// - Throws: `OutputError` if it did not arrive.
  static func write(_ text: String) throws(OutputError) {
    let sink = ByteSink(descriptor: STDOUT_FILENO, path: "standard output")
    do {
      try sink.write(text)
      try sink.flush()
    } catch {
      guard error.code != EPIPE else { return }
      throw OutputError(path: error.path, operation: .print, code: error.code)
    }
  }
}

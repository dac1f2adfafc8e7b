// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import WorkforceReports

/// Writes files that must not exist yet.
enum NewFile {
  /// Writes a text to a new file and makes its folder.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - path: The file's path.
  /// - Returns: Whether the file was written; `false` if there is one of that name.
  /// - Throws: `OutputError` if the folder or file cannot be written.
  static func write(_ text: String, to path: String) throws -> Bool {
    guard unsafe access(path, F_OK) != 0 else { return false }
    try makeFolders(above: path)
    let file = try OutputFile(at: path)
    try file.sink.write(text)
    try file.commit()
    return true
  }

  /// Makes the folders that lead to a file; those that exist already are left as they are.
  private static func makeFolders(above path: String) throws {
    var folder = path.hasPrefix("/") ? "/" : ""
    for step in path.split(separator: "/").dropLast() {
      folder += step + "/"
      guard unsafe mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      throw OutputError(path: folder, operation: .createFolder, code: errno)
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A folder of a test's own, removed with all in it when the test ends.
final class ScratchFolder {
  let path = "/tmp/workforce-tests-\(UUID().uuidString)"

  init() {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The names in a folder below this one, hidden ones too, sorted.
  func names(_ folder: String = "") -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    return names?.sorted() ?? ["<no folder>"]
  }

  func createFolder(_ name: String) {
    try? FileManager.default.createDirectory(
      atPath: "\(path)/\(name)",
      withIntermediateDirectories: false,
    )
  }

  func write(_ text: String, to file: String) {
    _ = FileManager.default.createFile(atPath: "\(path)/\(file)", contents: Data(text.utf8))
  }

  func text(of file: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(file)")
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The files of this repository, found from the place of this file.
enum Repository {
  /// The repository's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The folders directly in a folder.
  static func folders(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: path),
      includingPropertiesForKeys: [.isDirectoryKey],
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent).sorted()
  }

  /// The files below a folder whose names end in a certain way, as paths from the root.
  static func files(below path: String, endingWith ending: String) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: path).path(percentEncoded: false)
    )
    return all.filter { $0.hasSuffix(ending) }.map { "\(path)/\($0)" }.sorted()
  }
}

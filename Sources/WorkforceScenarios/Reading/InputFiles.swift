// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// Where the files of a scenario are read: on the disk, or as they were when a run was kept.
///
/// Paths are those that the user would write: from a folder, or from the root for what lies elsewhere.
package struct InputFiles: Sendable {
  /// The folder from which paths count.
  package let folder: String
  /// The bytes of files by their paths from the root; `nil` reads the disk.
  private let kept: [String: [UInt8]]?

  /// Whether files are read as they were.
  package var areKept: Bool { kept != nil }

  /// The files of the disk, from the present folder.
  package static var onDisk: InputFiles {
    InputFiles(folder: FileManager.default.currentDirectoryPath, kept: nil)
  }

  /// Files as they were; the disk has those that were not kept.
  ///
  /// - Parameters:
  ///   - folder: The folder from which paths counted.
  ///   - kept: The bytes of files by their paths from the root.
  package init(folder: String, kept: [String: [UInt8]]) {
    self.init(folder: folder, kept: .some(kept))
  }

  private init(folder: String, kept: [String: [UInt8]]?) {
    self.folder = folder
    self.kept = kept
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - problems: Takes the reason if the file cannot be read.
  /// - Returns: The file's bytes, or nil if it cannot be read.
  func read(_ path: String, reporting problems: ProblemCollector) -> [UInt8]? {
    guard let kept else { return InputFile.read(path, reporting: problems) }
    return kept[absolute(path)] ?? InputFile.read(absolute(path), reporting: problems)
  }

  /// Reads a file again.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - sizeLimit: The largest size that is read, in bytes.
  /// - Returns: The file's bytes, or nil if it is larger or can no longer be read.
  package func bytes(_ path: String, sizeLimit: Int) -> [UInt8]? {
    kept?[absolute(path)]
      ?? InputFile.read(absolute(path), sizeLimit: sizeLimit, reporting: ProblemCollector())
  }

  /// Whether there is a file or folder.
  func exists(_ path: String) -> Bool {
    guard let kept else { return FileManager.default.fileExists(atPath: path) }
    return kept[absolute(path)] != nil || isFolder(path)
  }

  /// Whether a path is a folder.
  func isFolder(_ path: String) -> Bool {
    if let kept {
      let start = start(of: path)
      return kept.keys.contains { $0.hasPrefix(start) }
    }
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  /// The files below a folder, as paths within it, in the order of their names; hidden ones are left out.
  func files(below folder: String) -> [String] {
    if let kept {
      let start = start(of: folder)
      return kept.keys.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
        .sorted { $0.split(separator: "/").lexicographicallyPrecedes($1.split(separator: "/")) }
    }
    var files: [String] = []
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    where !name.hasPrefix(".") {
      if isFolder("\(folder)/\(name)") {
        files += self.files(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
      } else {
        files.append(name)
      }
    }
    return files
  }

  // MARK: - Paths

  /// The path of a file that another file names.
  ///
  /// - Parameters:
  ///   - text: The path as written.
  ///   - file: The file in which it is written.
  /// - Returns: The path from the folder, or from the root if it lies elsewhere.
  func resolve(_ text: String, beside file: String) -> String {
    if text.hasPrefix("/") || file.hasPrefix("--") { return display(text) }
    let folder = (file as NSString).deletingLastPathComponent
    return display(folder.isEmpty ? text : folder + "/" + text)
  }

  /// A path without needless steps, from the folder if it lies below it.
  ///
  /// - Parameter path: The path as written.
  /// - Returns: The path.
  package func display(_ path: String) -> String {
    var parts: [Substring] = []
    for part in absolute(path).split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    let here = folder.split(separator: "/")
    if parts.starts(with: here) {
      return parts.count == here.count ? "." : parts.dropFirst(here.count).joined(separator: "/")
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path from the root of one that counts from the folder.
  ///
  /// - Parameter path: The path as ``display(_:)`` gives it.
  /// - Returns: The path from the root.
  package func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return path == "." ? folder : start(of: folder) + path
  }

  /// What the paths from the root of all files below a folder begin with.
  private func start(of folder: String) -> String {
    let path = absolute(folder)
    return path.hasSuffix("/") ? path : path + "/"
  }
}

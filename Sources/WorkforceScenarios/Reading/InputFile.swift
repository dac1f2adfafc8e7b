// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// Reads whole files and says in plain words why one cannot be read.
package enum InputFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file's path as the user would write it.
  ///   - sizeLimit: The largest size that is read, in bytes.
  ///   - problems: Takes the reason if the file cannot be read.
  /// - Returns: The file's bytes, or nil if it cannot be read.
  package static func read(
    _ path: String,
    sizeLimit: Int = 4 << 30,
    reporting problems: ProblemCollector,
  ) -> [UInt8]? {
    let path = path.isEmpty ? "." : path
    do {
      let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      let attributes = try FileManager.default.attributesOfItem(atPath: resolved)
      if let obstacle = obstacle(in: attributes, sizeLimit: sizeLimit) {
        problems.missing(obstacle, file: path)
        return nil
      }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: resolved)))
    } catch {
      problems.missing(message(for: error, path: path), file: path)
      return nil
    }
  }

  /// Says what keeps a file that exists from being read whole.
  private static func obstacle(
    in attributes: [FileAttributeKey: Any],
    sizeLimit: Int,
  ) -> String? {
    let type = attributes[.type] as? FileAttributeType
    if type == .typeDirectory {
      return "this is a folder, but a file is needed. Name a file in it."
    }
    guard type == .typeRegular else {
      return "this is not a regular file. Save the content to a file and name that."
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size > sizeLimit else { return nil }
    return "the file has \(size) bytes, but at most \(sizeLimit) are read."
  }

  /// Says why the file system refused a file.
  ///
  /// - Parameters:
  ///   - error: The error that Foundation threw.
  ///   - path: The file's path as the user would write it.
  /// - Returns: The reason and what to do about it.
  package static func message(for error: any Error, path: String) -> String {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile, .fileReadInvalidFileName:
      return "there is no such file." + neighbourSentence(for: path)
    case .fileReadNoPermission, .fileWriteNoPermission:
      return "the file may not be read by this user. Change its permissions ('chmod u+r')."
    default:
      return "the file cannot be read: \(error.localizedDescription)"
    }
  }

  /// Proposes a file of the same folder whose name is close.
  ///
  /// - Parameter path: The path of the file that is not there.
  /// - Returns: A sentence with a space before it, or nothing if no name is close.
  static func neighbourSentence(for path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let neighbours = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Suggestions.sentence(for: url.lastPathComponent, in: neighbours.sorted())
  }
}

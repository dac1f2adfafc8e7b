// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// A file that appears under its name only when it is whole.
///
/// Bytes go to a hidden name in the same folder; `commit()` waits until they are on the disk and
/// renames. A file that is never committed is removed, and an earlier one stays as it was. Files of
/// an ``OutputFolder`` are waited for together, when the folder is published.
package final class OutputFile {
  /// Where the bytes of the file go.
  package let sink: ByteSink
  /// The path until `commit()`; a library that writes files of its own may write here.
  package let temporaryPath: String

  private let path: String
  private let displayPath: String
  private var descriptor: Int32?
  private var isHidden: Bool
  private let waitsForDisk: Bool

  /// Creates the file under a hidden name; a device such as `/dev/stdout` is opened as it is.
  ///
  /// - Parameter path: The file's path; its folder must exist.
  /// - Throws: `OutputError` when the file cannot be created.
  package convenience init(at path: String) throws(OutputError) {
    try self.init(at: FileSystem.resolvingLink(path), shownAs: path, waitsForDisk: true)
  }

  init(
    at path: String,
    shownAs displayPath: String,
    waitsForDisk: Bool,
    shouldStop: @escaping @Sendable () -> Bool = { false },
  ) throws(OutputError) {
    let name = TemporaryName(for: path)
    let entry = FileSystem.entry(at: path)
    guard entry != .folder else {
      throw OutputError(path: displayPath, operation: .createFile, code: EISDIR)
    }
    self.path = entry == .device ? path : name.final
    self.displayPath = displayPath
    temporaryPath = entry == .device ? path : name.partial
    isHidden = entry != .device
    self.waitsForDisk = waitsForDisk
    name.clearLeftovers()
    do {
      let descriptor =
        try entry == .device ? FileSystem.openDevice(path) : FileSystem.createFile(name.partial)
      self.descriptor = descriptor
      sink = ByteSink(descriptor: descriptor, path: displayPath, shouldStop: shouldStop)
    } catch {
      throw OutputError(path: displayPath, operation: .createFile, code: error.code)
    }
  }

  deinit { discard() }

  /// Writes the rest, waits for the disk unless the folder will, and gives the file its name.
  ///
  /// - Throws: `OutputError` when a step fails; the hidden file is then removed.
  package func commit() throws(OutputError) {
    guard let descriptor else { preconditionFailure("\(displayPath) is already closed") }
    defer { discard() }
    try sink.flush()
    do {
      if waitsForDisk {
        try FileSystem.synchronize(descriptor)
      } else {
        FileSystem.beginSynchronizing(descriptor)
      }
      self.descriptor = nil
      try FileSystem.close(descriptor)
    } catch {
      throw OutputError(path: displayPath, operation: .write, code: error.code)
    }
    guard isHidden else { return }
    do {
      try FileSystem.rename(temporaryPath, to: path)
    } catch {
      throw OutputError(path: displayPath, operation: .publish, code: error.code)
    }
    isHidden = false
  }

  /// The bytes that the file holds on the disk, whoever wrote them.
  var size: Int { descriptor.map { FileSystem.size(of: $0) } ?? 0 }

  /// Gives the file up and removes the hidden one; after `commit()` this does nothing.
  package func discard() {
    if let descriptor { try? FileSystem.close(descriptor) }
    descriptor = nil
    if isHidden { FileSystem.remove(temporaryPath) }
    isHidden = false
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// A folder of results whose files appear together, when all are whole.
///
/// Files are written into a hidden folder beside the final one; `publish()` renames it. An earlier
/// folder of the name is moved aside first and removed last, so that it is never lost: any failure,
/// and the next run after a killed one, puts it back. Creating the folder checks that the path can
/// be written, so create it before a long run and not after it.
///
/// One process writes a path once at a time.
package final class OutputFolder: Sendable {
  /// The file that marks a folder as written by a run.
  package static let marker = "manifest.json"

  /// Finds the names of what a run wrote into a folder; none if it is not a run's.
  package typealias WrittenFiles = @Sendable (_ folder: String) -> Set<String>

  private let displayPath: String
  private let name: TemporaryName
  private let earlier: EarlierFolder
  private let shouldStop: @Sendable () -> Bool
  private let state = Mutex(State())

  private struct State {
    var createdParents: [String] = []
    var isOpen = false
  }

  private var isOpen: Bool { state.withLock(\.isOpen) }

  /// Creates the hidden folder, and the folders above it that are missing.
  ///
  /// - Parameters:
  ///   - path: The path of the folder; an earlier one there must hold nothing but what a run wrote.
  ///   - writtenFiles: Finds what a run wrote into an earlier folder.
  ///   - shouldStop: Whether the user wants no more; asked while files are written, which then ends
  ///     with an `OutputError`.
  /// - Throws: `OutputError` when a folder cannot be created or something else has the name.
  package init(
    at path: String,
    replacing writtenFiles: @escaping WrittenFiles = { _ in [] },
    shouldStop: @escaping @Sendable () -> Bool = { false },
  ) throws(OutputError) {
    displayPath = path
    self.shouldStop = shouldStop
    name = TemporaryName(for: FileSystem.resolvingLink(path))
    earlier = EarlierFolder(name: name, displayPath: path, writtenFiles: writtenFiles)
    guard !["", ".", ".."].contains(name.name) else {
      throw OutputError(path: path, operation: .replace, code: EINVAL)
    }
    name.clearLeftovers()
    try earlier.check()
    do {
      try createParents()
      try FileSystem.createFolder(name.partial)
    } catch {
      removeCreatedParents()
      throw OutputError(path: path, operation: .createFolder, code: error.code)
    }
    state.withLock { $0.isOpen = true }
  }

  deinit { discard() }

  /// Writes a folder of results: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - path: The path of the folder.
  ///   - writtenFiles: Finds what a run wrote into an earlier folder.
  ///   - body: Writes the files; whatever it throws leaves an earlier folder untouched.
  /// - Returns: What the closure returns.
  /// - Throws: `OutputError`, or what the closure throws.
  package static func write<Result>(
    at path: String,
    replacing writtenFiles: @escaping WrittenFiles = { _ in [] },
    _ body: (OutputFolder) async throws -> Result,
  ) async throws -> Result {
    let folder = try OutputFolder(at: path, replacing: writtenFiles)
    defer { folder.discard() }
    let result = try await body(folder)
    try folder.publish()
    return result
  }

  /// Creates a file of the folder; its `commit()` must come before `publish()`.
  ///
  /// - Parameter file: The file's name, without a slash.
  /// - Returns: The file, empty.
  /// - Throws: `OutputError` when the file cannot be created.
  package func file(_ file: String) throws(OutputError) -> OutputFile {
    precondition(isOpen, "\(displayPath) is already published")
    precondition(!file.isEmpty && !file.contains("/"), "'\(file)' is not a file name")
    return try OutputFile(
      at: "\(name.partial)/\(file)",
      shownAs: "\(displayPath)/\(file)",
      waitsForDisk: false,
      shouldStop: shouldStop,
    )
  }

  /// Writes a file into folders of the folder, which are made.
  ///
  /// - Parameters:
  ///   - path: The steps to the file and its name, none of which is a dot or two.
  ///   - bytes: What it holds.
  /// - Throws: `OutputError` when a folder or the file cannot be written.
  package func write(_ path: [String], _ bytes: some Sequence<UInt8>) throws(OutputError) {
    precondition(isOpen, "\(displayPath) is already published")
    precondition(
      path.allSatisfy { !["", ".", ".."].contains($0) && !$0.contains("/") },
      "'\(path)' does not stay in the folder",
    )
    let shown = ([displayPath] + path).joined(separator: "/")
    var place = name.partial
    for step in path.dropLast() {
      place += "/" + step
      do {
        try FileSystem.createFolder(place)
      } catch  where FileSystem.entry(at: place) != .folder {
        throw OutputError(path: shown, operation: .createFolder, code: error.code)
      } catch {
        // An earlier file is in it.
      }
    }
    let output = try OutputFile(
      at: ([name.partial] + path).joined(separator: "/"),
      shownAs: shown,
      waitsForDisk: true,
      shouldStop: shouldStop,
    )
    defer { output.discard() }
    try output.sink.write(bytes)
    try output.commit()
  }

  /// Writes a file of the folder.
  ///
  /// - Parameters:
  ///   - file: The file's name, without a slash.
  ///   - body: Writes the bytes.
  /// - Throws: `OutputError`, or what the closure throws.
  package func write(_ file: String, _ body: (ByteSink) throws -> Void) throws {
    let output = try self.file(file)
    defer { output.discard() }
    try body(output.sink)
    try output.commit()
  }

  /// Lets a library that writes by path write a file of the folder.
  ///
  /// - Parameters:
  ///   - file: The file's name, without a slash.
  ///   - body: Receives the path to write to, and a folder on the same disk for temporary files.
  /// - Returns: The size of the file in bytes.
  /// - Throws: `OutputError` when the file cannot be created or the library fails with
  ///   `LibraryFailure`, or what the closure throws.
  package func write(
    _ file: String,
    through body: (_ path: String, _ scratch: String) throws -> Void,
  ) throws -> Int {
    let output = try self.file(file)
    defer { output.discard() }
    do {
      try body(output.temporaryPath, name.partial)
    } catch let failure as LibraryFailure {
      throw OutputError(path: "\(displayPath)/\(file)", operation: .write, code: failure.code)
    }
    let size = output.size
    try output.commit()
    return size
  }

  /// Waits for the disk and gives the folder its name, in place of an earlier one.
  ///
  /// - Throws: `OutputError` when it cannot be moved, or the earlier folder holds by now what no run
  ///   wrote; the earlier one is then back in place.
  package func publish() throws(OutputError) {
    precondition(isOpen, "\(displayPath) is already published")
    let names = FileSystem.names(in: name.partial)
    precondition(!names.contains(where: TemporaryName.isPartial), "a file is not committed")
    try waitForDisk(names)
    FileSystem.synchronizeFolder(name.partial)
    do {
      try moveIntoPlace()
    } catch {
      discard()
      throw error
    }
    state.withLock { $0.isOpen = false }
    FileSystem.synchronizeFolder(name.parent)
    earlier.remove()
  }

  /// Gives the folder up and removes what was written; after `publish()` this does nothing.
  package func discard() {
    guard isOpen else { return }
    state.withLock { $0.isOpen = false }
    FileSystem.remove(name.partial)
    removeCreatedParents()
  }

  /// Waits until all files of the folder are on the disk.
  private func waitForDisk(_ names: [String]) throws(OutputError) {
    for file in names {
      do {
        try FileSystem.synchronizeFile("\(name.partial)/\(file)")
      } catch {
        discard()
        throw OutputError(path: "\(displayPath)/\(file)", operation: .write, code: error.code)
      }
    }
  }

  private func moveIntoPlace() throws(OutputError) {
    try earlier.moveAside()
    do {
      try FileSystem.rename(name.partial, to: name.final)
    } catch {
      earlier.putBack()
      throw OutputError(path: displayPath, operation: .publish, code: error.code)
    }
  }

  private func createParents() throws(FileSystem.Failure) {
    var missing: [String] = []
    var path = name.parent
    while !path.isEmpty, path != ".", FileSystem.entry(at: path) == .nothing {
      missing.append(path)
      path = TemporaryName(for: path).parent
    }
    for path in missing.reversed() {
      do {
        try FileSystem.createFolder(path)
        state.withLock { $0.createdParents.append(path) }
      } catch {
        // Another run may have made the folder a moment ago.
        guard FileSystem.entry(at: path) == .folder else { throw error }
      }
    }
  }

  private func removeCreatedParents() {
    for path in state.withLock(\.createdParents).reversed() { FileSystem.removeIfEmpty(path) }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The file of a store, looked at without SQLite, which would write to what it opens.
struct StoreFile {
  /// What stands at the path.
  enum Content {
    case nothing
    case store
  }

  /// The number by which a store is told from other databases: "wkfr".
  ///
  /// Source: SQLite, Database File Format, 1.3.14, the application ID.
  static let applicationID: Int32 = 0x77_6B_66_72

  /// What every SQLite database begins with.
  private static let magic = Array("SQLite format 3\0".utf8)
  private static let headerLength = 100
  private static let applicationIDOffset = 68

  /// The path as the user would write it.
  let path: String

  /// Looks at what is there.
  ///
  /// - Returns: Whether there is a store.
  /// - Throws: `StoreError` if there is something else, or it cannot be read.
  func content() throws(StoreError) -> Content {
    // A pipe at the place must not make the command wait for a writer.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return .nothing }
      throw StoreError(path: path, .notReadable(Self.words(errno)))
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: Self.headerLength)
    let count = unsafe header.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw StoreError(path: path, .notDatabase) }
    guard header.starts(with: Self.magic) else { throw StoreError(path: path, .notDatabase) }
    guard count == Self.headerLength else {
      throw StoreError(path: path, .damaged("the file is cut off"))
    }
    let number = header[Self.applicationIDOffset..<(Self.applicationIDOffset + 4)]
      .reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard number == UInt32(Self.applicationID) else { throw StoreError(path: path, .foreign) }
    return .store
  }

  /// Makes the folders that lead to the file.
  ///
  /// - Throws: `StoreError` if one cannot be made.
  func makeFolders() throws(StoreError) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for step in path.split(separator: "/").dropLast() {
      folder += step + "/"
      guard unsafe mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      throw StoreError(path: path, .notWritable(Self.words(errno)))
    }
  }

  /// The hidden name beside the file under which a store is made.
  var temporaryPath: String { "\(folder).\(path.dropFirst(folder.count)).new-\(getpid())" }

  /// The folder of the file with its slash; empty for the present one.
  private var folder: String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Gives a store that was made under the temporary name its own, unless another process was first.
  ///
  /// - Throws: `StoreError` if the file cannot be named.
  func adopt(_ temporary: String) throws(StoreError) {
    defer { unsafe unlink(temporary) }
    if unsafe link(temporary, path) == 0 || errno == EEXIST { return }
    // Some file systems have no links; there the name is given by moving.
    guard unsafe rename(temporary, path) == 0 else {
      throw StoreError(path: path, .notWritable(Self.words(errno)))
    }
  }

  /// Removes what a killed process left under the temporary name.
  func clear(_ temporary: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unsafe unlink(temporary + suffix) }
  }

  /// Whether the file and its folder may be written.
  var isWritable: Bool {
    unsafe access(path, W_OK) == 0 && access(folder.isEmpty ? "." : folder, W_OK) == 0
  }

  /// What SQLite opens for writing; a path that looks like an address is made to look like a path.
  var writablePath: String { path.hasPrefix("file:") ? "./\(path)" : path }

  /// What SQLite opens for reading.
  ///
  /// To read, SQLite makes a file beside the store, by which readers and writers see each other. In a
  /// folder that may not be written it reads without, if nobody writes.
  var readablePath: String {
    guard !isWritable, unsafe access(path + "-shm", F_OK) != 0 else { return writablePath }
    let escaped = path.map { ["%": "%25", "?": "%3f", "#": "%23"][$0] ?? String($0) }.joined()
    return "file:\(escaped)?immutable=1"
  }

  /// The system's words for an error number.
  static func words(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}

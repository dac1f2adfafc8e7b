// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Glibc

/// The form of a file with the state of an unfinished replication.
///
/// Magic, version of the form, digest of the run's key, number of the replication, year, length of the
/// state, the state, and the SHA-256 of all that. Numbers have their least significant byte first.
struct CheckpointFile {
  private static let magic = Array("wkfrckpt".utf8)
  private static let formatVersion: UInt64 = 1
  private static let headerLength = 8 + 8 + 32 + 8 + 8 + 8
  private static let checksumLength = 32

  /// A digest of what the replication depends on, 32 bytes.
  let run: [UInt8]
  /// The number of the replication.
  let replication: Int

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - year: The year that has ended.
  /// - Returns: The bytes.
  func bytes(of state: [UInt8], after year: Int) -> [UInt8] {
    let content = header(year: year, length: state.count) + state
    return content + Array(SHA256.hash(data: content))
  }

  /// The state in a file.
  ///
  /// - Parameter bytes: The bytes of the file.
  /// - Returns: The state and the year that had ended, or why the file is of no use.
  func state(
    in bytes: [UInt8]
  ) -> Result<(state: [UInt8], year: Int), CheckpointNotice.Failure> {
    guard bytes.starts(with: Self.magic) else { return .failure(.init(.foreign)) }
    guard bytes.count >= Self.headerLength + Self.checksumLength else {
      return .failure(.init(.damaged))
    }
    let content = bytes.dropLast(Self.checksumLength)
    guard SHA256.hash(data: content).elementsEqual(bytes.suffix(Self.checksumLength)) else {
      return .failure(.init(.damaged))
    }
    let state = Array(content.dropFirst(Self.headerLength))
    let year = Self.number(at: 56, in: bytes)
    guard content.starts(with: header(year: year, length: state.count)) else {
      return .failure(.init(.foreign))
    }
    return .success((state, year))
  }

  private func header(year: Int, length: Int) -> [UInt8] {
    Self.magic + Self.bytes(of: Self.formatVersion) + run
      + Self.bytes(of: UInt64(replication)) + Self.bytes(of: UInt64(year))
      + Self.bytes(of: UInt64(length))
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func number(at place: Int, in bytes: [UInt8]) -> Int {
    let number = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) }
    return Int(clamping: number)
  }

  // MARK: - Half-written files

  private static let temporaryMark = ".new-"

  /// The hidden name of a file until it is whole; its end is the number of the process that writes it.
  private static func temporaryName(of name: String) -> String {
    ".\(name)\(temporaryMark)\(getpid())"
  }

  /// Whether a name is that of a half-written file.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - prefix: What the name of the whole file begins with.
  /// - Returns: Whether it is.
  static func isTemporary(_ name: String, of prefix: String) -> Bool {
    name.hasPrefix(".\(prefix)") && name.contains(temporaryMark)
  }

  /// Whether another process that runs is writing a half-written file.
  ///
  /// A file with our own number comes from a process that has ended: containers reuse small numbers, and
  /// a run looks for such files only while none of its states is being written.
  ///
  /// - Parameter name: The name of a half-written file.
  /// - Returns: Whether it is being written; also where the name tells no process.
  static func isBeingWritten(_ name: String) -> Bool {
    guard let mark = name.ranges(of: temporaryMark).last,
      let process = Int32(name[mark.upperBound...]), process > 0
    else { return true }
    return process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
  }

  // MARK: - The disk

  /// The bytes of a file.
  ///
  /// - Parameter path: The path.
  /// - Returns: The bytes; `nil` if there is no file.
  /// - Throws: The system's words.
  static func read(_ path: String) throws(SystemFailure) -> [UInt8]? {
    // A pipe at the place must not make the command wait for a writer.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw SystemFailure(words: StoreFile.words(errno))
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe part.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += part[..<count]
      } else if errno != EINTR {
        throw SystemFailure(words: StoreFile.words(errno))
      }
    }
  }

  /// Writes a file under a hidden name and gives it its own when it is whole.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - folder: The folder with its slash.
  ///   - name: The name.
  /// - Throws: The system's words; then an earlier file of the name is still there.
  static func write(
    _ bytes: [UInt8],
    in folder: String,
    name: String,
  ) throws(SystemFailure) {
    let temporary = folder + temporaryName(of: name)
    do throws(SystemFailure) {
      try writeWhole(bytes, to: temporary)
      guard unsafe rename(temporary, folder + name) == 0 else {
        throw SystemFailure(words: StoreFile.words(errno))
      }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  private static func writeWhole(_ bytes: [UInt8], to path: String) throws(SystemFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemFailure(words: StoreFile.words(errno)) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        throw SystemFailure(words: StoreFile.words(errno))
      }
    }
    guard fsync(descriptor) == 0 else { throw SystemFailure(words: StoreFile.words(errno)) }
  }
}

/// Why the system did not read or write a file, in its words.
struct SystemFailure: Error {
  let words: String
}

extension CheckpointNotice {
  /// A defect as an error.
  struct Failure: Error {
    let defect: Defect

    init(_ defect: Defect) { self.defect = defect }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The few system calls that writing results needs, with their exact error numbers.
///
/// Foundation would hide the error number and cost start-up time.
enum FileSystem {
  /// What stands at a path.
  enum Entry {
    case nothing
    case folder
    case file
    /// A terminal, a pipe or the like: it can be written but not replaced.
    case device
  }

  /// A failed system call's error number.
  struct Failure: Error {
    let code: Int32

    static var latest: Failure { Failure(code: errno) }
  }

  /// What stands at a path, or behind the link at it.
  static func entry(at path: String) -> Entry {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else {
      // A link to nowhere is something all the same.
      return unsafe lstat(path, &facts) == 0 ? .file : .nothing
    }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .device
    }
  }

  /// The size of an open file in bytes.
  static func size(of descriptor: Int32) -> Int {
    var facts = stat()
    return unsafe fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
  }

  static func isLink(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }

  /// Follows a symbolic link, so that the folder behind it is written and not the link.
  static func resolvingLink(_ path: String) -> String {
    guard isLink(path), let target = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(target) }
    return unsafe String(cString: target)
  }

  static func createFolder(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o777) == 0 else { throw .latest }
  }

  /// Creates an empty file; refuses a path at which anything stands.
  static func createFile(_ path: String) throws(Failure) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .latest }
    return descriptor
  }

  static func openDevice(_ path: String) throws(Failure) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .latest }
    return descriptor
  }

  static func close(_ descriptor: Int32) throws(Failure) {
    guard Glibc.close(descriptor) == 0 else { throw .latest }
  }

  /// Writes all bytes, however many calls that takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Glibc.write(
          descriptor,
          all.baseAddress.map { unsafe $0 + start },
          all.count - start,
        )
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        throw .latest
      }
    }
  }

  /// Waits until a file's bytes are on the disk.
  static func synchronize(_ descriptor: Int32) throws(Failure) {
    // Pipes and devices have nothing to wait for and say EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .latest }
  }

  /// Lets a file's bytes begin to go to the disk, without waiting.
  ///
  /// Waiting for one file after another costs a turn of the disk each; files that have all begun
  /// before any is waited for share one.
  static func beginSynchronizing(_ descriptor: Int32) {
    // Linux begins to write what it is told that nobody will read soon. A hint, which cannot fail.
    _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
  }

  /// Waits until the bytes of a file that has been closed are on the disk.
  static func synchronizeFile(_ path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .latest }
    defer { _ = Glibc.close(descriptor) }
    try synchronize(descriptor)
  }

  /// Makes the names in a folder survive a power cut, where the disk's format can.
  static func synchronizeFolder(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = Glibc.close(descriptor)
  }

  static func rename(_ path: String, to other: String) throws(Failure) {
    guard unsafe Glibc.rename(path, other) == 0 else { throw .latest }
  }

  /// The names in a folder, in no particular order; empty when it cannot be read.
  static func names(in path: String) -> [String] { readableNames(in: path) ?? [] }

  /// The names in a folder, in no particular order; `nil` when it cannot be read.
  static func readableNames(in path: String) -> [String]? {
    guard let stream = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let item = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &item.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a file, or a folder with all in it, as far as possible; links are not followed.
  static func remove(_ path: String) {
    if entry(at: path) == .folder, !isLink(path) {
      for name in names(in: path) { remove("\(path)/\(name)") }
      unsafe rmdir(path)
    } else {
      unsafe unlink(path)
    }
  }

  /// Removes a folder if nothing is in it.
  static func removeIfEmpty(_ path: String) {
    unsafe rmdir(path)
  }

  /// Whether a process of this machine has the number, whoever owns it.
  static func isRunning(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || errno == EPERM
  }
}

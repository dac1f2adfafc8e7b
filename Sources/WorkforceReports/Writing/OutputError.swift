// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// A file that a library could not write: the system's error number, as in `errno`.
package struct LibraryFailure: Error, Hashable, Sendable {
  /// The error number.
  package let code: Int32

  /// Creates the failure.
  ///
  /// - Parameter code: The error number.
  package init(code: Int32) { self.code = code }
}

/// A file or folder of results that could not be written: where, at which step, and why.
package struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The step of writing that failed.
  package enum Operation: Hashable, Sendable {
    /// A folder could not be created.
    case createFolder
    /// A file could not be created.
    case createFile
    /// An earlier result may not be replaced.
    case replace
    /// Bytes could not be written or did not reach the disk.
    case write
    /// The whole result could not be moved to its name.
    case publish
    /// Standard output did not take what was printed.
    case print
    /// The user wanted no more.
    case stop
  }

  /// The path as the user would write it; never the temporary name.
  package var path: String
  /// The step of writing that failed.
  package var operation: Operation
  /// The system's error number, as in `errno`.
  package var code: Int32
  /// The names of what stands in the way.
  package var names: [String]

  /// Creates the error.
  ///
  /// - Parameters:
  ///   - path: The path as the user would write it.
  ///   - operation: The step of writing that failed.
  ///   - code: The system's error number, as in `errno`.
  ///   - names: The names of what stands in the way.
  package init(path: String, operation: Operation, code: Int32, names: [String] = []) {
    self.path = path
    self.operation = operation
    self.code = code
    self.names = names
  }

  /// The exit code of the command: 73 when nothing could be created, 74 when writing broke off, 130
  /// when the user broke it off.
  ///
  /// Source: `EX_CANTCREAT` and `EX_IOERR` of BSD's `sysexits.h`.
  package var exitCode: Int32 {
    switch operation {
    case .createFolder, .createFile, .replace: 73
    case .write, .publish, .print: 74
    case .stop: 130
    }
  }

  /// The sentence for the user: what failed, why, the system's words, and the repair.
  package var description: String {
    guard operation != .stop else { return "\(deed)." }
    let words = unsafe String(cString: strerror(code))
    guard let (fact, repair) = explanation else {
      return "\(deed): \(words). \(elsewhere)"
    }
    return "\(deed): \(fact) (\(words)). \(repair)"
  }

  /// What else can be done where the place itself is the obstacle.
  private var way: String {
    operation == .print
      ? "send standard output to another place" : "choose another folder with --out"
  }

  private var elsewhere: String { way.prefix(1).uppercased() + way.dropFirst() + "." }
  private var space: String { "Free some space or \(way)." }

  private var deed: String {
    switch operation {
    case .createFolder: "cannot create the folder \(path)"
    case .createFile: "cannot create \(path)"
    case .replace: "cannot replace \(path)"
    case .write: "cannot write \(path)"
    case .publish: "cannot finish \(path)"
    case .print: "cannot print to \(path)"
    case .stop: "stopped before \(path) was written"
    }
  }

  /// The first of the names, and how many more there are.
  private var examples: String {
    guard let first = names.first else { return "" }
    // With its control characters made visible: it is any name that a file may have.
    return ": \(String(reflecting: first))"
      + (names.count > 1 ? " and \(names.count - 1) more" : "")
  }

  private var explanation: (fact: String, repair: String)? {
    switch code {
    case ENOSPC: ("the disk is full", space)
    case EDQUOT: ("your share of the disk is used up", space)
    case EFBIG: ("the file would be larger than the system allows", elsewhere)
    case EACCES, EPERM:
      ("you may not write there", "Change the permissions or \(way).")
    case EROFS: ("the disk can only be read", elsewhere)
    case ENOTDIR: ("a part of the path is a file, not a folder", elsewhere)
    case ENOENT: ("a part of the path does not exist", elsewhere)
    case EEXIST:
      ("a file has that name", "Remove it or choose another folder with --out.")
    case EISDIR: ("a folder has that name", "Choose another name with --out.")
    case ENOTEMPTY:
      (
        "the folder holds what no run wrote\(examples)",
        "Choose another folder with --out, or move that elsewhere first.",
      )
    case EINVAL: ("this is not the name of a folder of results", elsewhere)
    default: nil
    }
  }
}

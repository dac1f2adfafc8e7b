// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing
import WorkforceReports

struct OutputErrorTests {
  @Test(arguments: [
    (
      OutputError.Operation.write, ENOSPC, Int32(74),
      "cannot write results/x: the disk is full (No space left on device). "
        + "Free some space or choose another folder with --out.",
    ),
    (
      .createFolder, EACCES, 73,
      "cannot create the folder results/x: you may not write there (Permission denied). "
        + "Change the permissions or choose another folder with --out.",
    ),
    (
      .createFile, EROFS, 73,
      "cannot create results/x: the disk can only be read (Read-only file system). "
        + "Choose another folder with --out.",
    ),
    (
      .write, EDQUOT, 74,
      "cannot write results/x: your share of the disk is used up (Disk quota exceeded). "
        + "Free some space or choose another folder with --out.",
    ),
    (
      .createFolder, ENOTDIR, 73,
      "cannot create the folder results/x: a part of the path is a file, not a folder "
        + "(Not a directory). Choose another folder with --out.",
    ),
    (
      .replace, ENOTEMPTY, 73,
      "cannot replace results/x: the folder holds what no run wrote "
        + "(Directory not empty). Choose another folder with --out, or move that elsewhere first.",
    ),
    (
      .createFolder, EEXIST, 73,
      "cannot create the folder results/x: a file has that name (File exists). "
        + "Remove it or choose another folder with --out.",
    ),
    (
      .publish, EIO, 74,
      "cannot finish results/x: Input/output error. Choose another folder with --out.",
    ),
    (
      .print, ENOSPC, 74,
      "cannot print to results/x: the disk is full (No space left on device). "
        + "Free some space or send standard output to another place.",
    ),
    (
      .print, EIO, 74,
      "cannot print to results/x: Input/output error. Send standard output to another place.",
    ),
  ])
  func `an error says what failed, why and what to do`(
    operation: OutputError.Operation,
    code: Int32,
    exitCode: Int32,
    message: String,
  ) {
    let error = OutputError(path: "results/x", operation: operation, code: code)
    #expect(error.description == message)
    #expect(error.exitCode == exitCode)
  }
}

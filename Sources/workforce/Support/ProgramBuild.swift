// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import WorkforceSim

/// Tells builds of one version of the tool apart.
///
/// The version is a promise about results, but between two releases the model changes while the version
/// stays. Records of another build are therefore not gone on from.
enum ProgramBuild {
  /// The build: what the linker noted of the program's content, or its size and time without that.
  static let text: String = linkerNote ?? sizeAndTime

  private static let path = "/proc/self/exe"
  /// The notes lie behind the header, at the beginning of the file.
  private static let searched = 65_536
  /// The begin of the note: lengths of name and content, type 3, and the name "GNU".
  ///
  /// Source: Linux Standard Base, ELF notes; GNU ld, `--build-id`, whose digest has 20 bytes.
  private static let mark: [UInt8] = [4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0, 71, 78, 85, 0]
  private static let digestLength = 20

  private static var linkerNote: String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: searched) { buffer, count in
      count = unsafe max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
    let last = bytes.count - mark.count - digestLength
    guard last >= 0 else { return nil }
    for start in stride(from: 0, through: last, by: 4) where bytes[start...].starts(with: mark) {
      let digest = bytes[(start + mark.count)...].prefix(digestLength)
      return digest.hexadecimalText
    }
    return nil
  }

  private static var sizeAndTime: String {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return "unknown" }
    return "\(facts.st_size)-\(facts.st_mtim.tv_sec)-\(facts.st_mtim.tv_nsec)"
  }
}

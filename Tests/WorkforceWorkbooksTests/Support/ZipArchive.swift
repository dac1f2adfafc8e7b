// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The files of an archive, read by its directory.
///
/// Source: PKWARE, .ZIP File Format Specification, version 6.3, sections 4.3.12 and 4.3.16.
struct ZipArchive {
  private(set) var names: [String] = []
  private var files: [String: ArraySlice<UInt8>] = [:]

  init(_ data: Data) {
    let bytes = [UInt8](data)
    func number(_ place: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    // The end of the directory has no comment here, so it is the last 22 bytes.
    var place = number(bytes.count - 6, 4)
    for _ in 0..<number(bytes.count - 12, 2) {
      let nameLength = number(place + 28, 2)
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      let local = number(place + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      names.append(name)
      files[name] = bytes[start..<(start + number(place + 20, 4))]
      place += 46 + nameLength + number(place + 30, 2) + number(place + 32, 2)
    }
  }

  /// The text of a file.
  func text(of name: String) -> String? {
    files[name].map { String(decoding: Inflate.bytes(from: $0), as: UTF8.self) }
  }
}

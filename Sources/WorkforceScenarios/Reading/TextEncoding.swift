// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Checks that bytes are UTF-8 text and guesses what they are otherwise.
enum TextEncoding {
  /// The UTF-8 byte-order mark, which Excel writes.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Finds the first place where bytes are not UTF-8 text.
  ///
  /// The NUL character counts as no text: it shows UTF-16 or a binary file.
  ///
  /// - Parameter bytes: The file's bytes.
  /// - Returns: The index of the first byte of the first wrong character, or nil if there is none.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
      } else {
        let length = characterLength(bytes, at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return nil
  }

  /// The number of bytes of the character of more than one byte at an index; 0 if it is malformed.
  ///
  /// The table of well-formed sequences is table 3-7 of the Unicode Standard.
  private static func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch bytes[index] {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, index + length <= bytes.count, second.contains(bytes[index + 1]) else {
      return 0
    }
    for offset in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[index + offset]) {
      return 0
    }
    return length
  }

  /// Says what a file is that is not UTF-8 text.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - fault: The index of the first wrong byte.
  /// - Returns: A sentence without advice.
  static func diagnosis(of bytes: [UInt8], fault: Int) -> String {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return "this is a ZIP archive or an Excel workbook (.xlsx), not a text file."
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "the file is in UTF-16, but UTF-8 is needed."
    }
    if bytes[fault] == 0 {
      return "a NUL byte stands here; the file is in UTF-16 or is not a text file."
    }
    let encoding = looksChinese(bytes[fault...]) ? "GB18030 (GBK)" : "Latin-1 (Windows-1252)"
    return "the file is not in UTF-8; it looks like \(encoding)."
  }

  /// Whether most bytes above 127 come in the pairs of the GB 2312 part of GB18030.
  private static func looksChinese(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (pairs, singles) = (0, 0)
    var rest = bytes.prefix(4096)
    while let byte = rest.popFirst() {
      guard byte >= 0x80 else { continue }
      if (0xA1...0xF7).contains(byte), let next = rest.first, next >= 0xA1, next != 0xFF {
        pairs += 1
        rest.removeFirst()
      } else {
        singles += 1
      }
    }
    return pairs > singles
  }

  /// Finds the place of a byte.
  ///
  /// - Parameters:
  ///   - offset: The byte's index.
  ///   - bytes: The bytes before it are counted; they are UTF-8.
  ///   - file: The file's path.
  /// - Returns: Line and column, the column counted in Unicode characters (scalars).
  static func location(of offset: Int, in bytes: [UInt8], file: String) -> SourceLocation {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    return location(
      of: offset,
      in: bytes,
      from: min(start, offset),
      SourceLocation(file: file, line: 1, column: 1),
    )
  }

  /// Finds the place of a byte by counting from an earlier one.
  ///
  /// - Parameters:
  ///   - offset: The byte's index.
  ///   - bytes: The text.
  ///   - start: The index of the byte from which to count.
  ///   - place: The place of that byte.
  /// - Returns: Line and column, the column counted in Unicode characters (scalars).
  static func location(
    of offset: Int,
    in bytes: [UInt8],
    from start: Int,
    _ place: SourceLocation,
  ) -> SourceLocation {
    var place = place
    for index in start..<offset {
      let byte = bytes[index]
      if byte == .lineFeed || (byte == .carriageReturn && !isLineFeed(bytes, at: index + 1)) {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }

  private static func isLineFeed(_ bytes: [UInt8], at index: Int) -> Bool {
    index < bytes.count && bytes[index] == .lineFeed
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quotationMark = UInt8(ascii: "\"")
}

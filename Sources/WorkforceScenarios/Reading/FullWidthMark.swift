// SPDX-License-Identifier: GPL-3.0-or-later

/// The full-width colon and comma of Chinese keyboards, which are letters like others to YAML.
enum FullWidthMark {
  /// Asks whether a full-width colon or comma was meant to separate.
  ///
  /// A colon may have been if it comes before the first one of YAML in its line or stands in brackets,
  /// a comma if it stands in brackets. In quotation marks and comments they are what they seem.
  ///
  /// - Parameter text: One or several lines of YAML, or a part of one.
  /// - Returns: A sentence with a space before it, or nothing if there is no such mark.
  static func sentence(in text: String) -> String {
    var depth = 0
    for line in text.split(whereSeparator: \.isNewline) {
      switch mark(in: line, &depth) {
      case "：": return " If '：' is meant to end a key, write ':' and a space."
      case "，": return " If '，' is meant to separate, write ','."
      default: continue
      }
    }
    return ""
  }

  /// Asks the same of a value that is no group of keys.
  ///
  /// - Parameter node: The value.
  /// - Returns: A sentence with a space before it, or nothing if there is no such mark.
  static func sentence(in node: LocatedNode) -> String {
    guard case .scalar(let text, isQuoted: false) = node.content else { return "" }
    return sentence(in: text)
  }

  /// The first such mark of a line, where so many brackets are open; counts them on.
  private static func mark(in line: some StringProtocol, _ depth: inout Int) -> Character? {
    var quotation: Character?
    var isAfterColon = false
    for character in line {
      switch character {
      case quotation: quotation = nil
      case _ where quotation != nil: continue
      case "\"", "'": quotation = character
      case "#": return nil
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case ":": isAfterColon = true
      case "：" where depth > 0 || !isAfterColon: return character
      case "，" where depth > 0: return character
      default: continue
      }
    }
    return nil
  }
}

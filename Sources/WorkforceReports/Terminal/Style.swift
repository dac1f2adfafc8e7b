// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What a terminal, or a file in its place, can show: colour and signs beyond ASCII.
///
/// Colour is off when `NO_COLOR` is set and not empty (no-color.org), when `TERM` is unset or
/// `dumb`, and when the output is not a terminal. Signs beyond ASCII need a locale with UTF-8.
package struct Style: Hashable, Sendable {
  /// A colour or weight of text.
  package enum Ink: String, Hashable, Sendable {
    /// Heavy.
    case bold = "1"
    /// Less than plain.
    case dim = "2"
    /// For shortage and errors.
    case red = "31"
    /// For what is met.
    case green = "32"
    /// For warnings and surplus.
    case yellow = "33"
    /// For a second series.
    case blue = "34"
  }

  /// Whether text is coloured.
  package var usesColour: Bool
  /// Whether lines and blocks are drawn with signs beyond ASCII.
  package var usesUnicode: Bool

  /// Plain text with signs beyond ASCII, for files.
  package static let plain = Style(usesColour: false, usesUnicode: true)
  /// Plain text in ASCII.
  package static let ascii = Style(usesColour: false, usesUnicode: false)

  /// Creates a style.
  ///
  /// - Parameters:
  ///   - usesColour: Whether text is coloured.
  ///   - usesUnicode: Whether signs beyond ASCII are used.
  package init(usesColour: Bool, usesUnicode: Bool) {
    self.usesColour = usesColour
    self.usesUnicode = usesUnicode
  }

  /// Decides by the environment's variables.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether the output is a terminal.
  ///   - variable: Looks a variable up; nil when it is not set.
  package init(isTerminal: Bool, variable: (String) -> String?) {
    let refusesColour = variable("NO_COLOR").map { !$0.isEmpty } ?? false
    let terminal = variable("TERM") ?? ""
    usesColour = isTerminal && !refusesColour && !["", "dumb"].contains(terminal)
    // The first that is set and not empty decides (POSIX, section 8.2).
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    let encoding = (locale ?? "").lowercased()
    usesUnicode = encoding.contains("utf-8") || encoding.contains("utf8")
  }

  /// Decides for an open file by this process's environment.
  ///
  /// - Parameter descriptor: The open file's number: 1 for standard output, 2 for errors.
  package init(descriptor: Int32) {
    self.init(isTerminal: isatty(descriptor) == 1) { name in
      unsafe getenv(name).map { unsafe String(cString: $0) }
    }
  }

  /// Colours text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - ink: The colour or weight; nil for plain.
  /// - Returns: The visible text between escape sequences, or unchanged without colour.
  package func paint(_ text: String, _ ink: Ink?) -> String {
    guard usesColour, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(visible(text))\u{1B}[0m"
  }

  /// A line of a page as it may go to a terminal.
  ///
  /// What was painted keeps its colour; every other control character, such as one in the name of a
  /// scenario, is replaced by a sign.
  ///
  /// - Parameter line: The line, without its end.
  /// - Returns: The line, which stays one.
  package func shown(_ line: String) -> String {
    guard usesColour else { return visible(line) }
    var shown = ""
    var end = line.startIndex
    for match in line.matches(of: Self.painted) {
      guard let ink = Ink(rawValue: String(match.1)) else { continue }
      shown += visible(String(line[end..<match.range.lowerBound])) + paint(String(match.2), ink)
      end = match.range.upperBound
    }
    return shown + visible(String(line[end...]))
  }

  /// What `paint` makes of a text: its ink and the text, in which there are no control characters.
  private static var painted: Regex<(Substring, Substring, Substring)> {
    /\x{1B}\[(\d+)m(\P{Cc}*)\x{1B}\[0m/.matchingSemantics(.unicodeScalar)
  }
}

/// Finds the columns of a terminal.
///
/// - Parameter descriptor: The open file's number.
/// - Returns: The columns, or 80 where there is no terminal to ask.
package func terminalColumns(_ descriptor: Int32) -> Int {
  var size = winsize()
  let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
  return isKnown ? Int(size.ws_col) : 80
}

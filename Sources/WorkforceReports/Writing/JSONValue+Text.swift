// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension JSONValue {
  /// How a value is laid out.
  package enum Layout: Hashable, Sendable {
    /// On one line without spaces.
    case compact
    /// A member or an element a line, indented by two spaces, and a line break at the end.
    case pretty
  }

  /// Writes the value as JSON text after RFC 8259.
  ///
  /// Only quotes, backslashes and control characters are escaped; all else stays readable UTF-8.
  ///
  /// - Parameter layout: How the value is laid out.
  /// - Returns: The text.
  package func text(_ layout: Layout = .pretty) -> String {
    var text = ""
    append(to: &text, depth: layout == .pretty ? 0 : nil)
    if layout == .pretty { text += "\n" }
    return text
  }

  private func append(to text: inout String, depth: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.text(of: value)
    case .string(let value): Self.appendQuoted(value, to: &text)
    case .array(let values):
      Self.appendList(values, between: ("[", "]"), to: &text, depth: depth) { value, text, depth in
        value.append(to: &text, depth: depth)
      }
    case .object(let object):
      Self.appendList(object.members, between: ("{", "}"), to: &text, depth: depth) {
        member,
        text,
        depth in
        Self.appendQuoted(member.name, to: &text)
        text += depth == nil ? ":" : ": "
        member.value.append(to: &text, depth: depth)
      }
    }
  }

  private static func appendList<Item>(
    _ items: [Item],
    between brackets: (open: String, close: String),
    to text: inout String,
    depth: Int?,
    item append: (Item, inout String, Int?) -> Void,
  ) {
    text += brackets.open
    let inner = depth.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      appendLineBreak(to: &text, depth: inner)
      append(item, &text, inner)
    }
    if !items.isEmpty { appendLineBreak(to: &text, depth: depth) }
    text += brackets.close
  }

  private static func appendLineBreak(to text: inout String, depth: Int?) {
    guard let depth else { return }
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    // "-0.0" and "200.0" read as well without the zero, and people compare manifests by eye.
    return value == 0 ? "0" : value.exactText
  }

  private static func appendQuoted(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

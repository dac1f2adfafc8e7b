// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// A piece of a YAML file with its place: a text, a list or a mapping.
///
/// Texts stay as they are written: `2019-09-01` is no timestamp and `no` is no truth value.
/// What a text means is decided by whoever asks for it.
package struct LocatedNode: Hashable, Sendable {
  /// What a node holds.
  package enum Content: Hashable, Sendable {
    /// A text, which may be a number or a date.
    case scalar(text: String, isQuoted: Bool)
    /// A list.
    case sequence([LocatedNode])
    /// Keys with values, in the order of the file; no key comes twice.
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  package struct Entry: Hashable, Sendable {
    /// The key's text.
    package var key: String
    /// Where the key stands.
    package var location: SourceLocation
    /// The value.
    package var value: LocatedNode

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - key: The key's text.
    ///   - location: Where the key stands.
    ///   - value: The value.
    package init(key: String, location: SourceLocation, value: LocatedNode) {
      self.key = key
      self.location = location
      self.value = value
    }
  }

  /// What the node holds.
  package var content: Content
  /// Where the node begins.
  package var location: SourceLocation

  /// Creates a node.
  ///
  /// - Parameters:
  ///   - content: What the node holds.
  ///   - location: Where the node begins.
  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// Whether nothing was written: no text at all, `~` or `null` without quotation marks.
  package var isEmpty: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The node's kind as messages name it.
  package var kindName: String {
    switch content {
    case .scalar: isEmpty ? "empty" : "a single value"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }

  /// The node as a text under the name by which messages speak of it.
  ///
  /// - Parameter name: The name, such as the path of keys to the node.
  /// - Returns: The text, or nil if the node is a list, a mapping or empty.
  package func scalar(named name: String) -> LocatedText? {
    guard !isEmpty, case .scalar(let text, let isQuoted) = content else { return nil }
    return LocatedText(name: name, text: text, isQuoted: isQuoted, location: location)
  }
}

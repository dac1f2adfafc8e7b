// SPDX-License-Identifier: GPL-3.0-or-later

/// A text for people: in one language, or in several.
package struct LocalizedText: Hashable, Sendable {
  /// The English text.
  package var en: String?
  /// The Chinese text.
  package var zh: String?
  /// The text that was given without naming a language.
  package var plain: String?

  /// Creates a text.
  ///
  /// - Parameters:
  ///   - en: The English text.
  ///   - zh: The Chinese text.
  ///   - plain: The text that was given without naming a language.
  package init(en: String? = nil, zh: String? = nil, plain: String? = nil) {
    self.en = en
    self.zh = zh
    self.plain = plain
  }
}

extension KeyedReader {
  /// Reads a list.
  ///
  /// - Parameter key: The key, which must be there.
  /// - Returns: The items, or nil if a problem was reported.
  package func sequence(_ key: String) -> [LocatedNode]? {
    if node(key) == nil { reportMissing(key, needed: "a list") }
    return items(key, isOptional: false)
  }

  /// Reads a list that may be left out.
  ///
  /// - Parameter key: The key.
  /// - Returns: The items, or nil if the list is not there or a problem was reported.
  package func optionalSequence(_ key: String) -> [LocatedNode]? { items(key, isOptional: true) }

  /// Reads a list of groups of keys.
  ///
  /// - Parameter key: The key, which must be there.
  /// - Returns: A reader for each item that is a group of keys, or nil if a problem was reported.
  package func mappings(_ key: String) -> [KeyedReader]? { sequence(key).map { readers($0, key) } }

  /// Reads a list of groups of keys that may be left out.
  ///
  /// - Parameter key: The key.
  /// - Returns: A reader for each item that is a group of keys, or nil if there is no list.
  package func optionalMappings(_ key: String) -> [KeyedReader]? {
    optionalSequence(key).map { readers($0, key) }
  }

  /// Reads a list of texts.
  ///
  /// - Parameter key: The key, which must be there.
  /// - Returns: The texts with their places, or nil if a problem was reported.
  package func texts(_ key: String) -> [LocatedText]? { sequence(key).map { scalars($0, key) } }

  /// Reads a list of texts that may be left out.
  ///
  /// - Parameter key: The key.
  /// - Returns: The texts with their places, or nil if there is no list.
  package func optionalTexts(_ key: String) -> [LocatedText]? {
    optionalSequence(key).map { scalars($0, key) }
  }

  /// Reads a group of keys.
  ///
  /// - Parameter key: The key, which must be there.
  /// - Returns: A reader for the group, or nil if a problem was reported.
  package func mapping(_ key: String) -> KeyedReader? {
    if node(key) == nil { reportMissing(key, needed: "a group of keys") }
    return group(key, isOptional: false)
  }

  /// Reads a group of keys that may be left out.
  ///
  /// - Parameter key: The key.
  /// - Returns: A reader for the group, or nil if it is not there or a problem was reported.
  package func optionalMapping(_ key: String) -> KeyedReader? { group(key, isOptional: true) }

  /// Reads a text, or texts by language under the keys `en` and `zh`.
  ///
  /// - Parameter key: The key, which must be there.
  /// - Returns: The texts, or nil if a problem was reported.
  package func localizedText(_ key: String) -> LocalizedText? {
    if node(key) == nil { reportMissing(key, needed: "a text") }
    return localized(key, isOptional: false)
  }

  /// Reads a text or texts by language, which may be left out.
  ///
  /// - Parameter key: The key.
  /// - Returns: The texts, or nil if they are not there or a problem was reported.
  package func optionalLocalizedText(_ key: String) -> LocalizedText? {
    localized(key, isOptional: true)
  }

  private func localized(_ key: String, isOptional: Bool) -> LocalizedText? {
    guard let node = node(key) else { return nil }
    if let text = node.scalar(named: name(of: key)) { return LocalizedText(plain: text.text) }
    guard case .mapping = node.content, let languages = group(key, isOptional: isOptional) else {
      reportWrongKind(node, key, "a text", isOptional: isOptional)
      return nil
    }
    let text = LocalizedText(en: languages.optionalText("en"), zh: languages.optionalText("zh"))
    languages.finish()
    return text
  }

  private func items(_ key: String, isOptional: Bool) -> [LocatedNode]? {
    guard let node = node(key) else { return nil }
    if case .sequence(let items) = node.content { return items }
    reportWrongKind(node, key, "a list", isOptional: isOptional)
    return nil
  }

  private func group(_ key: String, isOptional: Bool) -> KeyedReader? {
    guard let node = node(key) else { return nil }
    if case .mapping = node.content {
      return KeyedReader(node, path: name(of: key), reporting: problems)
    }
    reportWrongKind(node, key, "a group of keys", isOptional: isOptional)
    return nil
  }

  private func readers(_ items: [LocatedNode], _ key: String) -> [KeyedReader] {
    items.enumerated().compactMap { index, item in
      KeyedReader(item, path: "\(name(of: key))[\(index + 1)]", reporting: problems)
    }
  }

  private func scalars(_ items: [LocatedNode], _ key: String) -> [LocatedText] {
    items.enumerated().compactMap { index, item in
      let name = "\(name(of: key))[\(index + 1)]"
      if let text = item.scalar(named: name) { return text }
      problems.report("'\(name)' is \(item.kindName), but a text is needed.", at: item.location)
      return nil
    }
  }

  /// Reports a value of the wrong kind, or none.
  func reportWrongKind(_ node: LocatedNode, _ key: String, _ needed: String, isOptional: Bool) {
    let repair =
      node.isEmpty
      ? " Write \(needed)\(isOptional ? ", or leave out '\(key)'" : "")."
      : ""
    let kind = node.isEmpty ? "has no value" : "is \(node.kindName), but \(needed) is needed"
    let mark = FullWidthMark.sentence(in: node)
    problems.report("'\(name(of: key))' \(kind).\(repair)\(mark)", at: node.location)
  }
}

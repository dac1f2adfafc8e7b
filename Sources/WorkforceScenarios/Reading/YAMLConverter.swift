// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim
internal import Yams

/// Turns the nodes of Yams into located nodes and reports what scenario files do not use.
struct YAMLConverter {
  /// The file's path as the user would write it.
  let file: String
  /// Knows the characters that were replaced before Yams saw the text.
  let disguise: YAMLDisguise
  /// Takes what is wrong.
  let problems: ProblemCollector
  private var isTooDeep = false

  /// The tags that Yams gives to what has none in the file.
  private static let allowedTags: Set<String> = Set(
    [Tag.Name.implicit, .nonSpecific, .str, .seq, .map].map(\.rawValue)
  )

  /// Creates a converter for one file.
  ///
  /// - Parameters:
  ///   - file: The file's path as the user would write it.
  ///   - disguise: Knows the characters that were replaced.
  ///   - problems: Takes what is wrong.
  init(file: String, disguise: YAMLDisguise, problems: ProblemCollector) {
    self.file = file
    self.disguise = disguise
    self.problems = problems
  }

  /// Converts a node and what it holds.
  ///
  /// - Parameters:
  ///   - node: The node of Yams.
  ///   - depth: The node's level, counted from 1.
  /// - Returns: The located node, or nil if the node is refused.
  mutating func node(_ node: Node, depth: Int) -> LocatedNode? {
    let location = location(of: node)
    switch node {
    case .scalar(let scalar):
      return self.scalar(scalar, at: location)
    case .sequence(let sequence):
      guard isAllowed(depth, sequence.tag, at: location) else { return nil }
      var items: [LocatedNode] = []
      for item in sequence {
        if let item = self.node(item, depth: depth + 1) { items.append(item) }
      }
      return LocatedNode(.sequence(items), at: location)
    case .mapping(let mapping):
      guard isAllowed(depth, mapping.tag, at: location) else { return nil }
      return LocatedNode(.mapping(entries(of: mapping, depth: depth)), at: location)
    case .alias:
      return nil
    }
  }

  private func scalar(_ scalar: Node.Scalar, at location: SourceLocation) -> LocatedNode? {
    let isQuoted = scalar.style != .plain
    let text = disguise.restored(scalar.string)
    if !isQuoted, scalar.string.unicodeScalars.first == YAMLDisguise.asterisk {
      problems.report(
        "'\(text)' begins with '*', which makes it a YAML alias; scenario files have none. "
          + "Write the value out, or put text in quotation marks.",
        at: location,
      )
      return nil
    }
    guard isAllowed(scalar.tag, at: location) else { return nil }
    return LocatedNode(.scalar(text: text, isQuoted: isQuoted), at: location)
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [LocatedNode.Entry] {
    var entries: [LocatedNode.Entry] = []
    var lines: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      let location = location(of: keyNode)
      guard case .scalar(let scalar) = keyNode else {
        problems.report(
          "a key must be a single text, not a list or a group of keys.",
          at: location,
        )
        continue
      }
      guard let key = self.scalar(scalar, at: location)?.scalarText else { continue }
      if let line = lines[key] {
        problems.report(
          "the key '\(key)' is given twice; the first is on line \(line). Keep one.",
          at: location,
        )
        continue
      }
      lines[key] = location.line
      if let value = node(valueNode, depth: depth + 1) {
        entries.append(LocatedNode.Entry(key: key, location: location, value: value))
      }
    }
    return entries
  }

  private mutating func isAllowed(_ depth: Int, _ tag: Tag, at location: SourceLocation) -> Bool {
    guard depth <= YAMLReader.nestingLimit else {
      if !isTooDeep { problems.report(YAMLSyntaxProblem.tooDeep, at: location) }
      isTooDeep = true
      return false
    }
    return isAllowed(tag, at: location)
  }

  private func isAllowed(_ tag: Tag, at location: SourceLocation) -> Bool {
    if Self.allowedTags.contains(tag.rawValue) { return true }
    let name = tag.rawValue.replacing("tag:yaml.org,2002:", with: "!!")
    problems.report("scenario files have no YAML tags. Delete '\(name)'.", at: location)
    return false
  }

  private func location(of node: Node) -> SourceLocation {
    SourceLocation(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }
}

extension LocatedNode {
  /// The text of a scalar, whether or not it is empty.
  fileprivate var scalarText: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }
}

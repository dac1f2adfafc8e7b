// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Reads the keys of a mapping one by one, ticks them off and reports those that nobody asked for.
///
/// Every reader of a key reports what is wrong and returns nil, so that reading goes on.
/// A required key that is missing is a problem; an optional one is not. A key without a value is
/// a problem in both cases, because it says neither.
package final class KeyedReader {
  /// Where the mapping begins.
  package let location: SourceLocation
  /// The path of keys to the mapping, empty for the root of a file.
  package let path: String
  /// Takes what is wrong.
  package let problems: ProblemCollector
  /// The mapping's entries, in the order of the file.
  package let entries: [LocatedNode.Entry]

  private let valuesByKey: [String: LocatedNode]
  private var asked: [String] = []

  /// Creates a reader, or reports that a node is no mapping.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - path: The path of keys to the node, empty for the root of a file.
  ///   - problems: Takes what is wrong.
  package init?(_ node: LocatedNode, path: String = "", reporting problems: ProblemCollector) {
    guard case .mapping(let entries) = node.content else {
      let name = path.isEmpty ? "the file" : "'\(path)'"
      problems.report(
        "\(name) is \(node.kindName), but a group of keys is needed. Write 'key: value' lines."
          + FullWidthMark.sentence(in: node),
        at: node.location,
      )
      return nil
    }
    location = node.location
    self.path = path
    self.problems = problems
    self.entries = entries
    valuesByKey = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value) })
  }

  /// The name by which messages speak of a key.
  ///
  /// - Parameter key: The key.
  /// - Returns: The path of keys to it, joined by dots.
  package func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The value of a key, which is ticked off.
  ///
  /// - Parameter key: The key.
  /// - Returns: The node, or nil if the key is not there.
  package func node(_ key: String) -> LocatedNode? {
    if !asked.contains(key) { asked.append(key) }
    return valuesByKey[key]
  }

  /// Whether a key is there, whatever its value; does not tick it off.
  ///
  /// - Parameter key: The key.
  /// - Returns: Whether the mapping has it.
  package func has(_ key: String) -> Bool { valuesByKey[key] != nil }

  /// Where a key's value begins, or where the mapping begins if the key is not there.
  ///
  /// - Parameter key: The key.
  /// - Returns: The place, for problems that need more than one value to be seen.
  package func location(of key: String) -> SourceLocation {
    valuesByKey[key]?.location ?? location
  }

  /// Reports that a key is missing.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - needed: What its value would be: "a number".
  package func reportMissing(_ key: String, needed: String) {
    problems.report(
      "'\(name(of: key))' is missing. Add the key '\(key)' with \(needed).",
      at: location,
    )
  }

  /// Reports every key that nobody asked for.
  ///
  /// - Parameter allowed: Keys that may be there although they were not asked for.
  package func finish(allowed: [String] = []) {
    let known = asked + allowed.filter { !asked.contains($0) }
    for entry in entries where !known.contains(entry.key) {
      problems.report(sentence(forUnknown: entry.key, known: known), at: entry.location)
    }
  }

  private func sentence(forUnknown key: String, known: [String]) -> String {
    let place = path.isEmpty ? "here" : "in '\(path)'"
    // A key that is not there yet is the likelier one; one that is there may come from a base.
    let nearest =
      Suggestions.nearest(to: key, in: known.filter { !has($0) })
      ?? Suggestions.nearest(to: key, in: known)
    let question = nearest.map { "; did you mean '\($0)'?" } ?? "."
    let list = known.isEmpty ? "" : " Allowed: \(known.joined(separator: ", "))."
    let mark = FullWidthMark.sentence(in: key)
    return "there is no key '\(key)' \(place)\(question)\(mark)\(list)"
  }
}

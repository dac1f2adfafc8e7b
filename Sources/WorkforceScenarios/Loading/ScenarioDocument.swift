// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// A scenario's YAML after everything that it extends was merged into it.
///
/// Every node keeps the place at which it was written, so paths stay relative to that file.
struct ScenarioDocument {
  /// The keys other than `extends`, `parameters` and `set`; later files win.
  var entries: [LocatedNode.Entry] = []
  /// The trees of parameter files, those of the extended scenario first.
  var trees: [LocatedText] = []
  /// The entries of `set`, those of the extended scenario first.
  var overrides: [LocatedNode.Entry] = []
  /// Where the scenario itself begins.
  var location: SourceLocation

  /// Reads a scenario and what it extends.
  ///
  /// - Parameters:
  ///   - path: The path of the YAML file.
  ///   - log: Reads the files and takes what is wrong.
  init?(path: String, log: InputLog) {
    self.init(path: path, chain: [], log: log)
  }

  private init?(path: String, chain: [String], log: InputLog) {
    guard let root = log.yaml(path), let reader = KeyedReader(root, reporting: log.problems) else {
      return nil
    }
    location = SourceLocation(file: path, line: 1)
    if let format = reader.integer("format"), format != 1 {
      log.report(
        "'format' is \(format), but this program reads format 1.",
        at: reader.location(of: "format"),
      )
    }
    if let base = reader.optionalValue("extends", "the path of a scenario") {
      guard let parent = Self.parent(base, of: path, chain: chain, log: log) else { return nil }
      (entries, trees, overrides) = (parent.entries, parent.trees, parent.overrides)
    }
    trees += reader.optionalTexts("parameters") ?? []
    if let set = reader.optionalMapping("set") { overrides += set.entries }
    merge(reader.entries.filter { !["extends", "parameters", "set"].contains($0.key) })
  }

  private static func parent(
    _ base: LocatedText,
    of path: String,
    chain: [String],
    log: InputLog,
  ) -> ScenarioDocument? {
    var parent = log.source.resolve(base.text, beside: path)
    if log.source.isFolder(parent) { parent += "/scenario.yaml" }
    let chain = chain + [path]
    if let start = chain.firstIndex(of: parent) {
      let circle = (chain[start...] + [parent]).joined(separator: " -> ")
      log.report(
        "'extends' goes in a circle: \(circle). Remove one 'extends'.",
        at: base.location,
      )
      return nil
    }
    guard log.source.exists(parent) else {
      log.problems.missing(
        "'extends' is '\(base.text)', but \(parent) is not there."
          + InputFile.neighbourSentence(for: parent)
          + " Write a path from the folder of this file.",
        at: base.location,
      )
      return nil
    }
    return ScenarioDocument(path: parent, chain: chain, log: log)
  }

  /// Puts the keys of a file over what an extended scenario says.
  private mutating func merge(_ later: [LocatedNode.Entry]) {
    let positions = Dictionary(
      uniqueKeysWithValues: entries.enumerated().map { ($0.element.key, $0.offset) }
    )
    for entry in later {
      if let position = positions[entry.key] {
        entries[position] = Self.merged(entries[position], with: entry)
      } else {
        entries.append(entry)
      }
    }
  }

  /// Names are replaced as a whole, and so is each dimension and a section with another method.
  private static func merged(
    _ old: LocatedNode.Entry,
    with new: LocatedNode.Entry,
  ) -> LocatedNode.Entry {
    guard !["name", "description"].contains(new.key),
      case .mapping(let former) = old.value.content,
      case .mapping(let later) = new.value.content,
      new.key == "dimensions" || !changesMethod(former, later)
    else { return new }
    var entries = former
    for entry in later {
      if let position = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[position] = entry
      } else {
        entries.append(entry)
      }
    }
    var merged = new
    merged.value.content = .mapping(entries)
    return merged
  }

  private static func changesMethod(
    _ former: [LocatedNode.Entry],
    _ later: [LocatedNode.Entry],
  ) -> Bool {
    func method(_ entries: [LocatedNode.Entry]) -> String? {
      entries.first { $0.key == "method" }?.value.scalar(named: "method")?.text
    }
    guard let new = method(later), let old = method(former) else { return false }
    return new != old
  }

  /// The merged keys as one node.
  var root: LocatedNode { LocatedNode(.mapping(entries), at: location) }
}

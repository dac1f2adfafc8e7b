// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The members of one dimension as they are declared, with the keys that carry rules.
struct MemberList {
  /// The dimension; members with problems are left out.
  let dimension: Dimension
  /// The readers of the members' keys, one for each member.
  let readers: [KeyedReader]

  /// Reads a dimension.
  ///
  /// - Parameters:
  ///   - axis: The axis that is declared.
  ///   - declaration: The keys `members` and `groups`.
  ///   - log: Reads a table of members and takes what is wrong.
  init?(_ axis: Axis, _ declaration: KeyedReader, log: InputLog) {
    guard let node = declaration.node("members") else {
      declaration.reportMissing("members", needed: "a list of members")
      return nil
    }
    let name = declaration.name(of: "members")
    guard let items = Self.items(node, name: name, log: log) else { return nil }
    var members: [Member] = []
    var readers: [KeyedReader] = []
    for (number, item) in items.enumerated() {
      guard
        let reader = KeyedReader(item, path: "\(name)[\(number + 1)]", reporting: log.problems),
        let member = Self.member(reader, among: members)
      else { continue }
      members.append(member)
      readers.append(reader)
    }
    if items.isEmpty {
      log.report("'\(name)' is empty. List at least one member.", at: node.location)
    }
    if let limit = DeclaredDimensions.limit(of: axis), items.count > limit {
      log.report(
        "'\(name)' has \(items.count) members, but at most \(limit) are possible.",
        at: node.location,
      )
    }
    guard !members.isEmpty else { return nil }
    let groups = Self.groups(declaration, of: Dimension(axis, members))
    declaration.finish()
    dimension = Dimension(axis, members, groups: groups)
    self.readers = readers
  }

  private static func items(
    _ node: LocatedNode,
    name: String,
    log: InputLog,
  ) -> [LocatedNode]? {
    switch node.content {
    case .sequence(let items):
      return items
    case .mapping:
      guard let reader = KeyedReader(node, path: name, reporting: log.problems) else { return nil }
      let file = reader.value("file", "the path of a table")
      reader.finish()
      guard let file else { return nil }
      let path = log.source.resolve(file.text, beside: file.location.file)
      return log.table(path).map { table in table.writtenRows.map(Self.item) }
    case .scalar:
      log.report(
        "'\(name)' is \(node.kindName), but a list is needed. "
          + "Write '- {code: …, en: …, zh: …}' lines, or {file: table.csv}.",
        at: node.location,
      )
      return nil
    }
  }

  /// The keys of members that hold a list; in a table its items stand in one field.
  private static let listKeys: Set = ["stages", "of", "months"]

  /// A row of a table as the group of keys that could stand in its place.
  private static func item(_ row: CSVRow) -> LocatedNode {
    let entries = row.header.names.indices.filter { !row.isEmpty($0) }.map { column in
      let name = row.header.names[column]
      let place = row.location(column)
      func scalar(_ text: String) -> LocatedNode {
        LocatedNode(.scalar(text: text, isQuoted: false), at: place)
      }
      let value =
        listKeys.contains(name)
        ? LocatedNode(
          .sequence(row[column].split { " ;、|".contains($0) }.map { scalar(String($0)) }),
          at: place,
        )
        : scalar(row[column])
      return LocatedNode.Entry(key: name, location: place, value: value)
    }
    return LocatedNode(.mapping(entries), at: row.location)
  }

  private static func member(_ reader: KeyedReader, among earlier: [Member]) -> Member? {
    let label = LocalizedText(en: reader.optionalText("en"), zh: reader.optionalText("zh"))
    guard let code = reader.value("code", "a short name"),
      code.isCode(reporting: reader.problems)
    else { return nil }
    let hasLabel = label.en != nil || label.zh != nil
    let member = Member(code.text, label: hasLabel ? label.label : nil)
    for name in member.names {
      guard let other = earlier.first(where: { $0.names.contains(name) }) else { continue }
      let what = other.code == member.code ? "code" : "name"
      reader.problems.report(
        "the \(what) '\(name)' is given to two members. Rename one.",
        at: code.location,
      )
      return other.code == member.code ? nil : member
    }
    return member
  }

  private static func groups(_ declaration: KeyedReader, of dimension: Dimension) -> [MemberGroup] {
    guard let groups = declaration.optionalMapping("groups") else { return [] }
    return groups.entries.compactMap { entry in
      let problems = declaration.problems
      if dimension.position(of: entry.key) != nil || entry.key == "other" {
        problems.report(
          "the group '\(entry.key)' has the name of a member. Rename it.",
          at: entry.location,
        )
        return nil
      }
      let members = groups.texts(entry.key)?.compactMap { $0.member(of: dimension, problems) }
      return members.map { MemberGroup(code: entry.key, members: Array(Set($0)).sorted()) }
    }
  }
}

extension LocatedText {
  /// Whether the text can be a code: letters, digits and underscores, in any script.
  ///
  /// - Parameter problems: Takes the problem if it cannot.
  /// - Returns: Whether it can.
  func isCode(reporting problems: ProblemCollector) -> Bool {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    if isPlain, text != "other" { return true }
    problems.report(
      isPlain
        ? "'other' stands for all members that are not named, so it cannot be a code."
          + " Write another."
        : "'\(text)' is no code. Write letters, digits and underscores only.",
      at: location,
    )
    return false
  }

  /// The position of the member of a dimension that the text names.
  ///
  /// - Parameters:
  ///   - dimension: The dimension.
  ///   - problems: Takes the problem if there is no such member.
  /// - Returns: The position, or nil if a problem was reported.
  func member(of dimension: Dimension, _ problems: ProblemCollector) -> Int? {
    if let position = dimension.position(of: text) { return position }
    problems.report(
      "'\(name)' is '\(text)', but there is no such \(dimension.axis.word)."
        + Suggestions.sentence(for: text, in: dimension.names)
        + " Members: \(dimension.listing).",
      at: location,
    )
    return nil
  }
}

extension Member {
  /// The code and the names by which the member can be called.
  var names: [String] { [code, label.english, label.chinese] }
}

extension Dimension {
  /// The codes and names by which members can be called.
  var names: [String] {
    codes + members.flatMap { [$0.label.english, $0.label.chinese] }
  }

  /// The codes in a sentence; long lists are cut.
  var listing: String {
    let shown = codes.prefix(24).joined(separator: ", ")
    return count > 24 ? "\(shown) and \(count - 24) more" : shown
  }
}

extension Axis {
  /// The axis as messages name it.
  var word: String { rawValue.split(separator: "_").joined(separator: " ") }
}

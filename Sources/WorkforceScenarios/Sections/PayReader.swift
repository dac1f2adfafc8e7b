// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the rules that items of pay and roles carry.
struct PayReader {
  let dimensions: Dimensions
  let problems: ProblemCollector

  /// What an item can be paid for.
  static let axesOfItems: [Axis] = [
    .region, .stage, .subject, .sex, .title, .degree, .contract, .channel, .obligation, .location,
    .postGrade, .keySchool, .situation, .role,
  ]
  /// What decides who can hold a role.
  static let axesOfRoles: [Axis] = [.title, .degree, .sex, .contract, .stage]

  /// Reads the items.
  ///
  /// - Parameter list: The members of the dimension with their keys.
  /// - Returns: A rule for each item; what has problems is left out of it.
  func items(_ list: MemberList) -> [PayItem] {
    list.readers.reduce(into: []) { items, keys in
      let timing: PayTiming = choice(keys, "paid") ?? .monthly
      let base = base(keys, timing: timing, after: items)
      items.append(
        PayItem(
          base: base,
          conditions: conditions(keys, among: Self.axesOfItems),
          months: months(keys, timing: timing),
          timing: timing,
          kind: choice(keys, "kind") ?? .pay,
          reckonedAs: situation(keys),
        )
      )
    }
  }

  /// Reads the roles.
  ///
  /// - Parameter list: The members of the dimension with their keys.
  /// - Returns: A rule for each role; what has problems is left out of it.
  func roles(_ list: MemberList) -> [RoleRule] {
    list.readers.map { keys in
      let basis = keys.choice("per", of: RoleBasis.allCases.map(\.rawValue))
        .flatMap(RoleBasis.init(rawValue:))
      return RoleRule(
        basis: basis ?? .perClass,
        conditions: conditions(keys, among: Self.axesOfRoles),
      )
    }
  }

  /// The items whose sum an item is reckoned from; each stands before it.
  private func base(_ keys: KeyedReader, timing: PayTiming, after items: [PayItem]) -> [Int] {
    guard let texts = keys.optionalTexts("of") else { return [] }
    let position = items.count
    if texts.isEmpty { reportEmpty(keys, "of", "item") }
    let codes = dimensions[.item].codes
    var found: [Int] = []
    for text in texts {
      for item in text.members(of: dimensions[.item], problems) {
        if item >= position {
          problems.report(
            "'\(text.name)' is '\(text.text)', "
              + (item == position
                ? "which is the item itself. Name items that are declared before it."
                : "but '\(codes[item])' is declared after '\(codes[position])'. "
                  + "Move '\(codes[item])' up, before '\(codes[position])'."),
            at: text.location,
          )
        } else if found.contains(item) {
          reportTwice(codes[item], keys.name(of: "of"), at: text.location)
        } else if items[item].timing == .onEntry, timing != .onEntry {
          problems.report(
            "'\(text.name)' is '\(text.text)', but '\(codes[item])' is paid once, on entry, and "
              + "'\(codes[position])' would be reckoned from it every month. Leave "
              + "'\(codes[item])' out, or write 'paid: on_entry' for '\(codes[position])'.",
            at: text.location,
          )
        } else {
          found.append(item)
        }
      }
    }
    return found.sorted()
  }

  private func months(_ keys: KeyedReader, timing: PayTiming) -> [Int] {
    guard let texts = keys.optionalTexts("months") else { return [] }
    if timing != .monthly {
      problems.report(
        "'\(keys.name(of: "months"))' is for items that are paid monthly, but 'paid' is "
          + "\(timing.rawValue). Leave out 'months'.",
        at: keys.location(of: "months"),
      )
    }
    if texts.isEmpty { reportEmpty(keys, "months", "month") }
    var found: [Int] = []
    for text in texts {
      guard let month = text.integer(in: 1...12, meaning: "a month", reporting: problems) else {
        continue
      }
      if found.contains(month) {
        reportTwice("\(month)", keys.name(of: "months"), at: text.location)
      } else {
        found.append(month)
      }
    }
    return found.sorted()
  }

  private func situation(_ keys: KeyedReader) -> PaySituation? {
    let situation: PaySituation? = choice(keys, "reckoned_as")
    guard situation != nil, !keys.has("of") else { return situation }
    problems.report(
      "'\(keys.name(of: "reckoned_as"))' says for whom the items under 'of' are reckoned, but "
        + "there is no 'of'. Add it, or leave out 'reckoned_as'.",
      at: keys.location(of: "reckoned_as"),
    )
    return nil
  }

  private func conditions(_ keys: KeyedReader, among axes: [Axis]) -> [PayCondition] {
    guard let who = keys.optionalMapping("who") else { return [] }
    defer { who.finish() }
    return axes.compactMap { axis in
      guard let texts = who.optionalTexts(axis.rawValue) else { return nil }
      if texts.isEmpty { reportEmpty(who, axis.rawValue, axis.word) }
      let members = texts.flatMap { $0.members(of: dimensions[axis], problems) }
      return PayCondition(axis, Set(members).sorted())
    }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ keys: KeyedReader,
    _ key: String,
  ) -> Choice? where Choice.RawValue == String {
    keys.optionalChoice(key, of: Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
  }

  private func reportEmpty(_ keys: KeyedReader, _ key: String, _ word: String) {
    problems.report(
      "'\(keys.name(of: key))' is empty. List at least one \(word), or leave out '\(key)'.",
      at: keys.location(of: key),
    )
  }

  private func reportTwice(_ what: String, _ name: String, at location: SourceLocation) {
    problems.report("'\(what)' stands twice in '\(name)'. Keep one.", at: location)
  }
}

extension LocatedText {
  /// The positions of the members of a dimension that the text names: one member, or a group.
  ///
  /// - Parameters:
  ///   - dimension: The dimension.
  ///   - problems: Takes the problem if there is neither.
  /// - Returns: The positions; none if a problem was reported.
  func members(of dimension: Dimension, _ problems: ProblemCollector) -> [Int] {
    if let position = dimension.position(of: text) { return [position] }
    if let group = dimension.group(text) { return group }
    let codes = dimension.groups.map(\.code)
    problems.report(
      "'\(name)' is '\(text)', but there is no such \(dimension.axis.word)."
        + Suggestions.sentence(for: text, in: dimension.names + codes)
        + " Members: \(dimension.listing)."
        + (codes.isEmpty ? "" : " Groups: \(codes.joined(separator: ", "))."),
      at: location,
    )
    return []
  }
}

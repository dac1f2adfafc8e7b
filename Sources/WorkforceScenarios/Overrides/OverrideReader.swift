// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the entries of `set` and the settings of the command line and applies them.
struct OverrideReader {
  let names: ParameterNames
  let switches: SectionSwitches
  let dimensions: Dimensions
  /// The file of the scenario; what other files set is inherited.
  let file: String
  /// The sections that the command line switches; what files set about one that it switches off is
  /// not used.
  let sectionsOfCommandLine: Set<String>
  let log: InputLog

  private var problems: ProblemCollector { log.problems }

  /// Applies an entry of `set`.
  ///
  /// - Parameters:
  ///   - entry: The key with its value.
  ///   - store: The parameters to change.
  func apply(_ entry: LocatedNode.Entry, to store: inout ParameterStore) {
    let layer = "\(entry.location.file):\(entry.location.line)"
    let text = LocatedText(name: "set", text: entry.key, location: entry.location)
    let lookup = lookup(
      isInherited: entry.location.file != file,
      sectionsSwitchedLater: sectionsOfCommandLine,
    )
    guard let change = change(text, layer: layer, lookup) else { return }
    let name = "set.\(entry.key)"
    guard case .mapping(let keys) = entry.value.content,
      !keys.contains(where: { $0.key == "distribution" })
    else {
      let reader = LeafReader(unit: change.definition.unit, problems: problems)
      let value = entry.value.scalar(named: name)
      if let value, isPercentChange(value, factorAs: { "{scale: \($0)}" }) { return }
      if let leaf = reader.leaf(entry.value, name: name) {
        change.set([(change.target.from, leaf)], in: &store)
      }
      return
    }
    if keys.contains(where: { Self.keysOfFiles.contains($0.key) }) {
      replace(change, entry, name: name, in: &store)
    } else if keys.contains(where: { $0.key == "scale" }) {
      scale(change, entry, name: name, in: &store)
    } else if let values = values(keys, of: change, name: name) {
      change.set(values, in: &store)
    }
  }

  /// Applies a setting `name=value` of the command line.
  ///
  /// - Parameters:
  ///   - target: What stands before the equals sign.
  ///   - value: What stands after it.
  ///   - store: The parameters to change.
  func apply(_ target: LocatedText, value: LocatedText, to store: inout ParameterStore) {
    let lookup = lookup(isInherited: false, sectionsSwitchedLater: [])
    guard let change = change(target, layer: target.location.file, lookup) else { return }
    let from = change.target.from
    if value.text.hasPrefix("*") {
      var factor = value
      factor.text = String(value.text.dropFirst())
      if let number = factor.number(in: factors, meaning: "a factor", reporting: problems) {
        change.scale(by: number, from: from, in: &store)
      }
    } else if !isPercentChange(value, factorAs: { "*\($0)" }),
      let leaf = leaf(value, unit: change.definition.unit)
    {
      change.set([(from, leaf)], in: &store)
    }
  }

  /// The value of a setting: a number, or a distribution written as in a file.
  private func leaf(_ value: LocatedText, unit: Unit) -> ParameterLeaf? {
    let reader = LeafReader(unit: unit, problems: problems)
    guard value.text.hasPrefix("{") else { return reader.leaf(value) }
    guard let node = YAMLReader.read(value, reporting: problems) else { return nil }
    if case .mapping(let keys) = node.content,
      keys.contains(where: { Self.keysOfFiles.contains($0.key) })
    {
      problems.report(
        "'\(value.name)' is given by keys of a parameter file, which the command line does not "
          + "take. Write them under 'set' in the scenario file.",
        at: value.location,
      )
      return nil
    }
    return reader.leaf(node, name: value.name)
  }

  /// The keys of which at least one stands in everything that is as in a parameter file.
  private static let keysOfFiles = ["values", "table", "by", "unit"]

  /// Reports a change in per cent, such as `+20%`, for which a factor is written.
  private func isPercentChange(_ value: LocatedText, factorAs form: (String) -> String) -> Bool {
    guard let change = NumberGrammar.percentChange(value.text) else { return false }
    problems.report(
      "'\(value.name)' is '\(value.text)', not a number. Write \(form(change.factor)) for "
        + "\(change.percent) % \(change.isRise ? "more" : "less"), or \(change.share) for the "
        + "share \(change.isRise ? "" : "-")\(change.percent) %.",
      at: value.location,
    )
    return true
  }

  private var factors: ClosedRange<Double> { Unit.factor.range }

  private func lookup(isInherited: Bool, sectionsSwitchedLater: Set<String>) -> OverrideLookup {
    OverrideLookup(
      names: names,
      switches: switches,
      dimensions: dimensions,
      isInherited: isInherited,
      sectionsSwitchedLater: sectionsSwitchedLater,
      problems: problems,
    )
  }

  /// The change of a parameter that may be overridden here.
  private func change(
    _ text: LocatedText,
    layer: String,
    _ lookup: OverrideLookup,
  ) -> OverrideChange? {
    guard let target = OverrideTarget(text, dimensions: dimensions, problems) else { return nil }
    return lookup.definition(of: target, at: text.location).map {
      OverrideChange(
        target: target,
        definition: $0,
        location: text.location,
        layer: layer,
        dimensions: dimensions,
        problems: problems,
      )
    }
  }

  // MARK: - Forms

  /// Everything, as in a parameter file.
  private func replace(
    _ change: OverrideChange,
    _ entry: LocatedNode.Entry,
    name: String,
    in store: inout ParameterStore,
  ) {
    let target = change.target
    guard target.members.isEmpty, target.from == nil else {
      problems.report(
        "'\(entry.key)' gives all values, so it names no members and no date. "
          + "Write '\(target.name)'.",
        at: entry.location,
      )
      return
    }
    let parameter = ParameterReader(dimensions: dimensions, log: log).parameter(
      target.name,
      change.definition,
      entry.value,
      path: name,
      layer: change.layer,
    )
    if let parameter { store.put(parameter, at: entry.location) }
  }

  /// A factor, from a date on or always: `{scale: 1.3, from: 2026-09-01}`.
  private func scale(
    _ change: OverrideChange,
    _ entry: LocatedNode.Entry,
    name: String,
    in store: inout ParameterStore,
  ) {
    guard let keys = KeyedReader(entry.value, path: name, reporting: problems) else { return }
    let factor = keys.number("scale", in: factors, meaning: "a factor")
    let text = keys.optionalValue("from", "a date")
    keys.finish()
    let from = text?.valueDate(reporting: problems)
    guard let factor, text == nil || from != nil else { return }
    change.scale(by: factor, from: from ?? change.target.from, in: &store)
  }

  /// Values from dates on: `{2026-09-01: 0.02, 2030-09-01: 0.01}`.
  private func values(
    _ keys: [LocatedNode.Entry],
    of change: OverrideChange,
    name: String,
  ) -> [OverrideChange.DatedLeaf]? {
    let reader = LeafReader(unit: change.definition.unit, problems: problems)
    let before = problems.count
    var values: [OverrideChange.DatedLeaf] = []
    for key in keys {
      guard CalendarDate(key.key) != nil else {
        problems.report(
          "'\(name)' has the key '\(key.key)'. Write a number, dates with values, "
            + "{scale: 1.3, from: 2026-09-01}, or all keys of a parameter file; "
            + "single members are changed by \(change.target.name)[axis:member].",
          at: key.location,
        )
        return nil
      }
      let text = LocatedText(name: name, text: key.key, location: key.location)
      guard let date = text.valueDate(reporting: problems),
        let leaf = reader.leaf(key.value, name: "\(name).\(key.key)")
      else { continue }
      if let last = values.last?.from, date <= last {
        problems.report(
          "\(key.key) does not come after \(last)-01. Put the dates in ascending order.",
          at: key.location,
        )
      }
      values.append((date, leaf))
    }
    if keys.isEmpty {
      problems.report(
        "'\(name)' is empty. Write a number, or dates with values.",
        at: change.location,
      )
    }
    return problems.count == before && !values.isEmpty ? values : nil
  }
}

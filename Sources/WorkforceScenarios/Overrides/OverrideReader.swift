// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Applies the entries of `set` and the settings of the command line to the parameters.
struct OverrideReader {
  let names: ParameterNames
  let switches: SectionSwitches
  let dimensions: Dimensions
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
    guard let target = OverrideTarget(text, dimensions: dimensions, problems),
      let definition = definition(of: target, written: text)
    else { return }
    let name = "set.\(entry.key)"
    guard case .mapping(let keys) = entry.value.content else {
      let reader = LeafReader(unit: definition.unit, problems: problems)
      guard let leaf = reader.leaf(entry.value, name: name) else { return }
      set([(target.from, leaf)], target, definition, at: entry.location, layer, in: &store)
      return
    }
    if keys.contains(where: { ["values", "table", "by", "unit"].contains($0.key) }) {
      replace(target, definition, entry, name: name, layer: layer, in: &store)
    } else if keys.contains(where: { $0.key == "scale" }) {
      guard let reader = KeyedReader(entry.value, path: name, reporting: problems) else { return }
      let factor = reader.number("scale", in: 0...1e6, meaning: "a factor")
      let from = reader.optionalValue("from", "a date").map { $0.valueDate(reporting: problems) }
      reader.finish()
      guard let factor else { return }
      if case .some(nil) = from { return }
      scale(
        factor,
        from: (from ?? nil) ?? target.from,
        target,
        definition,
        at: entry.location,
        layer,
        in: &store,
      )
    } else {
      setDates(keys, target, definition, entry, name: name, layer: layer, in: &store)
    }
  }

  /// Applies a setting `name=value` of the command line.
  ///
  /// - Parameters:
  ///   - target: What stands before the equals sign.
  ///   - value: What stands after it.
  ///   - store: The parameters to change.
  func apply(_ target: LocatedText, value: LocatedText, to store: inout ParameterStore) {
    let layer = target.location.file
    guard let parsed = OverrideTarget(target, dimensions: dimensions, problems),
      let definition = definition(of: parsed, written: target)
    else { return }
    if value.text.hasPrefix("*") {
      var factor = value
      factor.text = String(value.text.dropFirst())
      guard
        let number = factor.number(in: 0...1e6, meaning: "a factor", reporting: problems)
      else { return }
      scale(number, from: parsed.from, parsed, definition, at: target.location, layer, in: &store)
    } else if let leaf = LeafReader(unit: definition.unit, problems: problems).leaf(value) {
      set([(parsed.from, leaf)], parsed, definition, at: target.location, layer, in: &store)
    }
  }

  // MARK: - What is changed

  /// The definition of a parameter that may be overridden here.
  private func definition(
    of target: OverrideTarget,
    written text: LocatedText,
  ) -> ParameterDefinition? {
    switch names.match(target.name) {
    case .known(let definition):
      guard switches.runs(definition.section) else {
        problems.report(sectionIsOff(target.name, definition.section), at: text.location)
        return nil
      }
      for (axis, _) in target.members where !definition.axes.contains(axis) {
        let allowed = definition.axes.map(\.rawValue).joined(separator: ", ")
        problems.report(
          "\(target.name) cannot depend on '\(axis.rawValue)'."
            + (allowed.isEmpty ? " It is one value for all." : " Allowed: \(allowed)."),
          at: text.location,
        )
        return nil
      }
      return definition
    case .undeclared(let axis, let code):
      problems.report(
        "'\(target.name)' needs the \(axis.word) '\(code)', which the scenario does not declare."
          + names.suggestion(for: target.name)
          + " Members: \(dimensions[axis].listing).",
        at: text.location,
      )
    case .unknown:
      let suggestion = names.suggestion(for: target.name)
      let isSwitch = Switches.names.contains(target.name)
      problems.report(
        "there is no parameter '\(target.name)'."
          + (isSwitch ? " It is a key of the scenario: write it outside 'set'." : suggestion)
          + (isSwitch ? "" : " 'workforce schema' lists all names."),
        at: text.location,
      )
    }
    return nil
  }

  private func sectionIsOff(_ name: String, _ section: String) -> String {
    section == "population"
      ? "'\(name)' has no effect, because the opening stock is read from a roster. Remove it."
      : "'\(name)' has no effect, because the section '\(section)' is off. Switch it on, or "
        + "remove this line."
  }

  /// The parameter to change: the one in force, or the standard value.
  private func base(
    _ target: OverrideTarget,
    _ definition: ParameterDefinition,
    _ store: ParameterStore,
  ) -> Parameter? {
    store.parameters[target.name]
      ?? definition.standard.map { definition.standardParameter(target.name, $0) }
  }

  // MARK: - Forms

  private func replace(
    _ target: OverrideTarget,
    _ definition: ParameterDefinition,
    _ entry: LocatedNode.Entry,
    name: String,
    layer: String,
    in store: inout ParameterStore,
  ) {
    guard target.members.isEmpty, target.from == nil else {
      problems.report(
        "'\(entry.key)' gives all values, so it names no members and no date. "
          + "Write '\(target.name)'.",
        at: entry.location,
      )
      return
    }
    let reader = ParameterReader(dimensions: dimensions, log: log)
    let parameter = reader.parameter(
      target.name,
      definition,
      entry.value,
      path: name,
      layer: layer,
    )
    if let parameter { store.put(parameter, at: entry.location) }
  }

  private func setDates(
    _ keys: [LocatedNode.Entry],
    _ target: OverrideTarget,
    _ definition: ParameterDefinition,
    _ entry: LocatedNode.Entry,
    name: String,
    layer: String,
    in store: inout ParameterStore,
  ) {
    let reader = LeafReader(unit: definition.unit, problems: problems)
    if keys.contains(where: { $0.key == "distribution" }) {
      guard let leaf = reader.leaf(entry.value, name: name) else { return }
      set([(target.from, leaf)], target, definition, at: entry.location, layer, in: &store)
      return
    }
    let before = problems.count
    var values: [(Month?, ParameterLeaf)] = []
    for key in keys {
      guard CalendarDate(key.key) != nil else {
        problems.report(
          "'\(name)' has the key '\(key.key)'. Write a number, dates with values, "
            + "{scale: 1.3, from: 2026-09-01}, or all keys of a parameter file; "
            + "single members are changed by \(target.name)[axis:member].",
          at: key.location,
        )
        return
      }
      let text = LocatedText(name: name, text: key.key, location: key.location)
      guard let date = text.valueDate(reporting: problems),
        let leaf = reader.leaf(key.value, name: "\(name).\(key.key)")
      else { continue }
      if let last = values.last?.0, date <= last {
        problems.report(
          "\(key.key) does not come after \(last)-01. Put the dates in ascending order.",
          at: key.location,
        )
      }
      values.append((date, leaf))
    }
    guard problems.count == before, !values.isEmpty else { return }
    set(values, target, definition, at: entry.location, layer, in: &store)
  }

  /// Sets values from dates on; without a date, at all dates.
  private func set(
    _ values: [(from: Month?, leaf: ParameterLeaf)],
    _ target: OverrideTarget,
    _ definition: ParameterDefinition,
    at location: SourceLocation,
    _ layer: String,
    in store: inout ParameterStore,
  ) {
    let first = values.first?.from ?? ParameterDefinition.always
    guard
      let start = base(target, definition, store)
        ?? (target.members.isEmpty
          ? Parameter(
            name: target.name,
            unit: definition.unit,
            dated: [DatedValues(from: first, leaves: [values[0].leaf])],
            origin: ParameterOrigin(description: definition.summary, confidence: .assumed),
          )
          : nil)
    else {
      reportNoBase(target, at: location)
      return
    }
    var edit = ParameterEdit(start, dimensions: dimensions)
    guard mayNarrow(start, target, at: location) else { return }
    edit.settleFactors()
    edit.widen(to: target.members.map(\.axis))
    for (position, value) in values.enumerated() {
      guard let date = value.from else {
        if target.members.isEmpty {
          edit.fix(value.leaf)
        } else {
          edit.change(target.members, at: { _ in true }, { _ in value.leaf })
        }
        continue
      }
      let next = position + 1 < values.count ? values[position + 1].from : nil
      if target.members.isEmpty {
        edit.restart(from: date, with: value.leaf)
      } else if edit.split(at: date) {
        edit.change(
          target.members,
          at: { from in from >= date && next.map { from < $0 } ?? true },
          { _ in value.leaf },
        )
      } else {
        reportNoBase(target, at: location)
        return
      }
    }
    finish(edit, definition, at: location, layer, in: &store)
  }

  private func scale(
    _ factor: Double,
    from date: Month?,
    _ target: OverrideTarget,
    _ definition: ParameterDefinition,
    at location: SourceLocation,
    _ layer: String,
    in store: inout ParameterStore,
  ) {
    guard definition.unit != .month else {
      problems.report(
        "\(target.name) is a month and cannot be scaled. Write a month.",
        at: location,
      )
      return
    }
    guard let start = base(target, definition, store) else {
      reportNoBase(target, at: location)
      return
    }
    guard mayNarrow(start, target, at: location) else { return }
    var edit = ParameterEdit(start, dimensions: dimensions)
    if target.members.isEmpty {
      if definition.addsUpAlong != nil, factor != 1 {
        problems.report(
          "the shares of \(target.name) add up to 1, so they cannot all be scaled. "
            + "Write the values.",
          at: location,
        )
        return
      }
      edit.adjust(by: factor, from: date)
    } else {
      edit.widen(to: target.members.map(\.axis))
      if let date, !edit.split(at: date) {
        reportNoBase(target, at: location)
        return
      }
      let unit = definition.unit
      edit.change(
        target.members,
        at: { from in date.map { $0 <= from } ?? true },
        { $0.scaled(by: factor, unit: unit) },
      )
    }
    finish(edit, definition, at: location, layer, in: &store)
  }

  private func mayNarrow(
    _ parameter: Parameter,
    _ target: OverrideTarget,
    at location: SourceLocation,
  ) -> Bool {
    guard parameter.covariance != nil, !target.members.isEmpty else { return true }
    problems.report(
      "the values of \(target.name) are drawn together from a covariance, so single members "
        + "cannot be changed. Write all values.",
      at: location,
    )
    return false
  }

  private func reportNoBase(_ target: OverrideTarget, at location: SourceLocation) {
    problems.report(
      "\(target.name) has no value here that could be changed. Write {by: …, values: …} with all "
        + "keys of a parameter file.",
      at: location,
    )
  }

  private func finish(
    _ edit: ParameterEdit,
    _ definition: ParameterDefinition,
    at location: SourceLocation,
    _ layer: String,
    in store: inout ParameterStore,
  ) {
    var edit = edit
    edit.sign(layer, confidence: .assumed)
    let parameter = edit.parameter
    let before = problems.count
    for dated in parameter.dated {
      for case .drawn(let distribution) in dated.leaves where distribution.problem != nil {
        problems.report(
          "\(parameter.name): \(distribution.problem ?? "").",
          at: location,
        )
        return
      }
      ShareSums.check(
        dated.leaves,
        axes: parameter.axes,
        definition: definition,
        dimensions: dimensions,
        "\(parameter.name)\(dated.since)",
        at: location,
        problems,
      )
      if problems.count > before { return }
    }
    store.replace(parameter, at: location)
  }
}

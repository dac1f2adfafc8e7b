// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the published figures that the model is held against.
struct TargetReader {
  let dimensions: Dimensions
  let switches: SectionSwitches
  let log: InputLog

  /// Reads the file that the key `targets` names.
  ///
  /// - Parameter root: The keys of the scenario.
  /// - Returns: The targets; none if the scenario has no such key or it is `off`.
  func targets(_ root: KeyedReader) -> [Target] {
    guard let file = root.optionalValue("targets", "the path of a file with targets"),
      file.text != "off"
    else { return [] }
    let path = log.source.resolve(file.text, beside: file.location.file)
    guard let node = log.yaml(path), let keys = KeyedReader(node, reporting: log.problems),
      let items = keys.mappings("targets")
    else { return [] }
    keys.finish()
    // With the tables of pay, so that one that pay would fill is told from one that does not exist.
    let layout = RecordLayout(dimensions, pay: CostTables.tables(dimensions))
    var names: Set<String> = []
    return items.compactMap { item in
      let target = target(item, layout)
      if let target, !names.insert(target.name).inserted {
        log.report(
          "the name '\(target.name)' is given to two targets. Rename one.",
          at: item.location(of: "name"),
        )
      }
      return target
    }
  }

  private func target(_ keys: KeyedReader, _ layout: RecordLayout) -> Target? {
    let name = keys.text("name")
    let label = keys.optionalLocalizedText("label")?.label
    let published = keys.number("published")
    let unit = keys.text("unit")
    let kind = keys.choice("kind", of: TargetKind.allCases.map(\.rawValue))
      .flatMap(TargetKind.init(rawValue:))
    let tableName = keys.choice("table", of: layout.tables.map(\.name))
    if let tableName { reportMissingPay(keys, tableName) }
    let members = members(keys, tableName.flatMap { layout[$0] })
    let years = years(keys)
    let overYears = keys.optionalChoice("over_years", of: TargetYears.allCases.map(\.rawValue))
      .flatMap(TargetYears.init(rawValue:))
    let tolerance = keys.optionalNumber("tolerance", in: 0...1, meaning: "a relative distance")
    let reading = keys.optionalLocalizedText("reading")?.label
    let references =
      keys.node("references") == nil
      ? [] : ReferenceReader(problems: log.problems).references(keys, supporting: [])
    keys.finish()
    guard let name, let published, let unit, let kind, let tableName, let years else { return nil }
    return Target(
      name: name,
      label: label ?? WorkforceSim.LocalizedText(name),
      published: published,
      unit: unit,
      kind: kind,
      table: tableName,
      keys: members,
      years: years,
      overYears: overYears ?? .sum,
      tolerance: tolerance ?? 0.05,
      reading: reading ?? WorkforceSim.LocalizedText(""),
      references: references,
    )
  }

  private func years(_ keys: KeyedReader) -> ClosedRange<Int>? {
    guard let years = keys.mapping("years") else { return nil }
    let range = years.firstAndLastYear()
    years.finish()
    return range
  }

  private func reportMissingPay(_ keys: KeyedReader, _ table: String) {
    guard switches.pay == nil, CostTables.tables(dimensions).contains(where: { $0.name == table })
    else { return }
    log.report(
      "'\(keys.name(of: "table"))' is \(table), but the section 'pay' is off. "
        + "Switch it on, or leave the target out.",
      at: keys.location(of: "table"),
    )
  }

  /// Different measures of a table must not be added up.
  private func reportMeasure(of table: TableLayout, at location: SourceLocation) {
    let codes = table.keys.filter { $0.name == "measure" }.flatMap { $0.members.map(\.code) }
    log.report(
      "the table '\(table.name)' holds several measures. "
        + "Write which one under 'where': measure: \(codes.joined(separator: " | ")).",
      at: location,
    )
  }

  /// The members of each key that are added up, as codes.
  private func members(_ keys: KeyedReader, _ table: TableLayout?) -> [String: [String]] {
    guard let table else { return [:] }
    let hasMeasures = table.keys.contains { $0.name == "measure" }
    guard let choice = keys.optionalMapping("where") else {
      if hasMeasures { reportMeasure(of: table, at: keys.location(of: "table")) }
      return [:]
    }
    var result: [String: [String]] = [:]
    for key in table.keys {
      guard let node = choice.node(key.name) else { continue }
      let name = choice.name(of: key.name)
      let texts: [LocatedText]
      if let one = node.scalar(named: name) {
        texts = [one]
      } else {
        texts = choice.optionalTexts(key.name) ?? []
      }
      result[key.name] = texts.compactMap { text in
        let member = key.members.first {
          [$0.code, $0.label.english, $0.label.chinese].contains(text.text)
        }
        if member == nil {
          let codes = key.members.map(\.code)
          log.report(
            "'\(name)' is '\(text.text)', but the table '\(table.name)' has no such \(key.name)."
              + Suggestions.sentence(for: text.text, in: codes)
              + " Members: \(codes.joined(separator: ", ")).",
            at: text.location,
          )
        }
        return member?.code
      }
    }
    choice.finish()
    if hasMeasures, result["measure"] == nil {
      reportMeasure(of: table, at: keys.location(of: "where"))
    }
    return result
  }
}

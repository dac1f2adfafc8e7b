// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads one parameter with everything that a parameter file says.
struct ParameterReader {
  let dimensions: Dimensions
  let log: InputLog

  private var problems: ProblemCollector { log.problems }

  /// Reads a parameter.
  ///
  /// - Parameters:
  ///   - name: The dotted name.
  ///   - definition: What the model expects.
  ///   - node: The keys.
  ///   - path: The path of keys to the node, empty for a file.
  ///   - layer: Where the values come from, for people.
  /// - Returns: The parameter, or nil if a problem was reported.
  func parameter(
    _ name: String,
    _ definition: ParameterDefinition,
    _ node: LocatedNode,
    path: String = "",
    layer: String,
  ) -> Parameter? {
    guard let keys = KeyedReader(node, path: path, reporting: problems) else { return nil }
    let before = problems.count
    let description = keys.localizedText("description")?.label
    checkUnit(keys, definition, name)
    let axes = axes(keys, definition, name)
    let dated = axes.flatMap { values(keys, definition, $0) }
    let confidence = keys.choice("confidence", of: Confidence.allCases.map(\.rawValue))
      .flatMap(Confidence.init(rawValue:))
    let references = ReferenceReader(problems: problems)
      .references(keys, supporting: dated?.map(\.from) ?? [])
    if confidence == .published, !references.isEmpty, references.allSatisfy(\.isAssumption) {
      problems.report(
        "'\(keys.name(of: "confidence"))' is published, but no reference names a publication. "
          + "Add {title: …}, or write derived or assumed.",
        at: keys.location(of: "confidence"),
      )
    }
    let afterLast = afterLastValue(keys)
    let uncertainty = uncertainty(keys, definition)
    let size = axes.map { $0.reduce(1) { $0 * dimensions.count($1) } } ?? 0
    let covariance = CovarianceReader(problems: problems).covariance(keys, size: size)
    keys.finish(allowed: ["otherwise", "values", "table", "from"])
    guard problems.count == before, let axes, let dated, let confidence else { return nil }
    return Parameter(
      name: name,
      unit: definition.unit,
      axes: axes,
      shape: axes.map { dimensions.count($0) },
      dated: dated,
      afterLast: afterLast,
      uncertainty: uncertainty,
      covariance: covariance,
      origin: ParameterOrigin(
        description: description ?? definition.summary,
        confidence: confidence,
        references: references,
        layers: [layer],
      ),
    )
  }

  private func checkUnit(_ keys: KeyedReader, _ definition: ParameterDefinition, _ name: String) {
    guard let unit = keys.value("unit", "the unit: \(definition.unit.rawValue)"),
      unit.text != definition.unit.rawValue
    else { return }
    problems.report(
      "'\(unit.name)' is '\(unit.text)', but \(name) is given in another unit. "
        + "Write \(definition.unit.rawValue).",
      at: unit.location,
    )
  }

  private func axes(
    _ keys: KeyedReader,
    _ definition: ParameterDefinition,
    _ name: String,
  ) -> [Axis]? {
    let before = problems.count
    var axes: [Axis] = []
    for text in keys.optionalTexts("by") ?? [] {
      let allowed = definition.axes.map(\.rawValue)
      guard let axis = Axis(rawValue: text.text), definition.axes.contains(axis) else {
        problems.report(
          "\(name) cannot depend on '\(text.text)'."
            + Suggestions.sentence(for: text.text, in: allowed)
            + (allowed.isEmpty
              ? " It is one value: leave out 'by'."
              : " Allowed: \(allowed.joined(separator: ", "))."),
          at: text.location,
        )
        continue
      }
      if axes.contains(axis) {
        problems.report("'\(text.text)' stands twice in 'by'. Keep one.", at: text.location)
      } else {
        axes.append(axis)
      }
    }
    let size = axes.reduce(1.0) { $0 * Double(dimensions.count($1)) }
    if size > Double(ValueGrid.limit) {
      problems.report(
        "'by' asks for \(size.exactText) values at each date, but at most "
          + "\(ValueGrid.limit) are possible. Leave out an axis.",
        at: keys.location(of: "by"),
      )
    }
    if let axis = definition.addsUpAlong, !axes.contains(axis), dimensions.count(axis) > 1 {
      problems.report(
        "the shares of \(name) must add up to 1 over \(dimensions.count(axis)) members of "
          + "'\(axis.rawValue)', so it depends on them. Add '\(axis.rawValue)' to 'by'.",
        at: keys.location(of: "by"),
      )
    }
    return problems.count == before ? axes : nil
  }

  private func values(
    _ keys: KeyedReader,
    _ definition: ParameterDefinition,
    _ axes: [Axis],
  ) -> [DatedValues]? {
    let leaves = LeafReader(unit: definition.unit, problems: problems)
    let before = problems.count
    let otherwise = keys.node("otherwise").flatMap {
      leaves.leaf($0, name: keys.name(of: "otherwise"))
    }
    guard problems.count == before else { return nil }
    let reader = ValueReader(
      definition: definition,
      axes: axes,
      dimensions: dimensions,
      log: log,
      otherwise: otherwise,
    )
    let table = keys.optionalValue("table", "the path of a table")
    let from = keys.optionalValue("from", "a date")
    guard let table else {
      guard let node = keys.node("values") else {
        keys.reportMissing("values", needed: "values by date, or 'table' with a CSV file")
        return nil
      }
      if let from {
        problems.report(
          "'from' is for a table; 'values' has dates. Leave it out.",
          at: from.location,
        )
      }
      return reader.values(node, name: keys.name(of: "values"))
    }
    if keys.node("values") != nil {
      problems.report(
        "the values stand in 'values' and in 'table'. Keep one.",
        at: keys.location(of: "table"),
      )
    }
    let date = from.map { $0.valueDate(reporting: problems) }
    if case .some(nil) = date { return nil }
    return reader.table(
      log.source.resolve(table.text, beside: table.location.file),
      from: date ?? nil,
    )
  }

  private func uncertainty(_ keys: KeyedReader, _ definition: ParameterDefinition) -> Distribution?
  {
    guard let node = keys.node("uncertainty") else { return nil }
    let name = keys.name(of: "uncertainty")
    let leaves = LeafReader(unit: .factor, problems: problems)
    guard case .some(.drawn(let distribution)) = leaves.leaf(node, name: name) else {
      if node.scalar(named: name) != nil {
        problems.report(
          "'\(name)' is one number, but a distribution is needed. "
            + "Write {distribution: lognormal, mean: 1, sd: 0.1}.",
          at: node.location,
        )
      }
      return nil
    }
    return distribution
  }

  private func afterLastValue(_ keys: KeyedReader) -> AfterLastValue {
    guard let node = keys.node("afterLastValue") else { return .hold }
    let name = keys.name(of: "afterLastValue")
    if node.scalar(named: name)?.text == "hold" { return .hold }
    guard case .mapping = node.content,
      let rule = KeyedReader(node, path: name, reporting: problems)
    else {
      problems.report(
        "'\(name)' is \(node.scalar(named: name).map { "'\($0.text)'" } ?? node.kindName). "
          + "Write hold, {trend: -0.03} or {index: other.parameter}.",
        at: node.location,
      )
      return .hold
    }
    defer { rule.finish() }
    if let index = rule.optionalText("index") { return .index(parameter: index) }
    let range = Unit.changePerYear.range
    return rule.number("trend", in: range, meaning: Unit.changePerYear.meaning)
      .map { .trend(changePerYear: $0) } ?? .hold
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Where two parameters of one name differ, with their values from the first date on at which they do.
struct ParameterDifference {
  /// What differs, and how it is in either scenario.
  struct Row: Hashable {
    let what: LocalizedText
    let first: LocalizedText
    let second: LocalizedText
  }

  /// A value and the date from which it holds.
  private struct Step: Hashable {
    let from: Month
    let leaf: ParameterLeaf
  }

  private static let mostRows = 6
  private static let mostSteps = 3
  private static let mostNames = 3

  private let first: Parameter
  private let second: Parameter
  private let dimensions: (Dimensions, Dimensions)
  private let dash: String

  /// Prepares the comparison.
  ///
  /// - Parameters:
  ///   - first: The parameter of the first scenario.
  ///   - second: That of the second.
  ///   - dimensions: The dimensions of the two scenarios.
  ///   - dash: The sign between the ends of a band.
  init(_ first: Parameter, _ second: Parameter, dimensions: (Dimensions, Dimensions), dash: String)
  {
    self.first = first
    self.second = second
    self.dimensions = dimensions
    self.dash = dash
  }

  /// The rows; none if the parameters are the same in all members that both scenarios have.
  var rows: [Row] {
    let axes = first.axes + second.axes.filter { !first.axes.contains($0) }
    let haveCommonMembers = axes.allSatisfy { axis in
      dimensions.0[axis].codes.contains { dimensions.1[axis].codes.contains($0) }
    }
    return (haveCommonMembers ? valueRows(by: axes) : [otherMembers]) + ruleRows
  }

  // MARK: - Values

  /// Members that differ alike stand in one row; it names none of them if it holds for all.
  private func valueRows(by axes: [Axis]) -> [Row] {
    let shape = axes.map { dimensions.0.count($0) }
    let leaves = leaves(by: axes, shape)
    let all = ParameterRows(axes: axes, shape: shape) { areAlike(leaves[$0], leaves[$1]) }
    let common = all.rows.filter { !leaves[$0.leaf].contains(nil) }
    var labels: [[LocalizedText]: [LocalizedText]] = [:]
    var order: [[LocalizedText]] = []
    for row in common {
      guard let texts = differentTexts(leaves[row.leaf].compactMap(\.self)) else { continue }
      if labels[texts] == nil { order.append(texts) }
      labels[texts, default: []].append(all.label(of: row, in: dimensions.0, dash: dash))
    }
    let rows = order.map { texts in
      let names = labels[texts] ?? []
      return Row(
        what: what(names.count == common.count ? [] : names),
        first: texts[0],
        second: texts[1],
      )
    }
    return bounded(rows)
  }

  /// Whether both parameters have the same values in two places of a layout.
  private func areAlike(_ one: [Int?], _ other: [Int?]) -> Bool {
    zip([first, second], zip(one, other)).allSatisfy { parameter, places in
      places.0 == places.1
        || parameter.dated.allSatisfy { Self.leaf($0, places.0) == Self.leaf($0, places.1) }
    }
  }

  /// The values of both parameters since they differ; `nil` if they never do.
  private func differentTexts(_ leaves: [Int]) -> [LocalizedText]? {
    let steps = zip([first, second], leaves).map { Self.steps(of: $0, at: $1) }
    return Self.firstDifference(steps[0], steps[1]).map { date in
      steps.map { text($0, since: date) }
    }
  }

  private func bounded(_ rows: [Row]) -> [Row] {
    let rest = rows.count - Self.mostRows
    guard rest > 0 else { return rows }
    return rows.prefix(Self.mostRows) + [
      Row(what: what([Phrase.more(rest)]), first: LocalizedText(""), second: LocalizedText(""))
    ]
  }

  /// For each leaf of a layout by the first scenario's members, the leaves of the two parameters, which
  /// may depend on less; `nil` where the second scenario does not have a member.
  private func leaves(by axes: [Axis], _ shape: [Int]) -> [[Int?]] {
    let others = axes.map { axis in
      let codes = dimensions.1[axis].codes
      return dimensions.0[axis].codes.map { codes.firstIndex(of: $0) }
    }
    return (0..<shape.reduce(1, *)).map { leaf in
      var rest = leaf
      var positions: [Axis: (Int?, Int?)] = [:]
      for place in axes.indices.reversed() {
        let position = rest % shape[place]
        rest /= shape[place]
        positions[axes[place]] = (position, others[place][position])
      }
      return [
        Self.leaf(of: first) { positions[$0]?.0 }, Self.leaf(of: second) { positions[$0]?.1 },
      ]
    }
  }

  /// Where the value of members stands; `nil` if one of them is missing.
  private static func leaf(of parameter: Parameter, _ position: (Axis) -> Int?) -> Int? {
    var leaf = 0
    for (axis, size) in zip(parameter.axes, parameter.shape) {
      guard let position = position(axis) else { return nil }
      leaf = leaf * size + position
    }
    return leaf
  }

  private static func leaf(_ values: DatedValues, _ place: Int?) -> ParameterLeaf? {
    place.map { values.leaves[$0] }
  }

  /// The values of a leaf over time; one that does not change goes on.
  private static func steps(of parameter: Parameter, at leaf: Int) -> [Step] {
    parameter.dated.reduce(into: []) { steps, values in
      if steps.last?.leaf != values.leaves[leaf] {
        steps.append(Step(from: values.from, leaf: values.leaves[leaf]))
      }
    }
  }

  /// The first date at which both have a value and not the same one.
  private static func firstDifference(_ first: [Step], _ second: [Step]) -> Month? {
    Set((first + second).map(\.from)).sorted().first { date in
      let values = [first, second].map { steps in steps.last { $0.from <= date }?.leaf }
      return !values.contains(nil) && values[0] != values[1]
    }
  }

  /// The value that is in force at a date and those that follow it.
  private func text(_ steps: [Step], since date: Month) -> LocalizedText {
    let start = steps.lastIndex { $0.from <= date } ?? 0
    let shown = steps[start...].prefix(Self.mostSteps).map { step in
      let value = ParameterText.leaf(step.leaf, unit: first.unit)
      return step.from == ParameterDefinition.always ? value : Phrase.value(value, from: step.from)
    }
    let rest = steps.count - start - shown.count
    return Phrase.clauses(shown + (rest > 0 ? [Phrase.more(rest)] : []))
  }

  private func what(_ names: [LocalizedText]) -> LocalizedText {
    guard !names.isEmpty else { return LocalizedText(first.name) }
    let rest = names.count - Self.mostNames
    return Phrase.fact(
      LocalizedText(first.name),
      Phrase.list(names.prefix(Self.mostNames) + (rest > 0 ? [Phrase.more(rest)] : [])),
    )
  }

  /// Without members that both scenarios have there is nothing to hold side by side but the ranges.
  private var otherMembers: Row {
    let texts = [first, second].map { parameter in
      Phrase.values(
        ParameterText.range(of: parameter),
        by: parameter.axes.map { Phrase.name(of: $0) },
      )
    }
    return Row(what: what([]), first: texts[0], second: texts[1])
  }

  // MARK: - Rules

  private var ruleRows: [Row] {
    var rows: [Row] = []
    if first.adjustments != second.adjustments {
      rows.append(
        row(Phrase.scaled) {
          $0.adjustments.isEmpty ? LocalizedText("× 1") : Phrase.clauses($0.adjustments.map(text))
        }
      )
    }
    if first.afterLast != second.afterLast {
      rows.append(row(Phrase.afterLastValue) { ParameterText.afterLast($0.afterLast) })
    }
    if first.uncertainty != second.uncertainty {
      rows.append(
        row(Phrase.uncertainFactor) {
          $0.uncertainty.map(ParameterText.describe) ?? LocalizedText(dash)
        }
      )
    }
    if first.covariance != second.covariance {
      rows.append(row(Phrase.drawnTogether) { $0.covariance == nil ? Phrase.no : Phrase.yes })
    }
    return rows
  }

  private func row(_ rule: LocalizedText, _ text: (Parameter) -> LocalizedText) -> Row {
    Row(what: what([rule]), first: text(first), second: text(second))
  }

  private func text(_ adjustment: ParameterAdjustment) -> LocalizedText {
    let factor = LocalizedText("× \(ParameterText.plain(adjustment.factor))")
    return adjustment.from.map { Phrase.value(factor, from: $0) } ?? factor
  }
}

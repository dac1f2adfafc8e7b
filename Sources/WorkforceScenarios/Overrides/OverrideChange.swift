// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// One override of one parameter, ready to be put into force.
struct OverrideChange {
  /// A value with the first month in which it holds; nil stands for all dates.
  typealias DatedLeaf = (from: Month?, leaf: ParameterLeaf)

  let target: OverrideTarget
  let definition: ParameterDefinition
  let location: SourceLocation
  /// Who makes the change, for people.
  let layer: String
  let dimensions: Dimensions
  let problems: ProblemCollector

  /// Sets values from dates on; without a date, at all dates.
  ///
  /// - Parameters:
  ///   - values: The values in the order of their dates; never empty.
  ///   - store: The parameters to change.
  func set(_ values: [DatedLeaf], in store: inout ParameterStore) {
    guard let start = base(in: store) ?? created(from: values[0]) else { return reportNoBase() }
    guard mayNarrow(start) else { return }
    var edit = ParameterEdit(start, dimensions: dimensions)
    edit.settleFactors()
    edit.widen(to: target.members.map(\.axis))
    for value in values {
      guard put(value, into: &edit) else { return reportNoBase() }
    }
    finish(edit, in: &store)
  }

  /// Multiplies values from a date on.
  ///
  /// - Parameters:
  ///   - factor: The factor.
  ///   - date: The first month in which it applies; nil applies it always.
  ///   - store: The parameters to change.
  func scale(by factor: Double, from date: Month?, in store: inout ParameterStore) {
    if let problem = problem(ofScale: factor) {
      problems.report(problem, at: location)
      return
    }
    guard let start = base(in: store) else { return reportNoBase() }
    guard mayNarrow(start) else { return }
    var edit = ParameterEdit(start, dimensions: dimensions)
    if target.members.isEmpty {
      edit.adjust(by: factor, from: date)
    } else {
      edit.widen(to: target.members.map(\.axis))
      if let date, !edit.split(at: date) { return reportNoBase() }
      let unit = definition.unit
      edit.change(target.members, at: { from in date.map { $0 <= from } ?? true }) {
        $0.scaled(by: factor, unit: unit)
      }
    }
    finish(edit, in: &store)
  }

  // MARK: - Steps

  /// The parameter to change: the one in force, or the standard value.
  private func base(in store: ParameterStore) -> Parameter? {
    store.parameters[target.name]
      ?? definition.standard.map { definition.standardParameter(target.name, $0) }
  }

  /// A parameter that nothing else gives a value, if the override gives one to all members.
  private func created(from value: DatedLeaf) -> Parameter? {
    guard target.members.isEmpty else { return nil }
    let from = value.from ?? ParameterDefinition.always
    return Parameter(
      name: target.name,
      unit: definition.unit,
      dated: [DatedValues(from: from, leaves: [value.leaf])],
      origin: ParameterOrigin(description: definition.summary, confidence: .assumed),
    )
  }

  /// Puts one value into force.
  ///
  /// - Parameters:
  ///   - value: The value with its date.
  ///   - edit: The parameter.
  /// - Returns: Whether there were values that could be changed.
  private func put(_ value: DatedLeaf, into edit: inout ParameterEdit) -> Bool {
    switch (value.from, target.members.isEmpty) {
    case (nil, true):
      edit.fix(value.leaf)
    case (nil, false):
      edit.change(target.members, at: { _ in true }, { _ in value.leaf })
    case (let date?, true):
      edit.restart(from: date, with: value.leaf)
    case (let date?, false):
      guard edit.split(at: date) else { return false }
      edit.change(target.members, at: { $0 >= date }, { _ in value.leaf })
    }
    return true
  }

  private func finish(_ edit: ParameterEdit, in store: inout ParameterStore) {
    var edit = edit
    edit.sign(layer)
    let parameter = edit.parameter
    let before = problems.count
    for dated in parameter.dated {
      for case .drawn(let distribution) in dated.leaves {
        guard let problem = distribution.problem else { continue }
        problems.report("\(parameter.name): \(problem).", at: location)
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

  // MARK: - Problems

  private func problem(ofScale factor: Double) -> String? {
    if definition.unit == .month {
      return "\(target.name) is a month and cannot be scaled. Write a month."
    }
    guard definition.addsUpAlong != nil, target.members.isEmpty, factor != 1 else { return nil }
    return "the shares of \(target.name) add up to 1, so they cannot all be scaled. "
      + "Write the values."
  }

  private func mayNarrow(_ parameter: Parameter) -> Bool {
    guard parameter.covariance != nil, !target.members.isEmpty else { return true }
    problems.report(
      "the values of \(target.name) are drawn together from a covariance, so single members "
        + "cannot be changed. Write all values.",
      at: location,
    )
    return false
  }

  private func reportNoBase() {
    problems.report(
      "\(target.name) has no value here that could be changed. Write '\(target.name): {by: …, "
        + "values: …}' with all keys of a parameter file under 'set' in the scenario file.",
      at: location,
    )
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// What a parameter is, over time, and where it comes from: the page of `explain`.
package struct ParameterPage {
  private let scenario: Scenario
  private let page: PageSetting

  /// Creates the pages of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - page: How they are set.
  package init(_ scenario: Scenario, page: PageSetting) {
    self.scenario = scenario
    self.page = page
  }

  /// The parameters whose names begin with a branch, a line each.
  ///
  /// - Parameter branch: The beginning of the names; empty for all.
  /// - Returns: The lines; none if no name begins so.
  package func tree(under branch: String) -> [String] {
    let parameters = scenario.parameters.parameters.filter {
      branch.isEmpty || $0.name == branch || $0.name.hasPrefix(branch + ".")
    }
    guard !parameters.isEmpty else { return [] }
    var table = TextTable([
      .init(page.text(Phrase.parameter)), .init(page.text(Phrase.value), .trailing),
      .init(page.text(Phrase.unitName)), .init(page.text(Phrase.confidence)),
      .init(page.text(Phrase.layer), maximumWidth: 44),
    ])
    for parameter in parameters {
      table.addRow([
        .init(parameter.name), .init(ParameterText.range(of: parameter)),
        .init(parameter.unit.rawValue),
        .init(page.text(parameter.origin.confidence.label)),
        .init(parameter.origin.layers.last ?? ""),
      ])
    }
    return table.lines(style: page.style)
  }

  /// Everything about one parameter.
  ///
  /// - Parameter parameter: The parameter.
  /// - Returns: The lines.
  package func lines(of parameter: Parameter) -> [String] {
    var lines = [page.style.paint(parameter.name, .bold)]
    let description = page.text(parameter.origin.description)
    if !description.isEmpty { lines.append(description) }
    lines.append("")
    lines.append("\(page.text(Phrase.unitName)): \(parameter.unit.rawValue)")
    lines.append(
      "\(page.text(Phrase.confidence)): \(page.text(parameter.origin.confidence.label))"
    )
    if !parameter.axes.isEmpty {
      lines.append(
        "\(page.text(Phrase.dependsOn)): \(parameter.axes.map(\.rawValue).joined(separator: ", "))"
      )
    }
    lines += [""] + values(of: parameter)
    lines.append("\(page.text(Phrase.afterLastValue)): \(afterLast(parameter))")
    lines += uncertainty(of: parameter) + adjustments(of: parameter)
    lines += [""] + references(of: parameter)
    lines.append(page.text(Phrase.layers))
    lines += parameter.origin.layers.map { "  \($0)" }
    return lines
  }

  // MARK: - Values

  private func values(of parameter: Parameter) -> [String] {
    let rows = distinctRows(of: parameter)
    var table = TextTable(
      [.init(parameter.axes.isEmpty ? "" : page.text(Phrase.validFor), maximumWidth: 40)]
        + parameter.dated.map {
          .init("\(page.text(Phrase.from)) \($0.from.description)", .trailing)
        }
    )
    for row in rows.prefix(60) {
      table.addRow(
        [.init(label(ofLeaf: row, of: parameter))]
          + parameter.dated.map {
            .init(ParameterText.leaf($0.leaves[row], unit: parameter.unit))
          }
      )
    }
    var lines = table.lines(style: page.style)
    if rows.count > 60 {
      lines.append(page.text(Phrase.more(rows.count - 60)))
    }
    return lines
  }

  /// The leaves worth showing: neighbours along a numeric axis that do not differ are one row.
  private func distinctRows(of parameter: Parameter) -> [Int] {
    let count = parameter.shape.reduce(1, *)
    let isNumeric = parameter.axes.last?.numbers != nil
    let width = parameter.shape.last ?? 1
    return (0..<count).filter { leaf in
      let values = parameter.dated.map { $0.leaves[leaf] }
      if isNumeric, leaf % width != 0 {
        return values != parameter.dated.map { $0.leaves[leaf - 1] }
      }
      return true
    }.filter { leaf in
      // Members to which nothing applies say nothing.
      count <= 60 || parameter.dated.contains { $0.leaves[leaf] != .number(0) }
    }
  }

  private func label(ofLeaf leaf: Int, of parameter: Parameter) -> String {
    var rest = leaf
    var labels: [String] = []
    for (axis, size) in zip(parameter.axes, parameter.shape).reversed() {
      let member = scenario.dimensions[axis].members[rest % size]
      let name =
        axis.numbers == nil ? page.text(member.label) : "\(axis.rawValue) \(member.code)+"
      labels.append(axis == .offset ? "\(axis.rawValue) \(member.code)" : name)
      rest /= size
    }
    return labels.reversed().joined(separator: " · ")
  }

  // MARK: - Origin

  private func afterLast(_ parameter: Parameter) -> String {
    switch parameter.afterLast {
    case .hold: page.text(Phrase.goesOnUnchanged)
    case .trend(let change):
      page.text(Phrase.changesYearly(by: ParameterText.plain(change * 100)))
    case .index(let name): page.text(Phrase.moves(with: name))
    }
  }

  private func uncertainty(of parameter: Parameter) -> [String] {
    var lines: [String] = []
    if let factor = parameter.uncertainty {
      lines.append("\(page.text(Phrase.uncertainFactor)): \(ParameterText.describe(factor))")
    }
    if parameter.covariance != nil {
      lines.append(page.text(Phrase.drawnTogether))
    }
    return lines
  }

  private func adjustments(of parameter: Parameter) -> [String] {
    parameter.adjustments.map { adjustment in
      let from = adjustment.from.map { "\(page.text(Phrase.from)) \($0) " } ?? ""
      return "\(page.text(Phrase.scaled)): \(from)× \(ParameterText.plain(adjustment.factor))"
    }
  }

  private func references(of parameter: Parameter) -> [String] {
    let references = parameter.origin.references
    guard !references.isEmpty else { return [] }
    return [page.text(Phrase.sources)]
      + references.map { reference in
        let date = reference.supports.map { "\($0): " } ?? ""
        let kind = reference.isAssumption ? page.text(Phrase.assumption) : ""
        let details = [reference.publisher, reference.date, reference.location].compactMap { $0 }
        let tail = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
        return "  \(date)\(kind)\(reference.title)\(tail)"
      } + [""]
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// What a parameter is, over time, and where it comes from: the page of `explain`.
package struct ParameterPage {
  private static let mostRows = 60

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
        .init(page.text(Phrase.name(of: parameter.unit))),
        .init(page.text(parameter.origin.confidence.label)),
        .init(page.text(ParameterText.layer(parameter.origin.layers.last ?? ""))),
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
    lines.append(fact(Phrase.unitName, Phrase.name(of: parameter.unit)))
    lines.append(fact(Phrase.confidence, parameter.origin.confidence.label))
    if !parameter.axes.isEmpty {
      lines.append(fact(Phrase.dependsOn, Phrase.list(parameter.axes.map { Phrase.name(of: $0) })))
    }
    lines += [""] + values(of: parameter)
    lines.append(fact(Phrase.afterLastValue, ParameterText.afterLast(parameter.afterLast)))
    lines += uncertainty(of: parameter) + adjustments(of: parameter)
    lines += [""] + references(of: parameter)
    lines.append(page.text(Phrase.layers))
    lines += parameter.origin.layers.map { "  \(page.text(ParameterText.layer($0)))" }
    return lines
  }

  private func fact(_ name: LocalizedText, _ value: LocalizedText) -> String {
    page.text(Phrase.fact(name, value))
  }

  // MARK: - Values

  private func values(of parameter: Parameter) -> [String] {
    let all = ParameterRows(axes: parameter.axes, shape: parameter.shape) { first, second in
      parameter.dated.allSatisfy { $0.leaves[first] == $0.leaves[second] }
    }
    let rows = worthShowing(all.rows, of: parameter)
    var table = TextTable(
      [.init(parameter.axes.isEmpty ? "" : page.text(Phrase.validFor), maximumWidth: 40)]
        + parameter.dated.map {
          .init(page.text(ParameterText.date(of: $0, in: parameter)), .trailing)
        }
    )
    for row in rows.prefix(Self.mostRows) {
      let label = all.label(of: row, in: scenario.dimensions, dash: page.signs.dash)
      table.addRow(
        [.init(page.text(label))]
          + parameter.dated.map {
            .init(page.text(ParameterText.leaf($0.leaves[row.leaf], unit: parameter.unit)))
          }
      )
    }
    let notes = [
      rows.count > Self.mostRows ? Phrase.more(rows.count - Self.mostRows) : nil,
      rows.count < all.rows.count ? Phrase.zeroRows(all.rows.count - rows.count) : nil,
      all.hasBands ? Phrase.valueOfBand : nil,
    ].compactMap(\.self)
    return table.lines(style: page.style) + notes.flatMap(page.sentence)
  }

  /// The rows; of a long table those that say more than zero.
  private func worthShowing(_ rows: [ParameterRows.Row], of parameter: Parameter)
    -> [ParameterRows.Row]
  {
    guard rows.count > Self.mostRows else { return rows }
    return rows.filter { row in parameter.dated.contains { $0.leaves[row.leaf] != .number(0) } }
  }

  // MARK: - Origin

  private func uncertainty(of parameter: Parameter) -> [String] {
    var lines: [String] = []
    if let factor = parameter.uncertainty {
      lines.append(fact(Phrase.uncertainFactor, ParameterText.describe(factor)))
    }
    if parameter.covariance != nil {
      lines.append(page.text(Phrase.drawnTogether))
    }
    return lines
  }

  private func adjustments(of parameter: Parameter) -> [String] {
    parameter.adjustments.map { adjustment in
      let from = adjustment.from.map { "\(page.text(Phrase.from)) \($0) " } ?? ""
      let text = "\(from)× \(ParameterText.plain(adjustment.factor))"
      return fact(Phrase.scaled, LocalizedText(text))
    }
  }

  private func references(of parameter: Parameter) -> [String] {
    let references = parameter.origin.references
    guard !references.isEmpty else { return [] }
    return [page.text(Phrase.sources)]
      + references.map { reference in
        let kind = reference.isAssumption ? page.text(Phrase.assumption) : ""
        let details = [reference.publisher, reference.date, reference.location].compactMap(\.self)
        let source = LocalizedText(kind + reference.title + page.text(Phrase.details(details)))
        let text =
          reference.supports.map { fact(LocalizedText($0.description), source) }
          ?? page.text(source)
        return "  \(text)"
      } + [""]
  }
}

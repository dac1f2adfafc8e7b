// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// What a parameter is, over time, and where it comes from: the page of `explain`.
package struct ParameterPage {
  private let scenario: Scenario
  private let language: Language

  /// Creates the pages of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - language: The language of descriptions and labels.
  package init(_ scenario: Scenario, language: Language) {
    self.scenario = scenario
    self.language = language
  }

  /// The parameters whose names begin with a branch, a line each.
  ///
  /// - Parameters:
  ///   - branch: The beginning of the names; empty for all.
  ///   - style: How the terminal shows text.
  /// - Returns: The lines; none if no name begins so.
  package func tree(under branch: String, style: Style) -> [String] {
    let parameters = scenario.parameters.parameters.filter {
      branch.isEmpty || $0.name == branch || $0.name.hasPrefix(branch + ".")
    }
    guard !parameters.isEmpty else { return [] }
    var table = TextTable([
      .init(text("parameter", "参数")), .init(text("value", "数值"), .trailing),
      .init(text("unit", "单位")), .init(text("confidence", "可信度")),
      .init(text("from", "来自"), maximumWidth: 44),
    ])
    for parameter in parameters {
      table.addRow([
        .init(parameter.name), .init(range(of: parameter)), .init(parameter.unit.rawValue),
        .init(parameter.origin.confidence.label.text(in: language)),
        .init(parameter.origin.layers.last ?? ""),
      ])
    }
    return table.lines(style: style)
  }

  /// Everything about one parameter.
  ///
  /// - Parameters:
  ///   - parameter: The parameter.
  ///   - style: How the terminal shows text.
  /// - Returns: The lines.
  package func lines(of parameter: Parameter, style: Style) -> [String] {
    var lines = [style.paint(parameter.name, .bold)]
    let description = parameter.origin.description.text(in: language)
    if !description.isEmpty { lines.append(description) }
    lines.append("")
    lines.append("\(text("unit", "单位")): \(parameter.unit.rawValue)")
    lines.append(
      "\(text("confidence", "可信度")): \(parameter.origin.confidence.label.text(in: language))"
    )
    if !parameter.axes.isEmpty {
      lines.append(
        "\(text("depends on", "取决于")): \(parameter.axes.map(\.rawValue).joined(separator: ", "))"
      )
    }
    lines += [""] + values(of: parameter, style: style)
    lines.append("\(text("after the last value", "末值之后")): \(afterLast(parameter))")
    lines += uncertainty(of: parameter) + adjustments(of: parameter)
    lines += [""] + references(of: parameter)
    lines.append(text("given by, the last one in force:", "取值来源（最后一项生效）："))
    lines += parameter.origin.layers.map { "  \($0)" }
    return lines
  }

  // MARK: - Values

  private func values(of parameter: Parameter, style: Style) -> [String] {
    let rows = distinctRows(of: parameter)
    var table = TextTable(
      [.init(parameter.axes.isEmpty ? "" : text("for", "适用"), maximumWidth: 40)]
        + parameter.dated.map {
          .init("\(text("from", "自")) \($0.from.description)", .trailing)
        }
    )
    for row in rows.prefix(60) {
      table.addRow(
        [.init(label(ofLeaf: row, of: parameter))]
          + parameter.dated.map {
            .init(leaf($0.leaves[row], unit: parameter.unit))
          }
      )
    }
    var lines = table.lines(style: style)
    if rows.count > 60 {
      lines.append(text("… and \(rows.count - 60) more", "……另有 \(rows.count - 60) 项"))
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
        axis.numbers == nil ? member.label.text(in: language) : "\(axis.rawValue) \(member.code)+"
      labels.append(axis == .offset ? "\(axis.rawValue) \(member.code)" : name)
      rest /= size
    }
    return labels.reversed().joined(separator: " · ")
  }

  private func leaf(_ leaf: ParameterLeaf, unit: Unit) -> String {
    switch leaf {
    case .number(let value): number(value, unit: unit)
    case .drawn(let distribution): describe(distribution)
    }
  }

  private func number(_ value: Double, unit: Unit) -> String {
    if unit == .month, value > 0 { return Month(index: Int(value)).description }
    return plain(value)
  }

  private func plain(_ value: Double) -> String {
    abs(value) >= 1000 ? grouped(value, decimals: 1) : format(value, decimals: 6)
  }

  /// The last values of a parameter: the number, or the least and the greatest.
  ///
  /// - Parameter parameter: The parameter.
  /// - Returns: The numbers, with `~` before them if any part is uncertain.
  package func range(of parameter: Parameter) -> String {
    guard let last = parameter.dated.last else { return "" }
    let values = last.leaves.map(\.central)
    guard let low = values.min(), let high = values.max() else { return "" }
    let mark = parameter.isUncertain ? "~" : ""
    return low == high
      ? mark + number(low, unit: parameter.unit)
      : "\(mark)\(number(low, unit: parameter.unit)) … \(number(high, unit: parameter.unit))"
  }

  private func describe(_ distribution: Distribution) -> String {
    switch distribution {
    case .beta(let mean, let deviation): "beta(\(plain(mean)), sd \(plain(deviation)))"
    case .gamma(let mean, let deviation): "gamma(\(plain(mean)), sd \(plain(deviation)))"
    case .lognormal(let mean, let deviation): "lognormal(\(plain(mean)), sd \(plain(deviation)))"
    case .normal(let mean, let deviation): "normal(\(plain(mean)), sd \(plain(deviation)))"
    case .triangular(let minimum, let mode, let maximum):
      "triangular(\(plain(minimum)), \(plain(mode)), \(plain(maximum)))"
    case .uniform(let minimum, let maximum): "uniform(\(plain(minimum)), \(plain(maximum)))"
    case .discrete(let values, _): "discrete(\(values.map(plain).joined(separator: ", ")))"
    }
  }

  // MARK: - Origin

  private func afterLast(_ parameter: Parameter) -> String {
    switch parameter.afterLast {
    case .hold: text("goes on unchanged", "保持不变")
    case .trend(let change):
      text(
        "changes by \(plain(change * 100)) % a year",
        "每年变化 \(plain(change * 100)) %",
      )
    case .index(let name): text("moves with \(name)", "随 \(name) 变动")
    }
  }

  private func uncertainty(of parameter: Parameter) -> [String] {
    var lines: [String] = []
    if let factor = parameter.uncertainty {
      lines.append("\(text("uncertain factor on all values", "整体不确定乘数")): \(describe(factor))")
    }
    if parameter.covariance != nil {
      lines.append(text("values are drawn together (multivariate normal)", "各值联合抽取（多元正态）"))
    }
    return lines
  }

  private func adjustments(of parameter: Parameter) -> [String] {
    parameter.adjustments.map { adjustment in
      let from = adjustment.from.map { "\(text("from", "自")) \($0) " } ?? ""
      return "\(text("scaled", "调整")): \(from)× \(plain(adjustment.factor))"
    }
  }

  private func references(of parameter: Parameter) -> [String] {
    let references = parameter.origin.references
    guard !references.isEmpty else { return [] }
    return [text("sources:", "来源：")]
      + references.map { reference in
        let date = reference.supports.map { "\($0): " } ?? ""
        let kind = reference.isAssumption ? text("assumption: ", "假设：") : ""
        let details = [reference.publisher, reference.date, reference.location].compactMap { $0 }
        let tail = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
        return "  \(date)\(kind)\(reference.title)\(tail)"
      } + [""]
  }

  private func text(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}

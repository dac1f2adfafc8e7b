// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The tries of a search for a parameter's value and what came of it: the page of `calibrate`.
package struct CalibrationPage {
  private let calibration: Calibration
  private let target: Target
  private let parameter: Parameter
  private let language: Language

  /// Creates the page of a search.
  ///
  /// - Parameters:
  ///   - calibration: The search.
  ///   - target: The published figure.
  ///   - parameter: The parameter as it was before the search.
  ///   - language: The language of the page.
  package init(
    _ calibration: Calibration,
    target: Target,
    parameter: Parameter,
    language: Language,
  ) {
    self.calibration = calibration
    self.target = target
    self.parameter = parameter
    self.language = language
  }

  /// The target, and a table with a row for each try.
  ///
  /// - Parameter style: How the terminal shows text.
  /// - Returns: The lines.
  package func table(style: Style) -> [String] {
    var table = TextTable([
      .init(text("Try", "次序"), .trailing), .init(text("Value", "参数值"), .trailing),
      .init(text("Model mean", "模型均值"), .trailing),
      .init(text("Distance %", "相差%"), .trailing),
    ])
    let decimals = min(2, max(1, self.decimals))
    for (position, attempt) in calibration.attempts.enumerated() {
      let distance = calibration.distance(of: attempt.figure)
      let isMet = abs(distance) <= calibration.tolerance
      table.addRow([
        .init(grouped(position + 1)), .init(valueText(attempt.value)),
        .init(grouped(attempt.figure, decimals: decimals)),
        .init(grouped(distance * 100, decimals: 3), ink: isMet ? .green : nil),
      ])
    }
    return [heading, ""] + table.lines(style: style)
  }

  /// What to write where the figure is met, and with which value.
  ///
  /// - Parameter value: The value that was found.
  /// - Returns: The lines.
  package func advice(for value: Double) -> [String] {
    let setting = "\(parameter.name)=\(Self.exact(value))"
    guard value != calibration.attempts.first?.value else {
      return [
        text(
          "The present value meets the figure: \(setting). Nothing needs to change.",
          "现值已符合公布值：\(setting)，无需更改。",
        )
      ]
    }
    let place = text("in the scenario under 'set': ", "写入情景的 set：")
    let rows =
      file.map { [(text("in \($0): ", "写入 \($0)："), Self.exact(value))] } ?? [
        (place, "\(parameter.name): \(Self.exact(value))")
      ]
    let all = rows + [(text("for one run: ", "仅用于一次运行："), "--set \(setting)")]
    return [
      text(
        "Write \(parameter.name) = \(Self.exact(value))",
        "\(parameter.name) 应取 \(Self.exact(value))",
      )
    ]
      + all.map { "  \($0.0)\($0.1)" }
  }

  /// Why no value was found.
  ///
  /// - Parameter outcome: How the search ended.
  /// - Returns: The message; empty if a value was found.
  package func failure(_ outcome: Calibration.Outcome) -> String {
    let name = parameter.name
    switch outcome {
    case .met:
      return ""
    case .flat:
      let values = calibration.attempts.map { valueText($0.value) }
      let others = values.dropLast()
      let last = values.last ?? ""
      return text(
        "'\(target.name)' does not move with \(name): it is the same at "
          + "\(others.joined(separator: ", ")) and \(last). Choose a parameter on which it depends, "
          + "or begin elsewhere with --set \(name)=VALUE.",
        "目标“\(target.name)”不随 \(name) 变化：取\(others.joined(separator: "、"))和\(last)时结果相同。"
          + "请另选与之有关的参数，或用 --set \(name)=值 从别处开始。",
      )
    case .outOfRange(let nearest):
      return text(
        "No value of \(name) meets '\(target.name)': \(parameter.unit.rangeSentence), and "
          + "\(Self.exact(nearest.value)) comes nearest. Look at the other parameters of the figure.",
        "\(name) 在允许范围内没有符合目标“\(target.name)”的取值，最接近的是\(Self.exact(nearest.value))。请检查与该目标有关的其他参数。",
      )
    case .notReached(let nearest):
      return text(
        "No value of \(name) met '\(target.name)' in \(calibration.attempts.count) runs; "
          + "\(Self.exact(nearest.value)) came nearest. Allow more with --tolerance, or use more "
          + "replications.",
        "运行\(calibration.attempts.count)次后，\(name) 仍没有符合目标“\(target.name)”的取值，最接近的是"
          + "\(Self.exact(nearest.value))。可用 --tolerance 放宽容差，或增加重复次数。",
      )
    }
  }

  // MARK: - Texts

  private var heading: String {
    let published = grouped(target.published, decimals: decimals)
    let tolerance = format(calibration.tolerance * 100, decimals: 3)
    let label = target.label.text(in: language)
    return text(
      "\(label): published \(published) \(target.unit), to be met within \(tolerance) % by "
        + "\(parameter.name) (\(parameter.unit.rawValue))",
      "\(label)：公布值\(published)（\(target.unit)），通过 \(parameter.name) 拟合，容差\(tolerance)%",
    )
  }

  /// The decimals of the published figure, so that it reads as it was written.
  private var decimals: Int {
    (0..<6).first { Calibration.rounded(target.published, decimals: $0) == target.published } ?? 6
  }

  /// The file that gives the present value, as far as a file does.
  private var file: String? {
    parameter.origin.layers.last.flatMap { $0.contains(".yaml") ? $0 : nil }
  }

  /// A value for a table: to as many decimals as tell the tries apart, six at least; the one that is
  /// given out as it is.
  private func valueText(_ value: Double) -> String {
    value == given ? Self.exact(value) : format(value, decimals: valueDecimals)
  }

  private var valueDecimals: Int {
    let values = Set(calibration.attempts.map(\.value))
    let telling = (6..<15).first { decimals in
      Set(values.map { format($0, decimals: decimals) }).count == values.count
    }
    return telling ?? 15
  }

  /// The value that the page gives out, if any.
  private var given: Double? {
    guard case .end(let outcome) = calibration.next else { return nil }
    switch outcome {
    case .met(let found): return found.value
    case .outOfRange(let nearest), .notReached(let nearest): return nearest.value
    case .flat: return nil
    }
  }

  /// A value as a setting and a file have it.
  package static func exact(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private func text(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}

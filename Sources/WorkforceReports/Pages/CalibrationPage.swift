// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The tries of a search for a parameter's value and what came of it: the page of `calibrate`.
package struct CalibrationPage {
  private let calibration: Calibration
  private let target: Target
  private let parameter: Parameter
  private let page: PageSetting

  /// Creates the page of a search.
  ///
  /// - Parameters:
  ///   - calibration: The search.
  ///   - target: The published figure.
  ///   - parameter: The parameter as it was before the search.
  ///   - page: How it is set.
  package init(
    _ calibration: Calibration,
    target: Target,
    parameter: Parameter,
    page: PageSetting,
  ) {
    self.calibration = calibration
    self.target = target
    self.parameter = parameter
    self.page = page
  }

  /// The target, and a table with a row for each try.
  package var table: [String] {
    var table = TextTable([
      .init(page.text(Phrase.tryNumber), .trailing),
      .init(page.text(Phrase.triedValue), .trailing), .init(page.text(Phrase.model), .trailing),
      .init(page.text(Phrase.distance), .trailing),
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
    return [heading, ""] + table.lines(style: page.style)
  }

  /// What the progress bar of a try is called.
  ///
  /// - Parameters:
  ///   - number: The number of the try, from 1.
  ///   - language: The language of the words.
  /// - Returns: The words.
  package static func attempt(_ number: Int, _ language: Language) -> String {
    Phrase.attempt(number).text(in: language)
  }

  /// What to write where the figure is met, and with which value.
  ///
  /// - Parameter value: The value that was found.
  /// - Returns: The lines.
  package func advice(for value: Double) -> [String] {
    let text = value.exactText
    let setting = "\(parameter.name)=\(text)"
    guard value != calibration.attempts.first?.value else {
      return [page.text(Phrase.alreadyMet(setting))]
    }
    let place =
      file.map { page.text(Phrase.inFile($0)) + text }
      ?? page.text(Phrase.underSet) + "\(parameter.name): \(text)"
    let once = page.text(Phrase.forOneRun) + "--set \(setting)"
    return [page.text(Phrase.write(text, for: parameter.name))] + [place, once].map { "  \($0)" }
  }

  /// Why no value was found.
  ///
  /// - Parameter outcome: How the search ended.
  /// - Returns: The message; empty if a value was found.
  package func failure(_ outcome: Calibration.Outcome) -> String {
    switch outcome {
    case .met:
      return ""
    case .flat:
      let values = calibration.attempts.map { valueText($0.value) }
      return page.text(Phrase.doesNotMove(target.name, with: parameter.name, at: values))
    case .outOfRange(let nearest):
      let nearest = nearest.value.exactText
      return page.text(Phrase.outOfRange(target.name, by: parameter, nearest: nearest))
    case .notReached(let nearest):
      return page.text(
        Phrase.notReached(
          target.name,
          by: parameter.name,
          in: calibration.attempts.count,
          nearest: nearest.value.exactText,
        )
      )
    }
  }

  // MARK: - Texts

  private var heading: String {
    page.text(
      Phrase.sought(
        target,
        published: grouped(target.published, decimals: decimals),
        within: format(calibration.tolerance * 100, decimals: 3),
        by: parameter,
      )
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
    value == given ? value.exactText : format(value, decimals: valueDecimals)
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
}

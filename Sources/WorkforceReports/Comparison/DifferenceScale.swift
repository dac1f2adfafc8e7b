// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// How figures and their differences are written that stand on one line.
struct DifferenceScale {
  private let money: MoneyScale?
  private let isLarge: Bool

  /// Chooses the unit.
  ///
  /// - Parameters:
  ///   - currency: The currency; `nil` for figures that are not money.
  ///   - largest: The largest figure of the line.
  ///   - language: The language.
  init(currency: String?, largest: Double, language: Language) {
    money = currency.map { MoneyScale($0, largest: largest, language: language) }
    isLarge = largest >= 1_000
  }

  /// A name, followed by the unit if it is money.
  func named(_ name: String, _ language: Language) -> String {
    guard let money else { return name }
    return Phrase.amounts(LocalizedText(name), in: money.name).text(in: language)
  }

  /// Figures beside each other, with the same decimals.
  func texts(_ figures: [Double]) -> [String] {
    let decimals = decimals(figures)
    return figures.map { money?.text($0) ?? grouped($0, decimals: decimals) }
  }

  /// A mean with the range that holds 90 % of the replications; a rise has a plus.
  func range(_ statistic: Statistic, _ signs: FigureText) -> String {
    let values = [statistic.mean, statistic.p05, statistic.p95]
    let numbers = money.map { $0.numbers(values) } ?? values
    let decimals = money?.decimals ?? decimals(values)
    let text = signs.range(numbers[0], numbers[1], numbers[2], decimals: decimals)
    return numbers[0] > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
  }

  /// Large figures need no decimals, others one; figures that are whole have none.
  private func decimals(_ values: [Double]) -> Int {
    isLarge && values.allSatisfy { $0 == 0 || $0.magnitude >= 20 }
      ? 0 : min(1, FigureText.decimals(for: values))
  }
}

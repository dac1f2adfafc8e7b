// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The unit in which a page shows amounts of money.
///
/// Large amounts are shown in millions with two decimals, in Chinese in units of ten thousand, which
/// are the same digits; small ones to the hundredth.
struct MoneyScale: Sendable {
  private static let leastLarge = 1e7

  /// The unit's name, such as `million CNY`.
  let name: String
  private let divisor: Double
  /// The decimals of amounts in the unit.
  let decimals: Int

  /// Chooses the unit.
  ///
  /// - Parameters:
  ///   - currency: The currency.
  ///   - largest: The largest amount shown.
  ///   - language: The language.
  init(_ currency: String, largest: Double, language: Language) {
    let isLarge = largest.magnitude >= Self.leastLarge
    name = Phrase.unit(ofMoney: currency, isLarge: isLarge).text(in: language)
    let isChinese = language == .chinese
    divisor = isLarge ? (isChinese ? 1e4 : 1e6) : 1
    decimals = isLarge && isChinese ? 0 : 2
  }

  /// An amount in the unit.
  ///
  /// - Parameter amount: The amount in the currency.
  /// - Returns: The text.
  func text(_ amount: Double) -> String { grouped(amount / divisor, decimals: decimals) }

  /// Amounts in the unit, as numbers, for a chart.
  ///
  /// - Parameter amounts: The amounts in the currency.
  /// - Returns: The numbers.
  func numbers(_ amounts: [Double]) -> [Double] { amounts.map { $0 / divisor } }
}

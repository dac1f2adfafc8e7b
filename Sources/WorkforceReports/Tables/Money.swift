// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Which tables and measures are amounts of money.
///
/// An amount is a number of the currency with two decimals. A Double tells neighbouring hundredths
/// apart up to 7·10¹³ (2⁴⁶), so that every hundredth below that is written as it is.
package enum Money {
  /// The tables whose years are fiscal years.
  package static let fiscalTables: Set = ["cost", "pay", "pay_level"]
  /// The tables in which every figure is an amount.
  static let tables: Set = ["cost", "cost_comparison"]
  /// The tables some of whose measures are amounts.
  static let mixedTables: Set = ["summary", "pay", "pay_level", "comparison", "what_changed"]
  /// The measures that are amounts; in the table of cost every figure is one.
  package static let measures: Set = ["cost", "pay", "pay_per_head", "civil_servant_pay"]
  /// The decimals of an amount.
  package static let decimals = 2

  /// A name followed by the currency in which its amounts are.
  ///
  /// - Parameters:
  ///   - name: What the amounts are of.
  ///   - currency: The currency's code.
  /// - Returns: Such as `Cost by item (CNY)`.
  package static func amounts(_ name: LocalizedText, in currency: String) -> LocalizedText {
    let unit = Phrase.unit(ofMoney: currency, isLarge: false)
    return LocalizedText(
      "\(name.english) (\(unit.english))",
      chinese: "\(name.chinese)（\(unit.chinese)）",
    )
  }

  /// An amount in whole hundredths, which add up without any rounding.
  ///
  /// - Parameter amount: The amount, below 7·10¹³.
  /// - Returns: The nearest whole number of hundredths.
  static func hundredths(_ amount: Double) -> Int {
    let product = amount * 100
    let whole = product.rounded()
    // What rounding the product lost decides amounts above 2⁵¹ hundredths.
    let rest = (product - whole) + (-product).addingProduct(amount, 100)
    return Int(whole) + Int(rest.rounded())
  }
}

extension ReportValue {
  /// Makes an amount of money, to the hundredth.
  ///
  /// - Parameter amount: The amount in the currency.
  /// - Returns: The field.
  package static func money(_ amount: Double) -> ReportValue {
    .number(amount, decimals: Money.decimals)
  }
}

extension TableLayout {
  /// The name of the column of years.
  var yearName: String { Money.fiscalTables.contains(name) ? "fiscal_year" : "year" }

  /// Tells of the members of a row's keys whether the row is an amount of money.
  var isMoney: @Sendable ([Int]) -> Bool {
    if name == "cost" { return { _ in true } }
    guard name == "summary" || Money.fiscalTables.contains(name),
      let key = keys.firstIndex(where: { $0.name == "measure" })
    else { return { _ in false } }
    let amounts = keys[key].members.map { Money.measures.contains($0.code) }
    return { members in amounts[members[key]] }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What every item is for every class of teachers in the segments of a window, in hundredths.
///
/// An amount is the parameter times its factors times the full-time share, rounded half up to the
/// hundredth. A rate multiplies the sum of its base items, each rounded, within the limits of the
/// base, and is rounded half up; rates hold nine decimals.
package final class PaySchedule: Sendable {
  /// One item in one segment; ranges point into the lists that all items share.
  private struct Item: Sendable {
    /// The items from which it is reckoned; empty for an amount.
    let base: Range<Int>
    /// The parameter and its factors.
    let values: Range<Int>
    /// The limits of the base; `noValue` without one.
    let floor: Int
    let ceiling: Int
    /// The situation for which the base is reckoned; -1 for the teacher's own.
    let reckonedAs: Int
  }

  /// The number of items.
  package let itemCount: Int
  /// The items of all segments, one segment after another.
  private let items: [Item]
  /// The items that are paid in each segment at all, one bit each; only bases are cut by months.
  private let paidItems: [UInt64]
  private let bases: [Int]
  private let entitlement: PayEntitlement
  private let values: PayValues
  /// The items that are pay month by month.
  private let monthlyPay: [Int]

  private static let noValue = -1

  /// Reads the values of a window.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - entitlement: Which items are paid to whom.
  ///   - window: The window.
  ///   - year: The year that ends with the window.
  package init(
    _ rules: PayRules,
    _ entitlement: PayEntitlement,
    _ window: PayWindow,
    in year: SimulatedYear,
  ) {
    let settings = rules.settings.items
    let usedAsBase = Set(settings.flatMap(\.base))
    let wordCount = (settings.count + 63) / 64
    var items: [Item] = []
    var paidItems: [UInt64] = []
    var bases: [Int] = []
    var values = PayValues()
    for (position, segment) in window.segments.enumerated() {
      let alike = window.segments.prefix(position).firstIndex {
        $0.valuesStart == segment.valuesStart
      }
      if let alike {
        items += items[alike * settings.count..<(alike + 1) * settings.count]
        paidItems += paidItems[alike * wordCount..<(alike + 1) * wordCount]
        continue
      }
      var paid = [UInt64](repeating: 0, count: wordCount)
      for (number, parameters) in rules.items.enumerated() {
        let rule = settings[number]
        func read(_ reference: ParameterReference) -> ParameterValues {
          year.parameters.values(of: reference, at: segment.date)
        }
        func limit(_ reference: ParameterReference?) -> Int {
          reference.map { values.add([read($0)]).lowerBound } ?? Self.noValue
        }
        items.append(
          Item(
            base: bases.count..<(bases.count + rule.base.count),
            values: values.add([read(parameters.value)] + parameters.factors.map(read)),
            floor: limit(parameters.baseFloor),
            ceiling: limit(parameters.baseCeiling),
            reckonedAs: rule.reckonedAs?.position ?? -1,
          )
        )
        bases += rule.base
        if !usedAsBase.contains(number) || rule.isPaid(in: segment.date) {
          paid[number / 64] |= 1 << UInt64(number % 64)
        }
      }
      paidItems += paid
    }
    self.itemCount = settings.count
    self.items = items
    self.paidItems = paidItems
    self.bases = bases
    self.entitlement = entitlement
    self.values = values
    self.monthlyPay = settings.indices.filter { settings[$0].isMonthlyPay }
  }

  /// Works out items for one kind of teacher.
  ///
  /// - Parameters:
  ///   - needed: The items, one bit each, with all that they are reckoned from.
  ///   - members: The teacher's member of each axis, by its ordinal.
  ///   - segment: The segment.
  ///   - fullTimeShare: The full-time equivalent of the contract.
  ///   - amounts: Receives the items in hundredths; zero for those that are not needed.
  package func amounts(
    _ needed: [UInt64],
    of members: [Int],
    segment: Int,
    fullTimeShare: Double = 1,
    into amounts: inout [Int],
  ) {
    var amounts = amounts.mutableSpan
    for item in amounts.indices { amounts[item] = 0 }
    var reckoning: (situation: Int, amounts: [Int]) = (Self.noValue, [])
    let ownSituation = members[Axis.situation.ordinal]
    for word in needed.indices {
      var left =
        needed[word] & paidItems[segment * needed.count + word]
        & entitlement.items(in: word, for: members)
      while left != 0 {
        let position = word &* 64 &+ left.trailingZeroBitCount
        left &= left &- 1
        let item = items[segment &* itemCount &+ position]
        let value = values.product(item.values, members)
        guard !item.base.isEmpty else {
          amounts[position] = Self.hundredths(value * fullTimeShare)
          continue
        }
        var sum = 0
        if item.reckonedAs >= 0, item.reckonedAs != ownSituation {
          if reckoning.situation != item.reckonedAs {
            let other = reckoned(needed, members, as: item.reckonedAs, segment, fullTimeShare)
            reckoning = (item.reckonedAs, other)
          }
          for base in item.base { sum += reckoning.amounts[bases[base]] }
        } else {
          for base in item.base { sum += amounts[bases[base]] }
        }
        amounts[position] = Self.share(value, of: limited(sum, by: item, members))
      }
    }
  }

  /// The sum of base items within its limits.
  @inline(__always)
  private func limited(_ sum: Int, by item: Item, _ members: [Int]) -> Int {
    var sum = sum
    if item.floor >= 0, sum > 0 {
      sum = max(sum, Self.hundredths(values.product(item.floor..<(item.floor + 1), members)))
    }
    if item.ceiling >= 0 {
      sum = min(sum, Self.hundredths(values.product(item.ceiling..<(item.ceiling + 1), members)))
    }
    return sum
  }

  /// The items of the same teacher in another situation.
  private func reckoned(
    _ needed: [UInt64],
    _ members: [Int],
    as situation: Int,
    _ segment: Int,
    _ fullTimeShare: Double,
  ) -> [Int] {
    var members = members
    var amounts = [Int](repeating: 0, count: itemCount)
    members[Axis.situation.ordinal] = situation
    self.amounts(
      needed,
      of: members,
      segment: segment,
      fullTimeShare: fullTimeShare,
      into: &amounts,
    )
    return amounts
  }

  /// Whether a kind of teacher is entitled to any pay month by month, however little it is.
  package func receivesPay(_ members: [Int]) -> Bool {
    monthlyPay.contains { entitlement.includes($0, for: members) }
  }

  /// Money in hundredths, rounded half up.
  ///
  /// The slack keeps a half that binary fractions cannot hold, such as 0.285 × 100, from being lost.
  @inline(__always)
  package static func hundredths(_ amount: Double) -> Int {
    let scaled = amount * 100 + 0.5 + 1e-6
    let whole = Int(scaled)
    // Towards zero is up for what is below zero.
    return Double(whole) > scaled ? whole - 1 : whole
  }

  /// A rate of a base in hundredths, rounded half up; the rate is held in billionths.
  @inline(__always)
  package static func share(_ rate: Double, of base: Int) -> Int {
    let billion = 1_000_000_000
    let billionths = nearest(rate * Double(billion))
    let (product, overflow) = base.multipliedReportingOverflow(by: billionths)
    guard !overflow, product <= .max - billion else {
      return Int((rate * Double(base)).rounded(.toNearestOrAwayFromZero))
    }
    return (product + billion / 2) / billion
  }

  /// The nearest whole number, a half being rounded away from zero; without a call of the library.
  @inline(__always)
  private static func nearest(_ number: Double) -> Int {
    let whole = Int(number)
    let rest = number - Double(whole)
    return whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0)
  }
}

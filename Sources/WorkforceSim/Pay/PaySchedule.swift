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
    /// Whether the item is paid in the segment at all; only bases are cut by months.
    let isPaid: Bool
  }

  /// The number of items.
  package let itemCount: Int
  /// The items of all segments, one segment after another.
  private let items: [Item]
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
    var items: [Item] = []
    var bases: [Int] = []
    var values = PayValues()
    for (position, segment) in window.segments.enumerated() {
      let alike = window.segments.prefix(position).firstIndex {
        $0.valuesStart == segment.valuesStart
      }
      if let alike {
        items += items[alike * settings.count..<(alike + 1) * settings.count]
        continue
      }
      for (number, parameters) in rules.items.enumerated() {
        let rule = settings[number]
        func add(_ reference: ParameterReference?) -> Int {
          reference.map { values.add(year.parameters.values(of: $0, at: segment.date)) }
            ?? Self.noValue
        }
        let firstValue = add(parameters.value)
        for factor in parameters.factors { _ = add(factor) }
        let valueRange = firstValue..<values.count
        items.append(
          Item(
            base: bases.count..<(bases.count + rule.base.count),
            values: valueRange,
            floor: add(parameters.baseFloor),
            ceiling: add(parameters.baseCeiling),
            reckonedAs: rule.reckonedAs?.position ?? -1,
            isPaid: !usedAsBase.contains(number) || rule.isPaid(in: segment.date),
          )
        )
        bases += rule.base
      }
    }
    self.itemCount = settings.count
    self.items = items
    self.bases = bases
    self.entitlement = entitlement
    self.values = values
    self.monthlyPay = settings.indices.filter { settings[$0].isMonthlyPay }
  }

  /// Works out items for one kind of teacher.
  ///
  /// - Parameters:
  ///   - needed: The items in their order, with all that they are reckoned from.
  ///   - members: The teacher's member of each axis, by its ordinal.
  ///   - segment: The segment.
  ///   - fullTimeShare: The full-time equivalent of the contract.
  ///   - amounts: Receives the items in hundredths; those that are not needed stay as they are.
  package func amounts(
    _ needed: [Int],
    of members: [Int],
    segment: Int,
    fullTimeShare: Double = 1,
    into amounts: inout [Int],
  ) {
    var amounts = amounts.mutableSpan
    var reckoning: (situation: Int, amounts: [Int]) = (Self.noValue, [])
    let items = items
    let ofSegment = items.span.extracting(segment * itemCount..<(segment + 1) * itemCount)
    let ownSituation = members[Axis.situation.ordinal]
    var word = 0
    var paid = entitlement.items(in: word, for: members)
    for position in needed {
      if position >> 6 != word {
        word = position >> 6
        paid = entitlement.items(in: word, for: members)
      }
      guard paid >> UInt64(truncatingIfNeeded: position & 63) & 1 == 1, ofSegment[position].isPaid
      else {
        amounts[position] = 0
        continue
      }
      let item = ofSegment[position]
      let value = values.product(item.values, members)
      if item.base.isEmpty {
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
      if item.floor >= 0, sum > 0 {
        sum = max(sum, Self.hundredths(values.value(item.floor, members)))
      }
      if item.ceiling >= 0 {
        sum = min(sum, Self.hundredths(values.value(item.ceiling, members)))
      }
      amounts[position] = Self.share(value, of: sum)
    }
  }

  /// The items of the same teacher in another situation.
  private func reckoned(
    _ needed: [Int],
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
  package static func hundredths(_ amount: Double) -> Int {
    let scaled = amount * 100 + 0.5 + 1e-6
    let whole = Int(scaled)
    // Towards zero is up for what is below zero.
    return Double(whole) > scaled ? whole - 1 : whole
  }

  /// A rate of a base in hundredths, rounded half up; the rate is held in billionths.
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
  private static func nearest(_ number: Double) -> Int {
    let whole = Int(number)
    let rest = number - Double(whole)
    return whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0)
  }
}

/// The values of parameters, found by members that are numbered by the ordinals of axes.
private struct PayValues: Sendable {
  private struct Table: Sendable {
    let firstNumber: Int
    let axes: Range<Int>
  }

  private struct TableAxis: Sendable {
    let ordinal: Int
    let count: Int
    let stride: Int
  }

  private var tables: [Table] = []
  private var axes: [TableAxis] = []
  private var numbers: [Double] = []

  /// The number of tables.
  var count: Int { tables.count }

  /// Adds the values of a parameter and says which table they are.
  mutating func add(_ values: ParameterValues) -> Int {
    tables.append(
      Table(firstNumber: numbers.count, axes: axes.count..<(axes.count + values.axes.count))
    )
    axes += zip(values.axes, values.shape).map { axis, count in
      TableAxis(ordinal: axis.ordinal, count: count, stride: values.stride(of: axis))
    }
    numbers += values.values
    return tables.count - 1
  }

  /// The product of the values of several tables.
  @inline(__always)
  func product(_ tables: Range<Int>, _ members: [Int]) -> Double {
    var product = value(tables.lowerBound, members)
    for table in tables.dropFirst() { product *= value(table, members) }
    return product
  }

  /// A value of a table; zero where a member is absent.
  @inline(__always)
  func value(_ table: Int, _ members: [Int]) -> Double {
    var index = tables[table].firstNumber
    for position in tables[table].axes {
      let axis = axes[position]
      let member = members[axis.ordinal]
      guard member < axis.count else { return 0 }
      index &+= member &* axis.stride
    }
    return numbers[index]
  }
}

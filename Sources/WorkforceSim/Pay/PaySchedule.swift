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
  /// The items that are pay month by month, one bit each.
  private let monthlyPay: [UInt64]
  /// The items from which each item is reckoned, directly or through others, one bit each.
  private let reckonedFrom: [[UInt64]]

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
    self.monthlyPay = Self.bits(settings.indices.filter { settings[$0].isMonthlyPay }, wordCount)
    var reckonedFrom: [[UInt64]] = []
    for item in settings {
      let ofBases = item.base.map { reckonedFrom[$0] } + [Self.bits(item.base, wordCount)]
      reckonedFrom.append((0..<wordCount).map { word in ofBases.reduce(0) { $0 | $1[word] } })
    }
    self.reckonedFrom = reckonedFrom
  }

  /// Items as bits, 64 a word.
  static func bits(_ items: some Sequence<Int>, _ wordCount: Int) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: wordCount)
    for item in items { words[item / 64] |= 1 << UInt64(item % 64) }
    return words
  }

  /// Works out items for several kinds of teachers.
  ///
  /// - Parameters:
  ///   - needed: The items, one bit each, with all that they are reckoned from.
  ///   - kinds: The kinds.
  ///   - segment: The segment.
  ///   - amounts: Receives the needed items in hundredths, by item and then by the kinds for which
  ///     there is room.
  package func amounts(
    _ needed: [UInt64],
    of kinds: PayKinds,
    segment: Int,
    into amounts: inout [Int],
  ) {
    var scratch = Scratch(kinds.count)
    var reckoning = Reckoning(of: kinds, in: Self.noValue, itemCount: itemCount)
    for word in needed.indices {
      let isPaid = entitlement.items(in: word, for: kinds)
      var left = needed[word]
      while left != 0 {
        let position = word * 64 + left.trailingZeroBitCount
        left &= left - 1
        guard paidItems[segment * needed.count + word] >> UInt64(position % 64) & 1 == 1 else {
          for kind in 0..<kinds.count { amounts[position * kinds.capacity + kind] = 0 }
          continue
        }
        let item = items[segment * itemCount + position]
        values.multiply(item.values, for: kinds, into: &scratch.values)
        if item.base.isEmpty {
          Self.write(position, of: kinds, isPaid, to: &amounts) { kind in
            Self.hundredths(scratch.values[kind] * kinds.fullTimeShares[kind])
          }
        } else {
          addBases(of: item, for: kinds, amounts, &scratch)
          if item.reckonedAs >= 0 {
            reckon(item, at: position, for: kinds, segment, &reckoning, &scratch)
          }
          limit(&scratch, by: item, for: kinds)
          Self.write(position, of: kinds, isPaid, to: &amounts) { kind in
            Self.share(scratch.values[kind], of: scratch.sums[kind])
          }
        }
      }
    }
  }

  /// What is reckoned of an item for each kind.
  private struct Scratch {
    var values: [Double]
    var limits: [Double]
    var sums: [Int]

    init(_ count: Int) {
      self.values = [Double](repeating: 0, count: count)
      self.limits = values
      self.sums = [Int](repeating: 0, count: count)
    }
  }

  /// Writes the amounts of an item for the kinds to which it is paid, and zero for the others.
  @inline(__always)
  private static func write(
    _ item: Int,
    of kinds: PayKinds,
    _ isPaid: [UInt64],
    to amounts: inout [Int],
    _ amount: (Int) -> Int,
  ) {
    let bit = UInt64(1) << UInt64(item % 64)
    let first = item * kinds.capacity
    var amounts = amounts.mutableSpan
    for kind in isPaid.indices {
      amounts[first &+ kind] = isPaid[kind] & bit == 0 ? 0 : amount(kind)
    }
  }

  /// Adds up the base items of an item.
  private func addBases(
    of item: Item,
    for kinds: PayKinds,
    _ amounts: [Int],
    _ scratch: inout Scratch,
  ) {
    for kind in 0..<kinds.count { scratch.sums[kind] = 0 }
    for base in item.base.lazy.map({ self.bases[$0] }) {
      let first = base * kinds.capacity
      for kind in 0..<kinds.count { scratch.sums[kind] += amounts[first &+ kind] }
    }
  }

  /// The kinds that are in another situation than that for which items are reckoned.
  private struct Reckoning {
    let situation: Int
    let kinds: PayKinds
    /// The number of each kind among those whose items are worked out.
    let numbers: [Int]
    /// The items of the kinds as if they were in the situation.
    var amounts: [Int]

    init(of kinds: PayKinds, in situation: Int, itemCount: Int) {
      self.situation = situation
      (self.kinds, self.numbers) =
        situation < 0 ? (PayKinds(capacity: 0), []) : kinds.others(in: situation)
      self.amounts = [Int](repeating: 0, count: itemCount * self.kinds.capacity)
    }
  }

  /// Adds up the base items of those for whom they are reckoned as in another situation.
  private func reckon(
    _ item: Item,
    at position: Int,
    for kinds: PayKinds,
    _ segment: Int,
    _ reckoning: inout Reckoning,
    _ scratch: inout Scratch,
  ) {
    if reckoning.situation != item.reckonedAs {
      reckoning = Reckoning(of: kinds, in: item.reckonedAs, itemCount: itemCount)
    }
    let others = reckoning.kinds
    guard others.count > 0 else { return }
    amounts(reckonedFrom[position], of: others, segment: segment, into: &reckoning.amounts)
    for (other, number) in reckoning.numbers.enumerated() {
      scratch.sums[number] = item.base.reduce(0) {
        $0 + reckoning.amounts[bases[$1] * others.capacity + other]
      }
    }
  }

  /// Keeps sums within the limits of an item.
  private func limit(_ scratch: inout Scratch, by item: Item, for kinds: PayKinds) {
    if item.floor >= 0 {
      values.multiply(item.floor..<(item.floor + 1), for: kinds, into: &scratch.limits)
      for kind in 0..<kinds.count where scratch.sums[kind] > 0 {
        scratch.sums[kind] = max(scratch.sums[kind], Self.hundredths(scratch.limits[kind]))
      }
    }
    if item.ceiling >= 0 {
      values.multiply(item.ceiling..<(item.ceiling + 1), for: kinds, into: &scratch.limits)
      for kind in 0..<kinds.count {
        scratch.sums[kind] = min(scratch.sums[kind], Self.hundredths(scratch.limits[kind]))
      }
    }
  }

  /// Whether each kind of teacher is entitled to any pay month by month, however little it is.
  func receivePay(_ kinds: PayKinds) -> [Bool] {
    var receive = [Bool](repeating: false, count: kinds.count)
    for word in monthlyPay.indices {
      for (kind, items) in entitlement.items(in: word, for: kinds).enumerated()
      where items & monthlyPay[word] != 0 {
        receive[kind] = true
      }
    }
    return receive
  }

  /// The most that a payment can be, in hundredths; loading refuses what comes near to it undrawn.
  private static let most = 1e15

  /// Money in hundredths, rounded half up.
  ///
  /// The slack keeps a half that binary fractions cannot hold, such as 0.285 × 100, from being lost.
  @inline(__always)
  package static func hundredths(_ amount: Double) -> Int {
    let scaled = min(amount * 100 + 0.5 + 1e-6, most)
    let whole = Int(scaled)
    // Towards zero is up for what is below zero.
    return Double(whole) > scaled ? whole - 1 : whole
  }

  /// A rate of a base in hundredths, rounded half up; the rate is held in billionths.
  @inline(__always)
  package static func share(_ rate: Double, of base: Int) -> Int {
    let billion = 1_000_000_000
    guard rate * Double(base) < most, rate < 1e6 else {
      return Int(min(rate * Double(base), most).rounded(.toNearestOrAwayFromZero))
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later

/// What every item is for every class of teachers in the segments of a window, in hundredths.
///
/// An amount is the parameter times its factors times the full-time share, rounded half up to the
/// hundredth. A rate multiplies the sum of its base items, each rounded, within the limits of the
/// base, and is rounded half up; rates hold nine decimals.
package struct PaySchedule: Sendable {
  /// One item in one segment.
  private struct Item: Sendable {
    let value: PayValues
    let factors: [PayValues]
    let floor: PayValues?
    let ceiling: PayValues?
    /// Whether the item is paid in the segment at all; only bases are cut by months.
    let isPaid: Bool
  }

  private let rules: PayRules
  private let segments: [[Item]]
  private let conditions: [[(ordinal: Int, holds: [Bool])]]

  /// Reads the values of a window.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - window: The window.
  ///   - year: The year that ends with the window.
  package init(_ rules: PayRules, _ window: PayWindow, in year: SimulatedYear) {
    let bases = Set(rules.settings.items.flatMap(\.base))
    self.rules = rules
    self.segments = window.segments.map { segment in
      rules.items.enumerated().map { position, item in
        func values(_ reference: ParameterReference) -> PayValues {
          PayValues(year.parameters.values(of: reference, at: segment.date))
        }
        return Item(
          value: values(item.value),
          factors: item.factors.map(values),
          floor: item.baseFloor.map(values),
          ceiling: item.baseCeiling.map(values),
          isPaid: !bases.contains(position)
            || rules.settings.items[position].isPaid(in: segment.date),
        )
      }
    }
    self.conditions = rules.settings.items.map { item in
      item.conditions.map { condition in
        let count = PayClasses.memberCount(of: condition.axis, year.dimensions)
        var holds = [Bool](repeating: false, count: count)
        for member in condition.members { holds[member] = true }
        return (condition.axis.ordinal, holds)
      }
    }
  }

  /// The number of items.
  package var itemCount: Int { rules.items.count }

  /// Works out all items for one kind of teacher.
  ///
  /// - Parameters:
  ///   - members: The teacher's member of each axis, by its ordinal.
  ///   - segment: The segment.
  ///   - fullTimeShare: The full-time equivalent of the contract.
  /// - Returns: The items in hundredths, items that are never paid included.
  package func amounts(of members: [Int], segment: Int, fullTimeShare: Double = 1) -> [Int] {
    var amounts = [Int](repeating: 0, count: itemCount)
    var reckoned: [Int: [Int]] = [:]
    for position in amounts.indices where applies(position, to: members) {
      let item = segments[segment][position]
      guard item.isPaid else { continue }
      let rule = rules.settings.items[position]
      var value = item.value[members]
      for factor in item.factors { value *= factor[members] }
      guard !rule.base.isEmpty else {
        amounts[position] = Self.hundredths(value * fullTimeShare)
        continue
      }
      var base = amounts
      if let situation = rule.reckonedAs.flatMap(PaySituation.allCases.firstIndex(of:)),
        situation != members[Axis.situation.ordinal]
      {
        var other = members
        other[Axis.situation.ordinal] = situation
        base =
          reckoned[situation]
          ?? self.amounts(of: other, segment: segment, fullTimeShare: fullTimeShare)
        reckoned[situation] = base
      }
      var sum = rule.base.reduce(0) { $0 + base[$1] }
      if let floor = item.floor, sum > 0 { sum = max(sum, Self.hundredths(floor[members])) }
      if let ceiling = item.ceiling { sum = min(sum, Self.hundredths(ceiling[members])) }
      amounts[position] = Self.share(value, of: sum)
    }
    return amounts
  }

  private func applies(_ item: Int, to members: [Int]) -> Bool {
    for condition in conditions[item] where !condition.holds[members[condition.ordinal]] {
      return false
    }
    return true
  }

  /// Money in hundredths, rounded half up.
  ///
  /// The slack keeps a half that binary fractions cannot hold, such as 0.285 × 100, from being lost.
  package static func hundredths(_ amount: Double) -> Int {
    Int((amount * 100 + 0.5 + 1e-6).rounded(.down))
  }

  /// A rate of a base in hundredths, rounded half up; the rate is held in billionths.
  package static func share(_ rate: Double, of base: Int) -> Int {
    let billion = 1_000_000_000
    let billionths = Int((rate * Double(billion)).rounded())
    let (product, overflow) = base.multipliedReportingOverflow(by: billionths)
    guard !overflow, product <= .max - billion else {
      return Int((rate * Double(base)).rounded(.toNearestOrAwayFromZero))
    }
    return (product + billion / 2) / billion
  }
}

/// The values of a parameter, found by members that are numbered by the ordinals of axes.
struct PayValues: Sendable {
  private let values: [Double]
  private let axes: [(ordinal: Int, count: Int, stride: Int)]

  init(_ values: ParameterValues) {
    self.values = values.values
    self.axes = zip(values.axes, values.shape).map { axis, count in
      (axis.ordinal, count, values.stride(of: axis))
    }
  }

  /// The value; zero where a member is absent.
  subscript(members: [Int]) -> Double {
    var index = 0
    for (ordinal, count, stride) in axes {
      guard members[ordinal] < count else { return 0 }
      index += members[ordinal] * stride
    }
    return values[index]
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What was spent by fiscal year, item and payer, in means over replications.
///
/// Means are rounded to the hundredth, as in the table, and summed as whole hundredths: every total is
/// the sum of what the table shows. Only means are kept, since quantiles do not add up.
struct CostFigures: Sendable {
  /// The items on which something is spent, in their order.
  let items: [Member]
  /// The payers who pay something, in their order.
  let payers: [Member]
  private let hundredths: [Place: Int]

  private struct Place: Hashable {
    let year: Int
    let item: String
    let payer: String
  }

  /// What was spent on an item, by a payer.
  ///
  /// - Parameters:
  ///   - year: The fiscal year.
  ///   - item: The code of the item; `nil` for all.
  ///   - payer: The code of the payer; `nil` for all.
  /// - Returns: The amount in the currency.
  func amount(_ year: Int, item: String? = nil, payer: String? = nil) -> Double {
    let items = item.map { [$0] } ?? self.items.map(\.code)
    let payers = payer.map { [$0] } ?? self.payers.map(\.code)
    let total = items.reduce(0) { sum, item in
      sum
        + payers.reduce(0) {
          $0 + hundredths[Place(year: year, item: item, payer: $1), default: 0]
        }
    }
    return Double(total) / 100
  }

  /// Whether nothing was spent in any year.
  var isEmpty: Bool { items.isEmpty }

  private init(items: [Member], payers: [Member], hundredths: [Place: Int]) {
    let spent = hundredths.filter { $0.value != 0 }
    let (paidItems, whoPay) = (Set(spent.keys.map(\.item)), Set(spent.keys.map(\.payer)))
    self.items = items.filter { paidItems.contains($0.code) }
    self.payers = payers.filter { whoPay.contains($0.code) }
    self.hundredths = spent
  }
}

extension CostFigures {
  /// Takes what a run folder holds of the table of cost.
  ///
  /// - Parameter run: The run; of its regions, those that were read count.
  init(_ run: KeptRun) {
    var hundredths: [Place: Int] = [:]
    for row in run.rows("cost") {
      let place = Place(year: row.year, item: row.texts[0], payer: row.texts[1])
      hundredths[place, default: 0] += Money.hundredths(row.numbers[1])
    }
    self.init(
      items: run.labels.members("item"),
      payers: run.labels.members("payer"),
      hundredths: hundredths,
    )
  }

  /// Takes what results in memory hold; `nil` if pay was not modelled.
  ///
  /// - Parameters:
  ///   - projection: The results.
  ///   - years: The fiscal years wanted.
  init?(_ projection: Projection, years: [Int]) {
    guard let table = projection.ensemble.layout["cost"] else { return nil }
    let (items, payers) = (table.keys[2].members, table.keys[3].members)
    let rows = table.rows ?? Array(0..<table.count)
    var hundredths: [Place: Int] = [:]
    var values: [Double] = []
    var sorted: [Double] = []
    for year in years {
      for (position, row) in rows.enumerated() {
        projection.ensemble.values(
          table.offset + position,
          year: year - projection.scenario.calendar.firstYear,
          into: &values,
        )
        let members = table.members(ofRow: row)
        let place = Place(
          year: year,
          item: items[members[2]].code,
          payer: payers[members[3]].code,
        )
        hundredths[place, default: 0] +=
          Money.hundredths(Statistic(values, sorted: &sorted).mean)
      }
    }
    self.init(items: items, payers: payers, hundredths: hundredths)
  }
}

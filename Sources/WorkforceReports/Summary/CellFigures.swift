// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Need and availability of one region, stage and subject in one year.
struct CellFigures: Sendable {
  let region: Member
  let stage: Member
  let subject: Member
  /// The need in full-time equivalents.
  let need: Statistic
  /// The available full-time equivalents.
  let available: Statistic
  /// Need less availability.
  let gap: Statistic
  /// The share of replications that are short.
  let chance: Double

  /// The cells with the largest figures of at least half a full-time equivalent, the largest first.
  ///
  /// - Parameters:
  ///   - count: The most cells.
  ///   - cells: The cells; equal ones keep their order.
  ///   - size: The figure.
  /// - Returns: The cells.
  static func largest(
    _ count: Int,
    of cells: [CellFigures],
    by size: (CellFigures) -> Double,
  ) -> [CellFigures] {
    let candidates = cells.enumerated().filter { size($0.element) >= 0.5 }
    let ordered = candidates.sorted { first, second in
      let sizes = (size(first.element), size(second.element))
      return sizes.0 == sizes.1 ? first.offset < second.offset : sizes.0 > sizes.1
    }
    return ordered.prefix(count).map(\.element)
  }
}

extension Projection {
  /// The figures of all cells in a year; none where need was not modelled.
  ///
  /// - Parameter year: The school year.
  /// - Returns: The cells in the order of the shortage table.
  func cellFigures(in year: Int) -> [CellFigures] {
    guard scenario.rules.need != nil else { return [] }
    let dimensions = scenario.dimensions
    var cells: [CellFigures] = []
    var statistics: [String: Statistic] = [:]
    forEachShortageRow(of: year...year) { row in
      statistics[row.measure] = row.statistic
      // A cell's measures come together; the last one completes it.
      guard row.measure == Self.shortageMeasures.last,
        let need = statistics["need"], let available = statistics["available"],
        let gap = statistics["gap"], let chance = statistics["chance_of_shortage"]
      else { return }
      cells.append(
        CellFigures(
          region: dimensions[.region].members[row.region],
          stage: dimensions[.stage].members[row.stage],
          subject: dimensions[.subject].members[row.subject],
          need: need,
          available: available,
          gap: gap,
          chance: chance.mean,
        )
      )
    }
    return cells
  }
}

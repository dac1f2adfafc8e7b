// SPDX-License-Identifier: GPL-3.0-or-later

/// A published figure beside the model's.
public struct TargetResult: Sendable {
  /// The target.
  public let target: Target
  /// The model's figure over replications.
  public let statistic: Statistic

  /// The model's mean over the published figure, less one.
  public var relativeError: Double {
    target.published == 0 ? statistic.mean : statistic.mean / target.published - 1
  }

  /// Whether the model's mean lies within the tolerance of the published figure.
  public var isMet: Bool { abs(relativeError) <= target.tolerance }

  /// Whether the published figure lies within the model's 5 % to 95 % band.
  public var isInBand: Bool {
    (statistic.p05...statistic.p95).contains(target.published)
  }
}

extension Projection {
  /// The results of all targets whose years were simulated.
  public var targetResults: [TargetResult] {
    scenario.targets.compactMap { target in
      values(of: target).map { values in
        var sorted: [Double] = []
        return TargetResult(target: target, statistic: Statistic(values, sorted: &sorted))
      }
    }
  }

  /// The model's figure for a target in each replication; `nil` if its years were not simulated.
  private func values(of target: Target) -> [Double]? {
    guard
      let table = ensemble.layout[target.table],
      scenario.calendar.years.contains(target.years.lowerBound),
      scenario.calendar.years.contains(target.years.upperBound)
    else { return nil }
    let positions = positions(in: table, keys: target.keys)
    let years =
      target.overYears == .last
      ? target.years.upperBound...target.years.upperBound
      : target.years
    let divisor = target.overYears == .mean ? Double(years.count) : 1
    var sums = [Double](repeating: 0, count: ensemble.replications)
    var figures: [Double] = []
    for year in years {
      for position in positions {
        ensemble.values(
          table.offset + position,
          year: year - scenario.calendar.firstYear,
          into: &figures,
        )
        for replication in sums.indices { sums[replication] += figures[replication] }
      }
    }
    return sums.map { $0 / divisor }
  }

  /// The figures of a table whose keys are among the given members.
  private func positions(in table: TableLayout, keys: [String: [String]]) -> [Int] {
    (table.rows ?? Array(0..<table.count)).enumerated().filter { _, row in
      zip(table.keys, table.members(ofRow: row)).allSatisfy { key, member in
        keys[key.name].map { $0.contains(key.members[member].code) } ?? true
      }
    }.map(\.offset)
  }
}

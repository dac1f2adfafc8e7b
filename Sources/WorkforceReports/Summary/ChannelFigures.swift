// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What one entry channel did over all years.
struct ChannelFigures: Sendable {
  /// The channel.
  let channel: Member
  /// The measures that are kept, in the order of the page.
  static let measures = ["planned", "applicants", "hired", "unfilled"]
  /// The distribution of each measure's total.
  let totals: [Statistic]
}

extension Projection {
  /// What each channel did over all years; none where recruitment did not run.
  var channelFigures: [ChannelFigures] {
    guard scenario.rules.recruitment != nil, let table = ensemble.layout["recruitment"] else {
      return []
    }
    return scenario.dimensions[.channel].members.map { channel in
      var sorted: [Double] = []
      let statistics = ChannelFigures.measures.map { measure in
        Statistic(
          totals(of: table, where: ["channel": channel.code, "measure": measure]),
          sorted: &sorted,
        )
      }
      return ChannelFigures(channel: channel, totals: statistics)
    }
  }

  /// The total over all years of the figures with the given keys, in each replication.
  private func totals(of table: TableLayout, where wanted: [String: String]) -> [Double] {
    let positions = (table.rows ?? Array(0..<table.count)).enumerated().filter { _, row in
      zip(table.keys, table.members(ofRow: row)).allSatisfy { key, member in
        wanted[key.name].map { $0 == key.members[member].code } ?? true
      }
    }.map(\.offset)
    var totals = [Double](repeating: 0, count: ensemble.replications)
    var values: [Double] = []
    for position in positions {
      for year in 0..<scenario.calendar.yearCount {
        ensemble.values(table.offset + position, year: year, into: &values)
        for replication in totals.indices { totals[replication] += values[replication] }
      }
    }
    return totals
  }
}

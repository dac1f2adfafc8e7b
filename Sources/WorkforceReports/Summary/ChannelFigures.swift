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
    let channels = scenario.dimensions[.channel].members
    let totals = totals(
      of: table,
      wanted: channels.flatMap { channel in
        ChannelFigures.measures.map { ["channel": channel.code, "measure": $0] }
      },
    )
    var sorted: [Double] = []
    return channels.enumerated().map { number, channel in
      let first = number * ChannelFigures.measures.count
      return ChannelFigures(
        channel: channel,
        totals: ChannelFigures.measures.indices.map {
          Statistic(totals[first + $0], sorted: &sorted)
        },
      )
    }
  }

  /// The totals over all years of the figures with given keys, in each replication.
  ///
  /// Year by year, as the figures of a year lie together: going through the years for each figure
  /// would read all blocks of the archive again and again.
  private func totals(of table: TableLayout, wanted: [[String: String]]) -> [[Double]] {
    let rows = table.rows ?? Array(0..<table.count)
    let positions = wanted.map { wanted in
      rows.indices.filter { position in
        zip(table.keys, table.members(ofRow: rows[position])).allSatisfy { key, member in
          wanted[key.name].map { $0 == key.members[member].code } ?? true
        }
      }
    }
    let none = [Double](repeating: 0, count: ensemble.replications)
    var totals = [[Double]](repeating: none, count: wanted.count)
    var values: [Double] = []
    for year in 0..<scenario.calendar.yearCount {
      for (number, positions) in positions.enumerated() {
        for position in positions {
          ensemble.values(table.offset + position, year: year, into: &values)
          for replication in values.indices { totals[number][replication] += values[replication] }
        }
      }
    }
    return totals
  }
}

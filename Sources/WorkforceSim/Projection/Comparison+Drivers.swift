// SPDX-License-Identifier: GPL-3.0-or-later

extension Comparison {
  /// What drives the differences, as identities that hold in every replication.
  ///
  /// - The headcount of a year is that of the opening, plus those who entered and less those who left
  ///   in all years so far.
  /// - gap = need − available.
  /// - Cost is the sum of its items, and of its payers, in whole hundredths.
  /// - Shortage is the sum of regions, and of subjects, to the single precision of the records.
  ///
  /// What rounding makes of equal figures is no difference.
  package var driverSets: [DriverSet] {
    var sets = [headcountByFlow]
    if hasTable("shortage", of: "need") {
      sets.append(gapByPart)
      sets += shortageBy([.region, .subject])
    }
    if hasTable("cost", of: "pay") { sets += costBy([.item, .payer]) }
    return sets
  }

  private func hasTable(_ name: String, of section: String) -> Bool {
    areComparable(section: section) && base.scenario.rules.phaseNames.contains(section)
      && table(name) != nil
  }

  private func total(_ measure: String) -> Driver {
    Driver(member: .total, differences: years.map { differences(measure, year: $0) })
  }

  private func differences(_ measure: String, year: Int) -> [Double] {
    let figures = figures(measure, year: year)
    return zip(figures.base, figures.other).map { $1.difference(from: $0) }
  }

  // MARK: - Headcount

  /// The opening follows from the first year in common, so later years put the identity to the test.
  private var headcountByFlow: DriverSet {
    let kinds = [base, other].map { FlowKinds($0.scenario.dimensions) }
    var left: [Member] = []
    for member in kinds.flatMap({ Array($0.members[$0.leaving]) })
    where !left.contains(where: { $0.code == member.code }) {
      left.append(member)
    }
    let entered = kinds[0].members[kinds[0].recruited]
    let flows =
      [added(entered, isLeaving: false)] + left.map { added($0, isLeaving: true) }
    let total = total("headcount")
    let opening = total.differences[0].indices.map { replication in
      let moved = flows.reduce(0) { $0 + $1.differences[0][replication] }
      return total.differences[0][replication].difference(from: moved)
    }
    let member = Member("opening", label: LocalizedText("at the opening", chinese: "期初"))
    let start = Driver(
      member: member,
      differences: years.map { _ in opening },
    )
    return DriverSet(measure: "headcount", kind: .flow, drivers: [start] + flows, total: total)
  }

  /// What a movement of the whole adds to the headcount, over the years so far.
  private func added(_ flow: Member, isLeaving: Bool) -> Driver {
    var sums = (
      base: [Double](repeating: 0, count: base.replications),
      other: [Double](repeating: 0, count: base.replications),
    )
    let differences = years.map { year in
      let figures = figures(flow.code, year: year)
      sums = (zip(sums.base, figures.base).map(+), zip(sums.other, figures.other).map(+))
      return zip(sums.base, sums.other).map { base, other in
        isLeaving ? base.difference(from: other) : other.difference(from: base)
      }
    }
    return Driver(member: flow, differences: differences)
  }

  // MARK: - Gap

  private var gapByPart: DriverSet {
    let parts = [("need", 1.0), ("available", -1.0)].map { code, sign in
      let member = RecordLayout.summaryMeasures.first { $0.code == code } ?? Member(code)
      return Driver(
        member: member,
        differences: years.map { year in
          differences(code, year: year).map { sign * $0 }
        },
      )
    }
    return DriverSet(measure: "gap", kind: .part, drivers: parts, total: total("gap"))
  }

  // MARK: - Sums over rows

  private func shortageBy(_ kinds: [DriverKind]) -> [DriverSet] {
    guard let table = table("shortage") else { return [] }
    let cells = ComparedCells(table)
    return sums(kinds, of: "shortage", table) { reader, body in
      for cell in cells.cells {
        let figures = cell.figures(&reader)
        body(cell.members, figures.shortageDifferences, figures.size)
      }
    }
  }

  private func costBy(_ kinds: [DriverKind]) -> [DriverSet] {
    guard let table = table("cost") else { return [] }
    return sums(kinds, of: "cost", table) { reader, body in
      for row in table.rows {
        reader.read(row)
        body(row.members, reader.differences(keptIn: table.precision), reader.size)
      }
    }
  }

  /// Visits rows: their members, differences, and the size of the figures that these come from.
  private typealias RowBody = (_ members: [Int], _ differences: [Double], _ size: Double) -> Void

  /// Adds the differences of rows up by each of several keys.
  private func sums(
    _ kinds: [DriverKind],
    of measure: String,
    _ table: ComparedTable,
    visit: (inout PairReader, RowBody) -> Void,
  ) -> [DriverSet] {
    let none = [Double](repeating: 0, count: base.replications)
    let keys = kinds.compactMap { kind in table.keys.firstIndex { $0.name == kind.rawValue } }
    var sums = keys.map { key in
      table.keys[key].members.map { Driver(member: $0, differences: years.map { _ in none }) }
    }
    forEachYear { reader, year in
      let number = year - years.lowerBound
      var sizes = keys.map { [Double](repeating: 0, count: table.keys[$0].members.count) }
      visit(&reader) { members, differences, size in
        for (position, key) in keys.enumerated() {
          sizes[position][members[key]] += size
          for replication in differences.indices where differences[replication] != 0 {
            sums[position][members[key]].differences[number][replication] +=
              differences[replication]
          }
        }
      }
      for position in sums.indices {
        for member in sums[position].indices {
          sums[position][member].differences[number] =
            sums[position][member].differences[number]
            .map { $0.cleared(ofRounding: sizes[position][member], keptIn: table.precision) }
        }
      }
    }
    let total = total(measure)
    return zip(kinds, sums).map { kind, drivers in
      DriverSet(measure: measure, kind: kind, drivers: drivers, total: total)
    }
  }
}

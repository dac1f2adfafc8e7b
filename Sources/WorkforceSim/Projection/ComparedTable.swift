// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of two runs: the rows of both, matched by the codes of their members.
package struct ComparedTable: Sendable {
  /// A row and where its figure lies in a year's record of each run; `nil` where a run has none.
  package struct Row: Hashable, Sendable {
    /// The positions of the keys' members.
    package let members: [Int]
    /// The position in the base.
    package internal(set) var base: Int?
    /// The position in the other run.
    package internal(set) var other: Int?
  }

  /// The table's name.
  package let name: String
  /// The keys: the members of the base, then those that only the other run has.
  package let keys: [TableKey]
  /// The rows of either run, by the order of the keys.
  package let rows: [Row]
  /// How precisely the figures are kept.
  let precision: FigurePrecision

  /// Matches the rows of a table.
  ///
  /// - Parameters:
  ///   - base: The base's table.
  ///   - other: The other run's table, with the same keys.
  ///   - precision: How precisely the figures are kept.
  init(_ base: TableLayout, _ other: TableLayout, keptIn precision: FigurePrecision) {
    precondition(base.keys.map(\.name) == other.keys.map(\.name), "two forms of \(base.name)")
    let keys = zip(base.keys, other.keys).map { base, other in
      let known = Set(base.members.map(\.code))
      return TableKey(base.name, base.members + other.members.filter { !known.contains($0.code) })
    }
    let merged = TableLayout(name: base.name, keys: keys, offset: 0, rows: nil)
    let positions = keys.map { key in
      Dictionary(uniqueKeysWithValues: zip(key.members.map(\.code), 0...))
    }
    var found: [Int: Row] = [:]
    func add(_ table: TableLayout, to side: WritableKeyPath<Row, Int?>) {
      for (position, row) in (table.rows ?? Array(0..<table.count)).enumerated() {
        let members = table.keys.indices.map { key in
          positions[key][table.keys[key].members[table.members(ofRow: row)[key]].code] ?? 0
        }
        let number = zip(members, merged.strides).reduce(0) { $0 + $1.0 * $1.1 }
        found[number, default: Row(members: members)][keyPath: side] = table.offset + position
      }
    }
    add(base, to: \.base)
    add(other, to: \.other)
    self.name = base.name
    self.keys = keys
    self.precision = precision
    self.rows = found.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// One row of a comparison: its keys, both means and the difference.
package struct ComparedRow: Sendable {
  /// The year.
  package let year: Int
  /// The positions of the keys' members.
  package let members: [Int]
  /// The mean of the base.
  package let baseMean: Double
  /// The mean of the other run.
  package let otherMean: Double
  /// The difference, other less base.
  package let difference: PairedDifference

  /// Compares a figure.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - members: The positions of the keys' members.
  ///   - base: The figure in each replication of the base.
  ///   - other: The figure in each replication of the other run.
  ///   - differences: Other less base in each replication.
  ///   - sorted: Working space.
  init(
    year: Int,
    members: [Int],
    base: [Double],
    other: [Double],
    differences: [Double],
    sorted: inout [Double],
  ) {
    self.year = year
    self.members = members
    self.baseMean = Statistic(base, sorted: &sorted).mean
    self.otherMean = Statistic(other, sorted: &sorted).mean
    self.difference = PairedDifference(differences: differences, sorted: &sorted)
  }
}

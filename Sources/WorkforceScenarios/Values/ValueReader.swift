// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the dated values of a parameter from keys or from a table.
struct ValueReader {
  let definition: ParameterDefinition
  let axes: [Axis]
  let dimensions: Dimensions
  let log: InputLog
  let otherwise: ParameterLeaf?

  private var leafReader: LeafReader { LeafReader(unit: definition.unit, problems: log.problems) }
  private var axisKeys: [AxisKeys] {
    axes.map { AxisKeys(axis: $0, dimension: dimensions[$0]) }
  }

  /// Reads the key `values`.
  ///
  /// - Parameters:
  ///   - node: The dates with their values.
  ///   - name: The path of keys to the node.
  /// - Returns: The values by date, or nil if a problem was reported.
  func values(_ node: LocatedNode, name: String) -> [DatedValues]? {
    guard case .mapping(let entries) = node.content else {
      log.report(
        "'\(name)' is \(node.kindName), but dates are needed. "
          + "Write the date from which a value holds, such as '2026-09-01: …'.",
        at: node.location,
      )
      return nil
    }
    var dated: [DatedValues] = []
    var isComplete = !entries.isEmpty
    for entry in entries {
      let key = LocatedText(name: name, text: entry.key, location: entry.location)
      guard let date = key.valueDate(reporting: log.problems) else {
        isComplete = false
        continue
      }
      if let last = dated.last, date <= last.from {
        log.report(
          "\(entry.key) does not come after \(last.from)-01. Put the dates in ascending order.",
          at: entry.location,
        )
      }
      let path = "\(name).\(entry.key)"
      if let values = values(of: entry, date: date, path: path) {
        dated.append(values)
      } else {
        isComplete = false
      }
    }
    if entries.isEmpty { log.report("'\(name)' is empty. Add a date.", at: node.location) }
    return isComplete ? dated : nil
  }

  private func values(
    of entry: LocatedNode.Entry,
    date: Month,
    path: String,
  ) -> DatedValues? {
    var grid = emptyGrid
    let before = log.problems.count
    collect(entry.value, name: path, keys: [], into: &grid)
    guard log.problems.count == before else { return nil }
    return complete(grid, date: date, "'\(path)'", at: entry.location)
  }

  private var emptyGrid: ValueGrid {
    ValueGrid(
      axes: axes,
      dimensions: dimensions,
      addsUpAlong: definition.addsUpAlong,
      problems: log.problems,
    )
  }

  private func complete(
    _ grid: ValueGrid,
    date: Month,
    _ what: String,
    at location: SourceLocation,
  ) -> DatedValues? {
    let lowest = definition.unit.range.lowerBound
    guard let leaves = grid.values(otherwise: otherwise, lowest: lowest, at: location, what) else {
      return nil
    }
    ShareSums.check(
      leaves,
      axes: axes,
      definition: definition,
      dimensions: dimensions,
      what,
      at: location,
      log.problems,
    )
    return DatedValues(from: date, leaves: leaves)
  }

  /// Walks down the keys, one level for each axis.
  private func collect(
    _ node: LocatedNode,
    name: String,
    keys: [AxisKeys.Match],
    into grid: inout ValueGrid,
  ) {
    guard keys.count < axes.count else {
      if let leaf = leafReader.leaf(node, name: name) {
        grid.fill(ValueEntry(keys: keys, leaf: leaf, location: node.location))
      }
      return
    }
    let axis = axisKeys[keys.count]
    guard case .mapping(let entries) = node.content,
      !entries.contains(where: { $0.key == "distribution" })
    else {
      log.report(
        "'\(name)' is one value, but 'by' names the axis '\(axis.axis.rawValue)' here. "
          + "Write a key for each \(axis.axis.declaredAs.word), or 'other: …' for all.",
        at: node.location,
      )
      return
    }
    for entry in entries {
      let key = LocatedText(name: name, text: entry.key, location: entry.location)
      guard let match = axis.match(key, log.problems) else { continue }
      collect(entry.value, name: "\(name).\(entry.key)", keys: keys + [match], into: &grid)
    }
  }

  // MARK: - Tables

  /// Reads a table of values.
  ///
  /// - Parameters:
  ///   - path: The table's path.
  ///   - from: The date of all rows if the table has no column `from`.
  /// - Returns: The values by date, or nil if a problem was reported.
  func table(_ path: String, from: Month?) -> [DatedValues]? {
    guard let table = log.table(path),
      let columns = TableColumns(table.header, axes: axisKeys, from: from, log: log)
    else { return nil }
    let before = log.problems.count
    var grids: [Month: ValueGrid] = [:]
    var places: [Month: SourceLocation] = [:]
    var lastDate: Month?
    for row in table.writtenRows {
      guard let date = columns.date(row, log.problems) else { continue }
      if let lastDate, date < lastDate {
        log.report(
          "\(date)-01 comes after \(lastDate)-01. Put the rows in the order of their dates.",
          at: row.location(columns.from ?? 0),
        )
      }
      lastDate = date
      places[date] = places[date] ?? row.location
      for entry in columns.entries(row, leafReader) {
        grids[date, default: emptyGrid].fill(entry)
      }
    }
    guard log.problems.count == before else { return nil }
    let dated = places.keys.sorted().compactMap { date in
      complete(
        grids[date] ?? emptyGrid,
        date: date,
        "the table from \(date)-01",
        at: places[date] ?? SourceLocation(file: path),
      )
    }
    return log.problems.count == before ? dated : nil
  }
}

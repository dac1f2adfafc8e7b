// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What the columns of a table of values mean: long with a column `value`, or wide.
struct TableColumns {
  /// The column with dates, if there is one.
  let from: Int?
  private let date: Month?
  private let axes: [AxisKeys]
  /// The column of each axis; the last is nil in a wide table.
  private let axisColumns: [Int?]
  /// The columns with values, with the member of the last axis in a wide table.
  private let valueColumns: [(column: Int, key: AxisKeys.Match?)]
  private let problems: ProblemCollector

  /// Finds the columns.
  ///
  /// - Parameters:
  ///   - header: The names of the columns.
  ///   - axes: The axes of the values, outermost first.
  ///   - from: The date of all rows if there is no column for it.
  ///   - log: Takes what is wrong.
  init?(_ header: CSVHeader, axes: [AxisKeys], from: Month?, log: InputLog) {
    let problems = log.problems
    let before = problems.count
    self.axes = axes
    self.problems = problems
    self.date = from
    self.from = header.optionalColumn("from")
    let place = SourceLocation(file: header.file, line: 1)
    if self.from == nil, from == nil {
      log.report(
        "there is no column 'from'. Add it with the dates, or 'from: …' to the parameter.",
        at: place,
      )
    } else if self.from != nil, from != nil {
      log.report(
        "the dates stand in the column 'from' and in the parameter's 'from'. Keep one.",
        at: place,
      )
    }
    let isWide = !axes.isEmpty && header.optionalColumn("value") == nil
    var axisColumns: [Int?] = axes.map { header.optionalColumn($0.axis.rawValue) }
    if isWide, axisColumns.last != .some(nil) {
      _ = header.column("value", reporting: problems)
    }
    for (position, axis) in axes.enumerated() where !(isWide && position == axes.count - 1) {
      if axisColumns[position] == nil {
        axisColumns[position] = header.column(axis.axis.rawValue, reporting: problems)
      }
    }
    let used = Set(axisColumns.compactMap { $0 } + [self.from].compactMap { $0 })
    var valueColumns: [(Int, AxisKeys.Match?)] = []
    if isWide, let last = axes.last {
      for (column, name) in header.names.enumerated() where !used.contains(column) {
        let key = LocatedText(name: "the header", text: name, location: place)
        if let match = last.match(key, problems) { valueColumns.append((column, match)) }
      }
    } else if let column = header.column("value", reporting: problems) {
      valueColumns = [(column, nil)]
      header.finish(
        allowed: axes.map(\.axis.rawValue) + ["from", "value"],
        reporting: problems,
      )
    }
    self.axisColumns = axisColumns
    self.valueColumns = valueColumns
    guard problems.count == before else { return nil }
  }

  /// The date from which a row holds.
  func date(_ row: CSVRow, _ problems: ProblemCollector) -> Month? {
    from.map { row.value($0).tableValueDate(reporting: problems) } ?? date
  }

  /// The values of a row.
  func entries(_ row: CSVRow, _ reader: LeafReader) -> [ValueEntry] {
    var keys: [AxisKeys.Match] = []
    for (axis, column) in zip(axes, axisColumns) {
      guard let column else { continue }
      guard let match = axis.match(row.value(column), problems) else { return [] }
      keys.append(match)
    }
    return valueColumns.compactMap { column, key in
      reader.leaf(row.value(column)).map {
        ValueEntry(keys: keys + (key.map { [$0] } ?? []), leaf: $0, location: row.location(column))
      }
    }
  }
}

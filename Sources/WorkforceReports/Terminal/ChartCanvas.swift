// SPDX-License-Identifier: GPL-3.0-or-later

/// The grid of marks between a chart's axes.
struct ChartCanvas {
  /// A sign in the grid and its colour.
  struct Mark {
    let sign: String
    let ink: Style.Ink?
  }

  let columns: Int
  private let axis: ChartAxis
  private let yearCount: Int
  private var grid: [[Mark?]]

  init(columns: Int, rows: Int, axis: ChartAxis, years: [Int]) {
    self.columns = columns
    self.axis = axis
    yearCount = years.count
    grid = Array(repeating: Array(repeating: nil, count: columns), count: rows)
  }

  /// The grid's column of a year.
  func column(of index: Int) -> Int {
    guard yearCount > 1 else { return columns / 2 }
    return (index * (columns - 1) + (yearCount - 1) / 2) / (yearCount - 1)
  }

  mutating func shade(from lower: [Double], to upper: [Double], mark: Mark) {
    for column in 0..<columns {
      guard let low = value(lower, column: column), let high = value(upper, column: column) else {
        continue
      }
      let (bottom, top) = (axis.row(of: min(low, high)), axis.row(of: max(low, high)))
      for row in bottom...top { grid[row][column] = mark }
    }
  }

  mutating func draw(_ values: [Double], mark: Mark) {
    var previous: Int?
    for column in 0..<columns {
      let row = value(values, column: column).map { axis.row(of: $0) }
      defer { previous = row }
      guard let row else { continue }
      grid[row][column] = mark
      // A steep line has no holes between its rows.
      guard let previous, abs(row - previous) > 1 else { continue }
      for between in min(row, previous) + 1..<max(row, previous) { grid[between][column] = mark }
    }
  }

  func text(row: Int, style: Style) -> String {
    var text = ""
    for mark in grid[row] { text += mark.map { style.paint($0.sign, $0.ink) } ?? " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The value on the straight line between the two years beside a column.
  private func value(_ values: [Double], column: Int) -> Double? {
    guard values.count > 1 else {
      return column == columns / 2 && ChartAxis.canDraw(values[0]) ? values[0] : nil
    }
    let position = Double(column) * Double(values.count - 1) / Double(columns - 1)
    let index = min(Int(position), values.count - 2)
    let share = position - Double(index)
    let value: Double
    if share == 0 {
      value = values[index]
    } else if share == 1 {
      value = values[index + 1]
    } else {
      value = values[index] + (values[index + 1] - values[index]) * share
    }
    return ChartAxis.canDraw(value) ? value : nil
  }
}

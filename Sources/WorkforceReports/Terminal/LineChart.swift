// SPDX-License-Identifier: GPL-3.0-or-later

/// A small chart in text: series over years, with a shaded band of uncertainty.
///
/// Values between two years lie on the straight line between them. The band is drawn first, then
/// the series in their order; a later one covers an earlier one where they meet. The value axis
/// need not begin at zero, since it compares lines and not areas.
package struct LineChart {
  /// A named line.
  package struct Series: Hashable, Sendable {
    /// The name in the legend.
    package var name: String
    /// A value for every year; NaN leaves a hole.
    package var values: [Double]

    /// Creates a line.
    ///
    /// - Parameters:
    ///   - name: The name in the legend.
    ///   - values: A value for every year; NaN leaves a hole.
    package init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// A shaded range around a line.
  package struct Band: Hashable, Sendable {
    /// The name in the legend.
    package var name: String
    /// The lower edge for every year.
    package var lower: [Double]
    /// The upper edge for every year.
    package var upper: [Double]

    /// Creates a range.
    ///
    /// - Parameters:
    ///   - name: The name in the legend.
    ///   - lower: The lower edge for every year.
    ///   - upper: The upper edge for every year.
    package init(_ name: String, lower: [Double], upper: [Double]) {
      self.name = name
      self.lower = lower
      self.upper = upper
    }
  }

  let title: String
  let years: [Int]
  let series: [Series]
  let band: Band?

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The line above the chart; empty for none.
  ///   - years: The years from first to last, at least one.
  ///   - series: One to three lines, each with a value for every year.
  ///   - band: The shaded range; nil for none.
  package init(_ title: String, years: [Int], series: [Series], band: Band? = nil) {
    precondition(!years.isEmpty, "a chart needs a year")
    precondition(1...3 ~= series.count, "\(series.count) series; a chart shows 1 to 3")
    let counts =
      series.map(\.values.count) + [band?.lower.count, band?.upper.count].compactMap(\.self)
    precondition(
      counts.allSatisfy { $0 == years.count },
      "\(counts) values for \(years.count) years",
    )
    self.title = title
    self.years = years
    self.series = series
    self.band = band
  }

  /// Draws the chart.
  ///
  /// - Parameters:
  ///   - width: The columns of the chart, at least 40.
  ///   - height: The rows above the year axis, at least 3.
  ///   - style: What the terminal can show.
  /// - Returns: The lines: title, rows, year axis and legend.
  package func lines(width: Int = 72, height: Int = 10, style: Style = .plain) -> [String] {
    precondition(width >= 40 && height >= 3, "\(width) × \(height) is too small for a chart")
    let marks = Marks(style)
    guard let axis = ChartAxis(values: allValues, rows: height) else {
      return [title, marks.legend(self, style: style)].filter { !$0.isEmpty }
    }
    let labels = (0..<height).map { axis.label(row: $0) }
    let margin = labels.map { displayWidth(of: $0) }.max() ?? 0
    var canvas = ChartCanvas(columns: width - margin - 2, rows: height, axis: axis, years: years)
    if let band { canvas.shade(from: band.lower, to: band.upper, mark: marks.band) }
    for (line, mark) in zip(series, marks.series) { canvas.draw(line.values, mark: mark) }
    let rows = (0..<height).reversed().map { row in
      pad(labels[row], columns: margin, alignment: .trailing) + " "
        + (labels[row].isEmpty ? marks.axis : marks.tick) + canvas.text(row: row, style: style)
    }
    let head = title.isEmpty ? [] : [style.paint(title, .bold)]
    return head + rows + yearAxis(margin: margin, canvas: canvas, marks: marks)
      + [String(repeating: " ", count: margin + 2) + marks.legend(self, style: style)]
  }

  private var allValues: [Double] {
    series.flatMap(\.values) + (band?.lower ?? []) + (band?.upper ?? [])
  }

  /// The axis and, below it, the first year and every so many after it that fit.
  private func yearAxis(margin: Int, canvas: ChartCanvas, marks: Marks) -> [String] {
    var axis = Array(repeating: marks.base, count: canvas.columns)
    var labels = ""
    for index in stride(from: 0, to: years.count, by: yearStride(canvas)) {
      let text = String(years[index])
      let column = canvas.column(of: index)
      axis[column] = marks.baseTick
      labels = pad(labels, columns: labelStart(text, column: column, canvas)) + text
    }
    let space = String(repeating: " ", count: margin + 1)
    return [space + marks.corner + axis.joined(), space + " " + labels]
  }

  /// The fewest years between labels with which two spaces stay between them.
  private func yearStride(_ canvas: ChartCanvas) -> Int {
    let strides = 1..<max(years.count, 2)
    let fitting = strides.first { stride in
      var end = -2
      for index in Swift.stride(from: 0, to: years.count, by: stride) {
        let text = String(years[index])
        let start = labelStart(text, column: canvas.column(of: index), canvas)
        if start < end + 2 { return false }
        end = start + text.count
      }
      return true
    }
    return fitting ?? years.count
  }

  /// Where a label begins: under its tick, but inside the chart.
  private func labelStart(_ text: String, column: Int, _ canvas: ChartCanvas) -> Int {
    max(0, min(column - text.count / 2, canvas.columns - text.count))
  }
}

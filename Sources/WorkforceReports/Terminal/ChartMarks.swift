// SPDX-License-Identifier: GPL-3.0-or-later

extension LineChart {
  /// The signs with which a chart is drawn.
  struct Marks {
    let series: [ChartCanvas.Mark]
    let band: ChartCanvas.Mark
    let axis: String
    let tick: String
    let corner: String
    let base: String
    let baseTick: String

    init(_ style: Style) {
      let signs = style.usesUnicode ? ["█", "─", "·"] : ["#", "-", "*"]
      let inks: [Style.Ink] = [.red, .blue, .green]
      series = zip(signs, inks).map { ChartCanvas.Mark(sign: $0, ink: $1) }
      band = ChartCanvas.Mark(sign: style.usesUnicode ? "░" : ":", ink: .dim)
      axis = style.usesUnicode ? "│" : "|"
      tick = style.usesUnicode ? "┤" : "+"
      corner = style.usesUnicode ? "└" : "+"
      base = style.usesUnicode ? "─" : "-"
      baseTick = style.usesUnicode ? "┬" : "+"
    }

    func legend(_ chart: LineChart, style: Style) -> String {
      var entries = zip(series, chart.series).map { ($0, $1.name) }
      if let name = chart.band?.name { entries.append((band, name)) }
      return entries.map { mark, name in style.paint(mark.sign, mark.ink) + " " + name }
        .joined(separator: "   ")
    }
  }
}

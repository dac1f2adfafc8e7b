// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The charts of the workbook: what each draws, and where it stands.
struct ChartSheet {
  /// A chart of measures of the summary, with ranges for some of them.
  private struct Plan {
    let title: LocalizedText
    let measures: [String]
    var ranged: Set<String> = []
  }

  private static let plans = [
    Plan(
      title: SheetWords.needAndAvailable,
      measures: ["need", "available"],
      ranged: ["need", "available"],
    ),
    Plan(
      title: SheetWords.shortageAndSurplus,
      measures: ["shortage", "surplus", "structural_shortage"],
      ranged: ["shortage", "surplus"],
    ),
    Plan(
      title: SheetWords.teachersAndPosts,
      measures: ["headcount", "established", "posts", "norm_posts"],
      ranged: ["headcount"],
    ),
    Plan(
      title: SheetWords.entriesAndExits,
      measures: ["hired", "retired", "early_retired", "resigned", "transferred_out"],
    ),
    Plan(title: SheetWords.recruitment, measures: ["planned", "hired", "unfilled"]),
    Plan(title: SheetWords.pupils, measures: ["pupils"], ranged: ["pupils"]),
  ]

  private static let scale = 1.35
  private static let rowsOfChart = 21
  private static let columnsOfChart = 11

  /// The codes of the measures, in the order of the summary's columns after the year.
  let measures: [String]
  /// The sheets of the summary: means, and the two quantiles if there are ranges.
  let sheets: [SheetTable]
  let language: Language

  /// Draws every chart that has something to show.
  func write(to sheet: Sheet, of workbook: Workbook) {
    sheet.fitToWidth()
    let shown = Self.plans.filter { plan in plan.measures.contains(where: measures.contains) }
    for (number, plan) in shown.enumerated() {
      let hasBand = sheets.count == 3 && plan.ranged.contains(where: measures.contains)
      let title = hasBand ? SheetWords.withBand(plan.title) : plan.title
      var chart = NativeChart(title.text(in: language), in: workbook)
      for measure in plan.measures {
        guard let column = measures.firstIndex(of: measure) else { continue }
        let ranges = sheets.map { range($0, column + 1) }
        chart.add(
          ranges[0],
          band: plan.ranged.contains(measure) ? Array(ranges.dropFirst()) : [],
          categories: range(sheets[0], 0),
        )
      }
      chart.finish()
      sheet.show(
        chart,
        description: title.text(in: language),
        row: number / 2 * Self.rowsOfChart,
        column: number % 2 * Self.columnsOfChart,
        scale: Self.scale,
      )
    }
  }

  private func range(_ table: SheetTable, _ column: Int) -> ChartRange {
    ChartRange(sheet: table.name, column: column, rows: table.rowCount)
  }
}

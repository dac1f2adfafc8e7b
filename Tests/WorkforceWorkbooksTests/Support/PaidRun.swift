// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceSim

/// A report on a made-up scenario with pay: two regions, three items, two payers, three fiscal years.
///
/// Every possible figure of cost is set to a number of its own, to the hundredth. In replication *r*
/// the row *n* of the table of cost is 1,234,567.89 · (*n* + 1) + 0.37 · *y* + 0.01 · *r* in year *y*.
enum PaidRun {
  static let items = [
    Member("salary", label: LocalizedText("Salary", chinese: "基本工资")),
    Member("reference", label: LocalizedText("Reference", chinese: "基准")),
    Member("pension", label: LocalizedText("Pension", chinese: "养老保险")),
    Member("allowance", label: LocalizedText("Allowance", chinese: "补贴")),
  ]
  static let payers = [
    Member("county", label: LocalizedText("County", chinese: "县级财政")),
    Member("province", label: LocalizedText("Province", chinese: "省级财政")),
  ]

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - language: The language of the workbook.
  ///   - replications: The number of replications.
  ///   - items: The items, if others than those above.
  /// - Returns: The report.
  /// - Throws: Nothing, since the opening is a roster.
  static func report(
    language: Language = .english,
    replications: Int = 2,
    items: [Member] = Self.items,
  ) throws -> RunReport {
    let simulation = try Simulation(scenario(items))
    let ensemble = Ensemble(simulation, replications: replications) {
      replication,
      year,
      table,
      row in
      let chance = 0.01 * Double(replication)
      switch table.name {
      case "cost": return 1_234_567.89 * Double(row + 1) + 0.37 * Double(year) + chance
      case "summary": return Double(row + 1)
      case "pay", "pay_level": return 1
      default: return 0
      }
    }
    return RunReport(
      Projection(ensemble),
      information: RunInformation(
        version: "1.2.3",
        command: ["workforce"],
        threads: 1,
        started: .now,
        duration: .zero,
        language: language,
        formats: [.xlsx],
      ),
    )
  }

  private static func scenario(_ items: [Member]) -> Scenario {
    let dimensions = Dimensions([
      Dimension(
        .region,
        [
          Member("north", label: LocalizedText("North", chinese: "北县")),
          Member("south", label: LocalizedText("South", chinese: "南县")),
        ],
      ),
      Dimension(.item, items), Dimension(.payer, payers),
    ])
    let set = ParameterSet(parameters)
    var rules = ScenarioRules()
    rules.pay = PayRules(
      set,
      settings: PaySettings(
        currency: "CNY",
        items: [
          PayItem(), PayItem(timing: .never), PayItem(base: [0], kind: .onCost),
          PayItem(kind: .other),
        ],
        titleOfGrade: [0],
      ),
      dimensions: dimensions,
    )
    return Scenario(
      name: "paid",
      title: LocalizedText("A paid workforce", chinese: "有工资的队伍"),
      calendar: SchoolCalendar(firstMonthOfYear: 9, firstYear: 2_025, lastYear: 2_027),
      replications: 2,
      dimensions: dimensions,
      parameters: set,
      rules: rules,
      opening: .roster(
        OpeningRoster([
          Teacher(
            id: 1,
            cell: 0,
            birth: CompactMonth(Month(year: 1_984, month: 3)),
            serviceStart: CompactMonth(Month(year: 2_006, month: 9)),
          )
        ])
      ),
    )
  }

  private static let parameters: [Parameter] = {
    func parameter(_ name: String, _ unit: Unit, axes: [Axis] = [], _ values: [Double]) -> Parameter
    {
      Parameter(
        name: name,
        unit: unit,
        axes: axes,
        shape: axes.map { _ in values.count },
        dated: [
          DatedValues(from: Month(year: 2_000, month: 1), leaves: values.map { .number($0) })
        ],
      )
    }
    let standards = [
      "entry_step", "step_rise", "step_month", "promotion_month", "entry_delay",
      "retirement_month_is_paid", "level_rule",
    ]
    return [
      parameter("pay.salary.amount", .moneyPerPayment, [5_000]),
      parameter("pay.reference.amount", .moneyPerPayment, [5_000]),
      parameter("pay.pension.rate", .factor, [0.16]),
      parameter("pay.allowance.amount", .moneyPerPayment, [100]),
      parameter("pay.salary.payer_share", .share, axes: [.payer], [0.6, 0.4]),
    ] + standards.map { parameter("pay.\($0)", .factor, [1]) }
  }()
}

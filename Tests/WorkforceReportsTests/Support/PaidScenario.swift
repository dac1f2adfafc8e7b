// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceSim

/// Two counties that pay a salary and a pension contribution, with figures made up by hand.
///
/// The figures are set, not reckoned, so that every total of a report follows by hand. In 2025, in two
/// replications (the first / the second):
///
/// | region | item | county | province |
/// |---|---|---|---|
/// | north | salary | 100,000.01 | 40,000.00 |
/// | north | pension | 16,000.50 | |
/// | south | salary | 200,000.02 / 200,000.04 | |
/// | south | pension | 32,000.25 | |
///
/// Every year the county pays 1,000 more for salaries in the north. North pays 2 teachers 240,000,
/// 1.2 of the average wage; south 3 teachers 270,000, 0.9 of it.
struct PaidScenario {
  /// What every amount of cost is multiplied by.
  var factor = 1.0
  /// The pay per head of all, which as a mean of quotients need not be the quotient of the means.
  var payPerHead = 102_000.5

  static let dimensions = Dimensions([
    Dimension(
      .region,
      [
        Member("north", label: LocalizedText("North County", chinese: "北县")),
        Member("south", label: LocalizedText("South County", chinese: "南县")),
      ],
    ),
    Dimension(.stage, [Member("primary", label: LocalizedText("primary", chinese: "小学"))]),
    Dimension(.exit, [Member("resigned", label: LocalizedText("resigned", chinese: "辞职"))]),
    Dimension(
      .item,
      [
        Member("salary", label: LocalizedText("salary", chinese: "基本工资")),
        Member("reference", label: LocalizedText("reference", chinese: "基准")),
        Member("pension", label: LocalizedText("pension", chinese: "养老保险")),
      ],
    ),
    Dimension(
      .payer,
      [
        Member("county", label: LocalizedText("county", chinese: "县级财政")),
        Member("province", label: LocalizedText("province", chinese: "省级财政")),
      ],
    ),
  ])

  var scenario: Scenario {
    let set = ParameterSet(Self.parameters)
    var rules = ScenarioRules()
    rules.exits = ExitRules(set, dimensions: Self.dimensions)
    rules.pay = PayRules(
      set,
      settings: PaySettings(
        currency: "CNY",
        items: [PayItem(), PayItem(timing: .never), PayItem(base: [0], kind: .onCost)],
        titleOfGrade: [0],
      ),
      dimensions: Self.dimensions,
    )
    return Scenario(
      name: "paid",
      title: LocalizedText("A paid workforce", chinese: "有工资的队伍"),
      calendar: SchoolCalendar(firstMonthOfYear: 9, firstYear: 2_025, lastYear: 2_027),
      replications: 2,
      dimensions: Self.dimensions,
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
      fingerprint: "f00dfeed0123456789",
    )
  }

  /// A report of the figures.
  func report(
    language: Language = .english,
    excel: Bool = false,
    formats: Set<OutputFormat> = [.csv],
  ) throws -> RunReport {
    let ensemble = Ensemble(try Simulation(scenario), replications: 2) {
      replication,
      year,
      table,
      row in
      let codes = zip(table.keys, table.members(ofRow: row)).map { $0.members[$1].code }
      return figure(table.name, codes, year: year, replication: replication)
    }
    return RunReport(
      Projection(ensemble),
      information: RunInformation(
        version: "1.2.3",
        command: ["workforce", "run", "scenarios/paid"],
        threads: 1,
        started: Timestamp(secondsSince1970: 0),
        duration: .zero,
        language: language,
        excel: excel,
        formats: formats,
        folder: "results/paid/f00dfeed0123",
      ),
    )
  }

  private func figure(
    _ table: String,
    _ codes: [String],
    year: Int,
    replication: Int,
  ) -> Double {
    let rise = 1_000 * Double(year)
    let chance = 0.02 * Double(replication)
    switch (table, codes.joined(separator: " ")) {
    case ("cost", "north primary salary county"): return (100_000.01 + rise) * factor
    case ("cost", "north primary salary province"): return 40_000 * factor
    case ("cost", "north primary pension county"): return 16_000.5 * factor
    case ("cost", "south primary salary county"): return (200_000.02 + chance) * factor
    case ("cost", "south primary pension county"): return 32_000.25 * factor
    case ("summary", "cost"): return (388_000.78 + chance + rise) * factor
    case ("summary", "pay_per_head"): return payPerHead
    case ("summary", "headcount"): return 5
    case ("pay", "north primary paid_teachers"): return 2
    case ("pay", "north primary pay"): return 240_000
    case ("pay", "north primary pay_per_head"): return 120_000
    case ("pay", "north primary ratio_to_average_wage"): return 1.2
    case ("pay", "south primary paid_teachers"): return 3
    case ("pay", "south primary pay"): return 270_000
    case ("pay", "south primary pay_per_head"): return 90_000
    case ("pay", "south primary ratio_to_average_wage"): return 0.9
    case ("pay_level", "north pay_per_head"): return 118_000.25
    case ("pay_level", "north civil_servant_pay"): return 110_000
    case ("pay_level", "north no_lower_than_civil_servants"): return 1
    case ("pay_level", "south pay_per_head"): return 90_000
    case ("pay_level", "south civil_servant_pay"): return 95_000
    case ("pay_level", "south no_lower_than_civil_servants"): return 0
    default: return 0
    }
  }

  private static let parameters: [Parameter] = {
    func parameter(_ name: String, _ unit: Unit, axes: [Axis] = [], _ values: [Double]) -> Parameter
    {
      Parameter(
        name: name,
        unit: unit,
        axes: axes,
        shape: axes.map { dimensions.count($0) },
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
      parameter("exits.resigned.probability", .probabilityPerYear, [0]),
      parameter("exits.multiplier", .factor, [1]),
      parameter("pay.salary.amount", .moneyPerPayment, [5_000]),
      parameter("pay.reference.amount", .moneyPerPayment, [5_000]),
      parameter("pay.pension.rate", .factor, [0.16]),
      // The province pays a part of salaries in the north.
      parameter("pay.salary.payer_share", .share, axes: [.region, .payer], [0.6, 0.4, 1, 0]),
    ] + standards.map { parameter("pay.\($0)", .factor, [1]) }
  }()
}

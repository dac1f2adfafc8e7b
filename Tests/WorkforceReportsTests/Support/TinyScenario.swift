// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceSim

/// Two counties with a primary school stage and two subjects, ten teachers each: forty in all.
///
/// Of those in post, a quarter leave each year. In expected values that gives numbers that can be
/// worked out by hand: 30, 22.5 and 16.875 teachers in 2025, 2026 and 2027, the same in each cell.
struct TinyScenario {
  var method = ProjectionMethod.expected
  var replications = 1
  /// The chance of leaving; a distribution makes it uncertain.
  var leaving = ParameterLeaf.number(0.25)
  /// The need of north Chinese, north maths, south Chinese, south maths; `nil` models no need.
  var need: [Double]? = [12, 2, 9, 8]
  /// Whether an open competition fills half of what is needed.
  var recruits = false
  var targets: [Target] = []
  var thresholds: [Threshold] = []
  var overrides: [String] = []

  static let years = 2_025...2_027

  static let dimensions = Dimensions([
    Dimension(
      .region,
      [
        Member("north", label: LocalizedText("North County", chinese: "北县")),
        Member("south", label: LocalizedText("South County", chinese: "南县")),
      ],
    ),
    Dimension(.stage, [Member("primary", label: LocalizedText("primary", chinese: "小学"))]),
    Dimension(
      .subject,
      [
        Member("chinese", label: LocalizedText("Chinese", chinese: "语文")),
        Member("maths", label: LocalizedText("maths", chinese: "数学")),
      ],
    ),
    Dimension(.exit, [Member("resigned", label: LocalizedText("resigned", chinese: "辞职"))]),
    Dimension(.channel, [Member("open", label: LocalizedText("open call", chinese: "公开招聘"))]),
  ])

  var scenario: Scenario {
    let set = ParameterSet(parameters)
    var rules = ScenarioRules()
    rules.exits = ExitRules(set, dimensions: Self.dimensions)
    if need != nil { rules.need = NeedRules(set, components: [.table]) }
    if recruits {
      rules.recruitment = RecruitmentRules(
        set,
        fill: .need,
        channels: [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
        dimensions: Self.dimensions,
      )
    }
    return Scenario(
      name: "tiny",
      title: LocalizedText("A tiny workforce", chinese: "小型教师队伍"),
      calendar: SchoolCalendar(
        firstMonthOfYear: 9,
        firstYear: Self.years.lowerBound,
        lastYear: Self.years.upperBound,
      ),
      replications: replications,
      method: method,
      dimensions: Self.dimensions,
      parameters: set,
      rules: rules,
      opening: .roster(OpeningRoster(Self.teachers)),
      targets: targets,
      thresholds: thresholds,
      overrides: overrides,
      fingerprint: "f00dfeed0123456789",
    )
  }

  /// Runs the scenario.
  func projection(threads: Int = 1) async throws -> Projection {
    Projection(try await Simulation(scenario).run(threads: threads))
  }

  /// Runs the scenario and makes a report of it.
  func report(
    threads: Int = 1,
    language: Language = .english,
    excel: Bool = false,
    formats: Set<OutputFormat> = [.csv],
  ) async throws -> RunReport {
    RunReport(
      try await projection(threads: threads),
      information: RunInformation(
        version: "1.2.3",
        command: ["workforce", "run", "scenarios/tiny", "--set", "a=it's"],
        threads: threads,
        started: Timestamp(secondsSince1970: 0),
        duration: .milliseconds(1_500),
        simulation: .milliseconds(1_250),
        language: language,
        excel: excel,
        formats: formats,
        folder: "results/tiny/f00dfeed0123",
      ),
    )
  }

  /// Four cells with ten teachers, aged 40.
  private static var teachers: [Teacher] {
    (0..<40).map { number in
      Teacher(
        id: UInt64(number),
        cell: UInt32(number / 10),
        birth: CompactMonth(Month(year: 1_984, month: 3)),
        serviceStart: CompactMonth(Month(year: 2_006, month: 9)),
      )
    }
  }

  private var parameters: [Parameter] {
    var parameters = [
      Self.parameter("exits.resigned.probability", .probabilityPerYear, [leaving]),
      Self.parameter("exits.multiplier", .factor, [.number(1)]),
    ]
    if let need {
      parameters.append(
        Self.parameter(
          "need.table",
          .fullTimeEquivalents,
          axes: [.region, .stage, .subject],
          need.map { .number($0) },
        )
      )
    }
    guard recruits else { return parameters }
    let values = [
      ("fill_share", 0.5), ("freeze", 0), ("multiplier", 1), ("targeting", 1),
    ]
    parameters += values.map { Self.parameter("recruitment.\($0)", .share, [.number($1)]) }
    let ages = Axis.age.numbers.map { $0.map { ParameterLeaf.number($0 == 25 ? 1 : 0) } } ?? []
    parameters.append(Self.parameter("recruitment.open.age", .share, axes: [.age], ages))
    return parameters
  }

  private static func parameter(
    _ name: String,
    _ unit: Unit,
    axes: [Axis] = [],
    _ leaves: [ParameterLeaf],
  ) -> Parameter {
    Parameter(
      name: name,
      unit: unit,
      axes: axes,
      shape: axes.map { dimensions.count($0) },
      dated: [DatedValues(from: Month(year: 2_000, month: 1), leaves: leaves)],
    )
  }
}

extension TinyScenario {
  /// Six replications of chance and of an uncertain probability, with recruitment.
  static let uncertain = TinyScenario(
    method: .individuals,
    replications: 6,
    leaving: .drawn(.beta(mean: 0.25, standardDeviation: 0.05)),
    recruits: true,
    targets: [leavers, headcount],
    thresholds: thresholds,
  )

  /// In expected values 30, 22.5 and 16.875 teachers stay, and a fifth, 39 % and 52.6 % of the need
  /// of 31 are lacking in all cells that are short: 6.5, 12.125 and 16.3125.
  static let thresholds = [
    Threshold(
      name: "few_teachers",
      label: LocalizedText("fewer than 20 are left", chinese: "教师少于20人"),
      measure: "headcount",
      direction: .below,
      value: 20,
    ),
    Threshold(
      name: "shortage_rate",
      label: LocalizedText("shortage is above 30 % of need", chinese: "短缺超过需求的30%"),
      measure: "shortage",
      divisor: "need",
      direction: .above,
      value: 0.3,
      years: 2_026...2_030,
    ),
  ]

  /// 10 + 7.5 + 5.625 = 23.125 leave in expectation, 0.5 % more than published.
  static let leavers = Target(
    name: "leavers",
    label: LocalizedText("leavers in three years", chinese: "三年离开人数"),
    published: 23,
    unit: "persons",
    kind: .fitted,
    table: "flows",
    keys: ["flow": ["resigned"]],
    years: 2_025...2_027,
    overYears: .sum,
    tolerance: 0.01,
    reading: LocalizedText("leavers of all kinds", chinese: "各类离开"),
    references: [Reference(title: "Yearbook, 2027", publisher: "City", date: "2028")],
  )

  /// 22.5 are left in expectation, a tenth less than published.
  static let headcount = Target(
    name: "headcount_2026",
    label: LocalizedText("teachers in 2026", chinese: "2026年教师数"),
    published: 25,
    unit: "persons",
    kind: .heldOut,
    table: "summary",
    keys: ["measure": ["headcount"]],
    years: 2_026...2_026,
    overYears: .last,
    tolerance: 0.05,
  )
}

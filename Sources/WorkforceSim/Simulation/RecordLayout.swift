// SPDX-License-Identifier: GPL-3.0-or-later

/// One key column of a table: what it runs over.
public struct TableKey: Hashable, Sendable {
  /// The column's name, such as `region`.
  public let name: String
  /// The members in the order of the rows.
  public let members: [Member]

  /// Creates a key.
  ///
  /// - Parameters:
  ///   - name: The column's name.
  ///   - members: The members in the order of the rows.
  public init(_ name: String, _ members: [Member]) {
    self.name = name
    self.members = members
  }
}

/// One table of results: its keys, and where its figures lie in a year's record.
public struct TableLayout: Sendable {
  /// The table's name, which is also its file's.
  public let name: String
  /// The key columns after the year, outermost first.
  public let keys: [TableKey]
  /// The position of the first figure in a year's record.
  public let offset: Int
  /// The rows that can occur, as positions among all combinations of keys; `nil` for all.
  public let rows: [Int]?

  /// The number of combinations of keys.
  public var count: Int { keys.reduce(1) { $0 * $1.members.count } }

  /// The distance between neighbouring members of each key.
  package var strides: [Int] {
    keys.indices.map { key in keys[(key + 1)...].reduce(1) { $0 * $1.members.count } }
  }

  /// The positions of the keys' members in a row.
  ///
  /// - Parameter row: The row's position among all combinations.
  /// - Returns: For each key, the member's position.
  public func members(ofRow row: Int) -> [Int] {
    zip(keys, strides).map { row / $1 % $0.members.count }
  }
}

/// Where every figure of a year lies: the tables of the results, one after another.
///
/// A replication records one such block of numbers for each year. Everything that is reported is a
/// statistic of these numbers over replications.
public struct RecordLayout: Sendable {
  /// The tables, in the order of their blocks.
  public let tables: [TableLayout]
  /// The numbers in a year's record.
  public let width: Int
  /// The position of the first figure after those that are held exactly: the summary, cost and pay.
  package let exactWidth: Int
  /// The position of the first figure of schools, which are held in whole steps.
  package let schoolsOffset: Int

  /// How precisely the figures of a table are kept.
  ///
  /// - Parameter table: One of the tables.
  /// - Returns: The precision.
  func precision(of table: TableLayout) -> FigurePrecision {
    if table.offset < exactWidth { return .double }
    return table.offset < schoolsOffset ? .single : .steps
  }

  /// Age bands of the tables: under 25, fives to 59, 60 and over.
  package static let ageBands: [Member] =
    [Member("under_25", label: LocalizedText("under 25", chinese: "25岁以下"))]
    + stride(from: 25, to: 60, by: 5).map {
      Member(
        "\($0)_\($0 + 4)",
        label: LocalizedText("\($0)–\($0 + 4)", chinese: "\($0)–\($0 + 4)岁"),
      )
    } + [Member("60_and_over", label: LocalizedText("60 and over", chinese: "60岁及以上"))]

  /// The measures that are kept for the whole, in the order of `summary`.
  package static let summaryMeasures: [Member] = [
    Member("headcount", label: LocalizedText("headcount", chinese: "教师人数")),
    Member("fte", label: LocalizedText("FTE", chinese: "全时当量")),
    Member("established", label: LocalizedText("established teachers", chinese: "在编教师")),
    Member(
      "early_retired_stock",
      label: LocalizedText("on early retirement", chinese: "退养在册"),
    ),
    Member("pupils", label: LocalizedText("pupils", chinese: "学生数")),
    Member("classes", label: LocalizedText("classes", chinese: "班级数")),
    Member("norm_posts", label: LocalizedText("norm posts", chinese: "标准核定编制")),
    Member("posts", label: LocalizedText("authorised posts", chinese: "编制数")),
    Member("vacancies", label: LocalizedText("vacant posts", chinese: "空编")),
    Member("need", label: LocalizedText("need (FTE)", chinese: "课时需求")),
    Member("available", label: LocalizedText("available (FTE)", chinese: "可用教师")),
    Member("gap", label: LocalizedText("need less available", chinese: "需求减可用")),
    Member("shortage", label: LocalizedText("shortage (FTE)", chinese: "短缺")),
    Member("surplus", label: LocalizedText("surplus (FTE)", chinese: "富余")),
    Member(
      "structural_shortage",
      label: LocalizedText("structural shortage (FTE)", chinese: "结构性短缺"),
    ),
    Member("schools", label: LocalizedText("schools", chinese: "学校数")),
    Member(
      "county_managed",
      label: LocalizedText("teachers under county management", chinese: "县管校聘教师"),
    ),
    Member("standby", label: LocalizedText("on standby", chinese: "待岗")),
    Member(
      "covered_by_second_subject",
      label: LocalizedText("covered by second subject (FTE)", chinese: "由第二学科教师兼教"),
    ),
    Member(
      "covered_out_of_field",
      label: LocalizedText("covered out of field (FTE)", chinese: "由富余教师跨学科任教"),
    ),
    Member("uncovered", label: LocalizedText("without a teacher (FTE)", chinese: "无教师任教")),
    Member("planned", label: LocalizedText("places opened", chinese: "计划招聘")),
    Member("hired", label: LocalizedText("hired", chinese: "实际招聘")),
    Member("unfilled", label: LocalizedText("unfilled places", chinese: "未招满")),
    Member(
      "training_started",
      label: LocalizedText("began to train for another subject", chinese: "参加转岗培训"),
    ),
    Member(
      "in_training",
      label: LocalizedText("in training for another subject", chinese: "转岗培训在读"),
    ),
    Member("cost", label: LocalizedText("cost in the fiscal year", chinese: "财政年度支出")),
    Member(
      "pay_per_head",
      label: LocalizedText("pay per teacher in the fiscal year", chinese: "财政年度人均工资"),
    ),
  ]

  /// Lays out the tables of a scenario.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - schools: The schools, in the order of their network; empty if schools are not modelled.
  ///   - pay: The tables of pay, cost first; empty if pay is not modelled.
  package init(
    _ dimensions: Dimensions,
    schools: [School] = [],
    pay: [(name: String, keys: [TableKey], rows: [Int]?)] = [],
  ) {
    let region = TableKey("region", dimensions[.region].members)
    let stage = TableKey("stage", dimensions[.stage].members)
    let subject = TableKey("subject", dimensions[.subject].members)
    let grade = TableKey("grade", dimensions[.grade].members)
    let channel = TableKey("channel", dimensions[.channel].members)
    let flows = FlowKinds(dimensions).members
    func measures(_ codes: String...) -> TableKey { TableKey("measure", codes.map { Member($0) }) }
    let gradesOfStages = dimensions.stageOfGrade.enumerated().map {
      $1 * dimensions.count(.grade) + $0
    }.sorted()
    let specifications: [(String, [TableKey], [Int]?)] =
      [
        (
          "summary",
          [TableKey("measure", Self.summaryMeasures + flows)], nil,
        )
      ] + pay + [
        (
          "teachers", [region, stage, subject, measures("headcount", "fte")],
          Self.rowsOfFields(dimensions, measures: 2),
        ),
        (
          "teachers_by_title", [region, stage, TableKey("title", dimensions[.title].members)], nil,
        ),
        (
          "teachers_by_age",
          [
            region, stage, TableKey("age_band", Self.ageBands),
            TableKey("sex", dimensions[.sex].members),
          ], nil,
        ),
        ("flows", [region, stage, TableKey("flow", flows)], nil),
        (
          "shortage",
          [
            region, stage, subject,
            measures("need", "available", "covered_by_second_subject", "covered_out_of_field"),
          ],
          Self.rowsOfFields(dimensions, measures: 4),
        ),
        (
          "posts", [region, stage, measures("classes", "norm_posts", "posts", "established")], nil,
        ),
        (
          "recruitment",
          [
            region, channel, stage,
            measures("planned", "applicants", "offers", "hired", "unfilled"),
          ],
          nil,
        ),
        (
          "pupils", [region, stage, grade],
          (0..<dimensions.regionCount).flatMap { region in
            gradesOfStages.map {
              region * dimensions.stageCount * dimensions.count(.grade) + $0
            }
          },
        ),
        (
          "network",
          [region, stage, TableKey("measure", SchoolTables.networkMeasures.map { Member($0) })],
          nil,
        ),
        (
          "placement",
          [region, stage, TableKey("measure", SchoolTables.placementMeasures.map { Member($0) })],
          nil,
        ),
        // Last, because its figures are held in whole steps.
        (
          "schools",
          [
            TableKey("school", schools.map { Member($0.code, label: $0.label) }),
            TableKey("measure", SchoolTables.schoolMeasures.map { Member($0) }),
          ],
          nil,
        ),
      ]
    var offset = 0
    self.tables = specifications.map { name, keys, rows in
      let table = TableLayout(name: name, keys: keys, offset: offset, rows: rows)
      offset += rows?.count ?? table.count
      return table
    }
    self.width = offset
    self.exactWidth = tables[1 + pay.count].offset
    self.schoolsOffset = tables[tables.count - 1].offset
  }

  /// The rows of stages with their own subjects, out of all combinations.
  private static func rowsOfFields(_ dimensions: Dimensions, measures: Int) -> [Int] {
    (0..<dimensions.cellCount).flatMap { cell in
      let field = dimensions.field(ofCell: cell)
      let row =
        (dimensions.region(ofCell: cell) * dimensions.stageCount + field.stage)
        * dimensions.subjectCount + field.subject
      return (0..<measures).map { row * measures + $0 }
    }
  }

  /// A table by its name.
  ///
  /// - Parameter name: The name.
  /// - Returns: The table, or `nil` if there is none.
  public subscript(name: String) -> TableLayout? { tables.first { $0.name == name } }

  /// A table that every layout has.
  package func required(_ name: String) -> TableLayout {
    guard let table = self[name] else { preconditionFailure("there is no table \(name)") }
    return table
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

extension PayRules {
  /// The parameters that pay reads.
  package static let definitions: [ParameterDefinition] = ofItems + ofCareers + ofLevels

  private static let ofItems: [ParameterDefinition] = [
    ParameterDefinition(
      "pay.<item>.amount",
      .moneyPerPayment,
      axes: Axis.ofPay,
      isOptional: true,
      "What the item is each time that it is paid",
      chinese: "该项目每次发放的金额",
    ),
    ParameterDefinition(
      "pay.<item>.rate",
      .factor,
      axes: Axis.ofPay,
      isOptional: true,
      "What the item is of the items that it is reckoned from",
      chinese: "该项目占其计算基数的比例",
    ),
    ParameterDefinition(
      "pay.<item>.factor.<factor>",
      .factor,
      axes: Axis.ofPay,
      isOptional: true,
      "Factor on the amount or the rate of the item, for some teachers",
      chinese: "对部分教师该项目金额或比例的乘数",
    ),
    ParameterDefinition(
      "pay.<item>.base_floor",
      .moneyPerPayment,
      axes: [.region],
      isOptional: true,
      "Least base that the rate of the item multiplies",
      chinese: "该项目计算基数的下限",
    ),
    ParameterDefinition(
      "pay.<item>.base_ceiling",
      .moneyPerPayment,
      axes: [.region],
      isOptional: true,
      "Largest base that the rate of the item multiplies",
      chinese: "该项目计算基数的上限",
    ),
    ParameterDefinition(
      "pay.payer_share",
      .share,
      axes: [.region, .stage, .payer],
      isOptional: true,
      addsUpAlong: .payer,
      "Share that each payer pays of the items that have no shares of their own",
      chinese: "未单独规定的项目由各出资方承担的比例",
    ),
    ParameterDefinition(
      "pay.<item>.payer_share",
      .share,
      axes: [.region, .stage, .payer],
      standard: 1,
      addsUpAlong: .payer,
      "Share of the item that each payer pays",
      chinese: "各出资方承担该项目的比例",
    ),
    ParameterDefinition(
      "pay.role.<role>.number",
      .persons,
      axes: [.region, .stage],
      standard: 1,
      "Holders of the role for each class or school",
      chinese: "每班或每校担任该职务的人数",
    ),
  ]

  private static let ofCareers: [ParameterDefinition] = [
    ParameterDefinition(
      "pay.post_grade_share",
      .share,
      axes: [.region, .stage, .postGrade],
      isOptional: true,
      "Share of a title's holders in each grade of posts; the shares of a title add up to one",
      chinese: "同一职称内各岗位等级的比例，合计为1",
    ),
    ParameterDefinition(
      "pay.start_step",
      .salarySteps,
      axes: [.postGrade],
      isOptional: true,
      "Least salary step of those who hold a grade of posts",
      chinese: "岗位等级的起点薪级",
    ),
    ParameterDefinition(
      "pay.entry_step",
      .salarySteps,
      axes: [.degree],
      standard: 1,
      "Salary step at the start of service",
      chinese: "入职薪级",
    ),
    ParameterDefinition(
      "pay.step_rise",
      .salarySteps,
      axes: [.contract],
      standard: 1,
      "Salary steps gained in a year",
      chinese: "每年晋升的薪级数",
    ),
    ParameterDefinition(
      "pay.step_month",
      .monthOfYear,
      standard: 1,
      "Month in which salary steps rise",
      chinese: "薪级晋升的月份",
    ),
    ParameterDefinition(
      "pay.promotion_month",
      .monthOfYear,
      standard: 1,
      "Month from which a new title or grade of posts is paid",
      chinese: "新职称或岗位等级起薪的月份",
    ),
    ParameterDefinition(
      "pay.exit_month",
      .weight,
      axes: [.exit, .month],
      isOptional: true,
      "How often an exit falls in a month; every month alike without it",
      chinese: "各月份离职的相对频率；未给出时各月相同",
    ),
    ParameterDefinition(
      "pay.early_retirement_month",
      .weight,
      axes: [.month],
      isOptional: true,
      "How often early retirement begins in a month; every month alike without it",
      chinese: "各月份开始退养的相对频率；未给出时各月相同",
    ),
    ParameterDefinition(
      "pay.entry_delay",
      .months,
      axes: [.channel],
      standard: 0,
      "Months between the counting day of the year of hire and the first pay",
      chinese: "从招聘年度统计日到首次发薪的月数",
    ),
    ParameterDefinition(
      "pay.retirement_month_is_paid",
      .onOff,
      standard: 1,
      "Whether pay runs to the end of the month in which a teacher retires",
      chinese: "退休当月是否照发工资",
    ),
  ]

  private static let ofLevels: [ParameterDefinition] = [
    ParameterDefinition(
      "pay.average_wage",
      .moneyPerYear,
      axes: [.region],
      isOptional: true,
      "Average wage of the place, with which average pay is compared",
      chinese: "当地平均工资，用于比较教师平均工资",
    ),
    ParameterDefinition(
      "pay.civil_servant_pay",
      .moneyPerYear,
      axes: [.region],
      isOptional: true,
      "Average pay of the place's civil servants, below which teachers' pay must not fall",
      chinese: "当地公务员平均工资，教师平均工资不得低于该水平",
    ),
    ParameterDefinition(
      "pay.level_rule",
      .onOff,
      axes: [.stage],
      standard: 1,
      "Whether the stage's teachers count where pay is held against that of civil servants",
      chinese: "该学段教师是否计入与公务员工资水平的比较",
    ),
  ]
}

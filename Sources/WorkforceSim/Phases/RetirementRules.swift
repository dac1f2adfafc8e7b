// SPDX-License-Identifier: GPL-3.0-or-later

/// Which teachers a retirement category covers; an empty list covers every member.
public struct RetirementAssignment: Hashable, Sendable {
  /// The position of the category.
  public let category: Int
  /// The sexes covered.
  public let sexes: [Int]
  /// The titles covered.
  public let titles: [Int]
  /// The contracts covered.
  public let contracts: [Int]
  /// A category whose statutory month is the earliest month at the teacher's own choice.
  public let mayLeaveAs: Int?

  /// Creates an assignment.
  ///
  /// - Parameters:
  ///   - category: The position of the category.
  ///   - sexes: The sexes covered; empty for all.
  ///   - titles: The titles covered; empty for all.
  ///   - contracts: The contracts covered; empty for all.
  ///   - mayLeaveAs: A category whose statutory month is the earliest month at own choice.
  public init(
    category: Int,
    sexes: [Int] = [],
    titles: [Int] = [],
    contracts: [Int] = [],
    mayLeaveAs: Int? = nil,
  ) {
    self.category = category
    self.sexes = sexes
    self.titles = titles
    self.contracts = contracts
    self.mayLeaveAs = mayLeaveAs
  }

  /// Whether the assignment covers a teacher with these attributes.
  package func covers(sex: Int, title: Int, contract: Int) -> Bool {
    (sexes.isEmpty || sexes.contains(sex)) && (titles.isEmpty || titles.contains(title))
      && (contracts.isEmpty || contracts.contains(contract))
  }
}

/// The parameters of retirement.
package struct RetirementRules: Sendable {
  /// Who belongs to which category; the first assignment that covers a teacher counts.
  package let assignments: [RetirementAssignment]
  package let originalAge: ParameterReference
  package let firstBirthMonth: ParameterReference
  package let birthMonthsPerStep: ParameterReference
  package let maximumDelay: ParameterReference
  package let earlyLimit: ParameterReference
  package let lateLimit: ParameterReference
  package let choice: ParameterReference?
  package let minimumContributionYears: ParameterReference

  /// The parameters that retirement reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "retirement.original_age",
      .years,
      axes: [.category],
      dating: .bySteps,
      "Statutory age before any delay",
      chinese: "原法定退休年龄",
    ),
    ParameterDefinition(
      "retirement.first_birth_month",
      .month,
      axes: [.category],
      standard: 0,
      dating: .atOpening,
      "First birth month whose statutory age is delayed",
      chinese: "开始延迟的首个出生月份",
    ),
    ParameterDefinition(
      "retirement.birth_months_per_step",
      .birthMonths,
      axes: [.category],
      standard: 1,
      dating: .atOpening,
      "Birth months after which the delay grows by one month",
      chinese: "每延迟一个月对应的出生月数",
    ),
    ParameterDefinition(
      "retirement.maximum_delay",
      .months,
      axes: [.category],
      standard: 0,
      dating: .bySteps,
      "Largest delay, in force when the original age is reached",
      chinese: "最长延迟月数（达到原退休年龄时有效）",
    ),
    ParameterDefinition(
      "retirement.flexible_early_limit",
      .months,
      axes: [.category],
      standard: 0,
      dating: .bySteps,
      "Longest time by which a teacher may retire before the statutory month",
      chinese: "弹性提前退休的最长月数",
    ),
    ParameterDefinition(
      "retirement.flexible_late_limit",
      .months,
      axes: [.category],
      standard: 0,
      dating: .bySteps,
      "Longest time by which retirement may be put off by agreement",
      chinese: "弹性延迟退休的最长月数",
    ),
    ParameterDefinition(
      "retirement.choice",
      .share,
      axes: [.category, .offset],
      isOptional: true,
      addsUpAlong: .offset,
      dating: .atOpening,
      "Share of teachers who choose to go so many months before or after the statutory month",
      chinese: "选择提前或推迟若干个月退休的教师比例",
    ),
    ParameterDefinition(
      "retirement.minimum_contribution_years",
      .years,
      standard: 0,
      dating: .bySteps,
      "Years of contribution needed for a pension",
      chinese: "领取养老金的最低缴费年限",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameters:
  ///   - parameters: The complete parameter set.
  ///   - assignments: Who belongs to which category.
  package init(_ parameters: ParameterSet, assignments: [RetirementAssignment]) {
    self.assignments = assignments
    self.originalAge = parameters.required("retirement.original_age")
    self.firstBirthMonth = parameters.required("retirement.first_birth_month")
    self.birthMonthsPerStep = parameters.required("retirement.birth_months_per_step")
    self.maximumDelay = parameters.required("retirement.maximum_delay")
    self.earlyLimit = parameters.required("retirement.flexible_early_limit")
    self.lateLimit = parameters.required("retirement.flexible_late_limit")
    self.choice = parameters.reference(to: "retirement.choice")
    self.minimumContributionYears = parameters.required("retirement.minimum_contribution_years")
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What recruitment fills.
public enum RecruitmentFill: String, Hashable, Sendable, CaseIterable {
  /// Authorised posts that no established teacher holds.
  case posts
  /// The gap between need and available full-time equivalents in each cell.
  case need
  /// A number of places that is given for each year.
  case plan
}

/// The parameters of recruitment.
package struct RecruitmentRules: Sendable {
  package let fill: RecruitmentFill
  package let channels: [(rule: ChannelRule, parameters: ChannelParameters)]
  package let plan: ParameterReference?
  package let fillShare: ParameterReference
  package let freeze: ParameterReference
  package let multiplier: ParameterReference
  package let targeting: ParameterReference
  package let establishmentCap: ParameterReference?
  package let secondSubject: ParameterReference?

  /// The parameters that recruitment reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "recruitment.plan",
      .placesPerYear,
      axes: [.region, .stage, .subject],
      isOptional: true,
      "Places of a year when recruitment follows a plan",
      chinese: "按计划招聘时的年度岗位数",
    ),
    ParameterDefinition(
      "recruitment.fill_share",
      .share,
      axes: [.region, .stage],
      standard: 1,
      "Share of the vacancies that are opened to recruitment",
      chinese: "拿出招聘的空缺比例",
    ),
    ParameterDefinition(
      "recruitment.freeze",
      .share,
      axes: [.region, .stage],
      standard: 0,
      "Share of the vacancies that a hiring freeze blocks",
      chinese: "因冻结招聘而不能使用的空缺比例",
    ),
    ParameterDefinition(
      "recruitment.multiplier",
      .factor,
      axes: [.region, .stage],
      standard: 1,
      "Factor on the places opened: the lever of a planner",
      chinese: "招聘岗位数的总乘数",
    ),
    ParameterDefinition(
      "recruitment.targeting",
      .share,
      axes: [.region, .stage],
      standard: 1,
      "Share of the places given to subjects by their gap; the rest follows the leavers' subjects",
      chinese: "按学科缺口分配的岗位比例，其余按离开教师的学科补充",
    ),
    ParameterDefinition(
      "recruitment.establishment_cap",
      .posts,
      axes: [.region],
      isOptional: true,
      "Largest number of established teachers of a region",
      chinese: "区域在编教师总量上限",
    ),
    ParameterDefinition(
      "recruitment.second_subject",
      .share,
      axes: [.stage, .subject, .nextSubject],
      isOptional: true,
      "Share of a subject's hires who can also teach another one; the rest have none",
      chinese: "新聘教师中能兼教另一科目的比例；其余无第二学科",
    ),
    ParameterDefinition(
      "recruitment.<channel>.share",
      .share,
      axes: [.region, .stage, .subject],
      standard: 1,
      "Share of the remaining vacancies that the channel opens",
      chinese: "本渠道使用剩余空缺的比例",
    ),
    ParameterDefinition(
      "recruitment.<channel>.places_limit",
      .placesPerYear,
      axes: [.region],
      isOptional: true,
      "Largest number of places of the channel in a year",
      chinese: "本渠道年度岗位数上限",
    ),
    ParameterDefinition(
      "recruitment.<channel>.applicants_per_place",
      .applicantsPerPlace,
      axes: [.region, .stage, .subject],
      isOptional: true,
      "Mean number of applicants for a place; without it every place finds an applicant",
      chinese: "平均每岗报名人数；缺省时每岗都有人报名",
    ),
    ParameterDefinition(
      "recruitment.<channel>.applicants_dispersion",
      .dispersion,
      standard: 1,
      "Shape of the negative binomial number of applicants for a place; small is uneven",
      chinese: "每岗报名人数负二项分布的形状参数，越小越不均",
    ),
    ParameterDefinition(
      "recruitment.<channel>.qualified_share",
      .share,
      axes: [.region, .stage, .subject],
      standard: 1,
      "Share of the applicants who qualify",
      chinese: "报名者中合格的比例",
    ),
    ParameterDefinition(
      "recruitment.<channel>.acceptance",
      .share,
      axes: [.region, .stage, .subject],
      standard: 1,
      "Share of the offers that are accepted",
      chinese: "录用后报到的比例",
    ),
    ParameterDefinition(
      "recruitment.<channel>.intake",
      .personsPerYear,
      axes: [.region, .stage, .subject, .sex],
      isOptional: true,
      "Students who begin their training in a year",
      chinese: "当年入学（签约）的培养人数",
    ),
    ParameterDefinition(
      "recruitment.<channel>.study_years",
      .years,
      standard: 4,
      "Years from the intake to the arrival",
      chinese: "从入学到上岗的年数",
    ),
    ParameterDefinition(
      "recruitment.<channel>.completion",
      .share,
      axes: [.subject, .sex],
      standard: 1,
      "Share of an intake who complete the training",
      chinese: "完成培养的比例",
    ),
    ParameterDefinition(
      "recruitment.<channel>.arrival",
      .share,
      axes: [.region, .subject, .sex],
      standard: 1,
      "Share of the graduates who take up their post",
      chinese: "毕业后履约到岗的比例",
    ),
    ParameterDefinition(
      "recruitment.<channel>.sex",
      .share,
      axes: [.stage, .subject, .sex],
      isOptional: true,
      addsUpAlong: .sex,
      "Share of the hires by sex",
      chinese: "新聘教师的性别比例",
    ),
    ParameterDefinition(
      "recruitment.<channel>.age",
      .share,
      axes: [.stage, .sex, .age],
      addsUpAlong: .age,
      "Share of the hires by age in whole years",
      chinese: "新聘教师的年龄分布",
    ),
    ParameterDefinition(
      "recruitment.<channel>.degree",
      .share,
      axes: [.stage, .degree],
      isOptional: true,
      addsUpAlong: .degree,
      "Share of the hires by degree",
      chinese: "新聘教师的学历分布",
    ),
    ParameterDefinition(
      "recruitment.<channel>.title",
      .share,
      axes: [.degree, .title],
      isOptional: true,
      addsUpAlong: .title,
      "Share of the hires by the title with which they begin",
      chinese: "新聘教师起始职称分布",
    ),
    ParameterDefinition(
      "recruitment.<channel>.obligation_years",
      .years,
      standard: 0,
      "Years for which a hire is bound to serve",
      chinese: "服务期年限",
    ),
  ]

  /// The parameters that a channel cannot do without.
  package static func required(by kind: ChannelKind) -> [String] {
    switch kind {
    case .competition: []
    case .pipeline: ["intake"]
    }
  }

  /// Finds the parameters.
  package init(
    _ parameters: ParameterSet,
    fill: RecruitmentFill,
    channels: [ChannelRule],
    dimensions: Dimensions,
  ) {
    self.fill = fill
    self.channels = zip(channels, dimensions[.channel].codes).map {
      ($0, ChannelParameters(parameters, channel: $1))
    }
    self.plan = parameters.reference(to: "recruitment.plan")
    self.fillShare = parameters.required("recruitment.fill_share")
    self.freeze = parameters.required("recruitment.freeze")
    self.multiplier = parameters.required("recruitment.multiplier")
    self.targeting = parameters.required("recruitment.targeting")
    self.establishmentCap = parameters.reference(to: "recruitment.establishment_cap")
    self.secondSubject = parameters.reference(to: "recruitment.second_subject")
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of county-managed placement (县管校聘).
package struct PlacementRules: Sendable {
  package let coverage: ParameterReference
  package let firstTerm: ParameterReference
  package let termYears: ParameterReference
  package let reserveShare: ParameterReference
  package let reserveTitle: ParameterReference
  package let postConversion: ParameterReference
  package let titleScore: ParameterReference
  package let degreeScore: ParameterReference
  package let serviceScore: ParameterReference
  package let serviceScoreYears: ParameterReference
  package let backboneScore: ParameterReference
  package let meritScore: ParameterReference
  package let application: ParameterReference
  package let applicationFactor: ParameterReference
  package let locationUtility: ParameterReference
  package let keySchoolUtility: ParameterReference
  package let ownSchoolUtility: ParameterReference
  package let upwardLimit: ParameterReference
  package let displacedUpward: ParameterReference
  package let refusal: ParameterReference
  package let standbyMonths: ParameterReference
  package let standbyLeaves: ParameterReference

  /// The parameters that placement reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "placement.coverage",
      .share,
      axes: [.region],
      standard: 1,
      "Share of the region's schools that county management covers",
      chinese: "区域内实行县管校聘的学校比例",
    ),
    ParameterDefinition(
      "placement.first_term",
      .month,
      axes: [.region],
      standard: 0,
      dating: .atOpening,
      "A counting day on which a term of appointment begins; without it, terms begin in the first year",
      chinese: "聘期起始的统计时点；缺省时自首年开始",
    ),
    ParameterDefinition(
      "placement.term_years",
      .years,
      axes: [.region],
      standard: 3,
      dating: .atOpening,
      "Years of a term of appointment, after which all compete for their posts again",
      chinese: "聘期年数，期满后全员重新竞聘",
    ),
    ParameterDefinition(
      "placement.reserve_share",
      .share,
      axes: [.region, .stage],
      standard: 0,
      "Share of the authorised posts that the county holds back for assignments",
      chinese: "县级统筹预留岗位比例",
    ),
    ParameterDefinition(
      "placement.reserve_title",
      .onOff,
      axes: [.title],
      standard: 1,
      "Whether teachers of a title may hold a reserve post",
      chinese: "该职称教师能否使用预留岗位",
    ),
    ParameterDefinition(
      "placement.post_conversion",
      .onOff,
      axes: [.region],
      standard: 1,
      "Whether a vacant post of another subject is converted for a teacher who would otherwise have none",
      chinese: "无岗教师可否占用其他科目的空岗",
    ),
    ParameterDefinition(
      "placement.title_score",
      .utility,
      axes: [.title],
      standard: 0,
      "Points that a title counts for in the competition for posts",
      chinese: "竞聘中职称的分值",
    ),
    ParameterDefinition(
      "placement.degree_score",
      .utility,
      axes: [.degree],
      standard: 0,
      "Points that a degree counts for in the competition for posts",
      chinese: "竞聘中学历的分值",
    ),
    ParameterDefinition(
      "placement.service_score",
      .utility,
      standard: 0,
      "Points that a year of service counts for in the competition for posts",
      chinese: "竞聘中每年教龄的分值",
    ),
    ParameterDefinition(
      "placement.service_score_years",
      .years,
      standard: 30,
      "Years of service up to which they count",
      chinese: "计分教龄上限",
    ),
    ParameterDefinition(
      "placement.backbone_score",
      .utility,
      standard: 0,
      "Points that being a backbone teacher counts for",
      chinese: "竞聘中骨干教师的分值",
    ),
    ParameterDefinition(
      "placement.merit_score",
      .utility,
      standard: 1,
      "Points between the weakest and the strongest performance of a year, drawn for each teacher",
      chinese: "业绩考核最低与最高之间的分值（逐人随机）",
    ),
    ParameterDefinition(
      "placement.application",
      .probabilityPerYear,
      axes: Axis.ofTeacher,
      standard: 0,
      "Probability that a teacher applies to another school of the region",
      chinese: "教师申请调往区域内其他学校的概率",
    ),
    ParameterDefinition(
      "placement.application_factor",
      .factor,
      axes: [.location],
      standard: 1,
      "Factor on the probability of applying, by the location class of the own school",
      chinese: "按现任学校区位调整申请概率的系数",
    ),
    ParameterDefinition(
      "placement.location_utility",
      .utility,
      axes: [.location],
      standard: 0,
      "What a school's location class is worth to teachers, pay and distance together",
      chinese: "学校区位对教师的效用（含待遇与距离）",
    ),
    ParameterDefinition(
      "placement.key_school_utility",
      .utility,
      standard: 0,
      "What a key school is worth to teachers beyond its location",
      chinese: "重点学校对教师的额外效用",
    ),
    ParameterDefinition(
      "placement.own_school_utility",
      .utility,
      standard: 0,
      "What staying at the own school is worth to those who may",
      chinese: "留在本校的效用",
    ),
    ParameterDefinition(
      "placement.upward_limit",
      .share,
      axes: [.region],
      standard: 1,
      "Share of a school's teachers who may apply to a location class before its own in a year, the best first",
      chinese: "每年可向更好区位学校应聘的教师占本校教师比例（择优）",
    ),
    ParameterDefinition(
      "placement.displaced_upward",
      .onOff,
      axes: [.region],
      standard: 0,
      "Whether teachers who have lost their post may apply to a location class before their last one",
      chinese: "落聘教师可否应聘更好区位的学校",
    ),
    ParameterDefinition(
      "placement.refusal",
      .share,
      axes: [.location],
      standard: 0,
      "Share of the teachers who refuse to be assigned to a school of the location class",
      chinese: "拒绝组织调剂到该区位学校的教师比例",
    ),
    ParameterDefinition(
      "placement.standby_months",
      .months,
      standard: 12,
      "Longest time on standby",
      chinese: "待岗最长月数",
    ),
    ParameterDefinition(
      "placement.standby_leaves",
      .share,
      standard: 1,
      "Share of those without a post at the end of their standby who leave the workforce",
      chinese: "待岗期满仍无岗位者离岗的比例",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameter parameters: The complete parameter set.
  package init(_ parameters: ParameterSet) {
    func find(_ name: String) -> ParameterReference { parameters.required("placement.\(name)") }
    self.coverage = find("coverage")
    self.firstTerm = find("first_term")
    self.termYears = find("term_years")
    self.reserveShare = find("reserve_share")
    self.reserveTitle = find("reserve_title")
    self.postConversion = find("post_conversion")
    self.titleScore = find("title_score")
    self.degreeScore = find("degree_score")
    self.serviceScore = find("service_score")
    self.serviceScoreYears = find("service_score_years")
    self.backboneScore = find("backbone_score")
    self.meritScore = find("merit_score")
    self.application = find("application")
    self.applicationFactor = find("application_factor")
    self.locationUtility = find("location_utility")
    self.keySchoolUtility = find("key_school_utility")
    self.ownSchoolUtility = find("own_school_utility")
    self.upwardLimit = find("upward_limit")
    self.displacedUpward = find("displaced_upward")
    self.refusal = find("refusal")
    self.standbyMonths = find("standby_months")
    self.standbyLeaves = find("standby_leaves")
  }
}

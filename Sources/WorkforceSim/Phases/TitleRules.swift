// SPDX-License-Identifier: GPL-3.0-or-later

/// How titles change.
public enum TitleMethod: String, Hashable, Sendable, CaseIterable {
  /// Eligible teachers apply for the next title; places are limited by the structure caps.
  case review
  /// Teachers move between titles with the probabilities of a table, without limits.
  case transitions
}

/// What the structure caps are a share of.
public enum TitlePlacesBase: String, Hashable, Sendable, CaseIterable {
  /// The authorised posts of the region and stage.
  case posts
  /// The workforce of the region and stage after exits.
  case headcount
  /// The workforce and the holders of each title at the end of the year before.
  case previousHeadcount = "previous_headcount"
}

/// The parameters of titles.
package struct TitleRules: Sendable {
  package let method: TitleMethod
  package let base: TitlePlacesBase
  package let yearsRequired: ParameterReference?
  package let applicationProbability: ParameterReference?
  package let structureCap: ParameterReference?
  package let transitions: ParameterReference?
  package let backboneShare: ParameterReference?

  /// The parameters that titles read.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "titles.years_required",
      .years,
      axes: [.title, .degree, .stage],
      standard: 0,
      "Years in the title before a teacher may apply for the next one; 99 never",
      chinese: "申报高一级职称所需任职年限；99 表示不可申报",
    ),
    ParameterDefinition(
      "titles.application_probability",
      .probabilityPerYear,
      axes: Axis.ofTeacher,
      standard: 1,
      "Probability that an eligible teacher applies and is found fit",
      chinese: "符合条件的教师当年申报且合格的概率",
    ),
    ParameterDefinition(
      "titles.structure_cap",
      .share,
      axes: [.region, .stage, .title],
      standard: 1,
      "Largest share of teachers who may hold the title",
      chinese: "岗位结构比例上限",
    ),
    ParameterDefinition(
      "titles.transitions",
      .probabilityPerYear,
      axes: [.title, .nextTitle] + Axis.ofTeacher,
      isOptional: true,
      "Probability that a teacher moves from one title to another during the year",
      chinese: "当年由一职称转到另一职称的概率",
    ),
    ParameterDefinition(
      "titles.backbone_share",
      .share,
      axes: [.region, .stage, .title],
      isOptional: true,
      "Share of the teachers of a title who are kept backbone teachers by naming new ones",
      chinese: "通过逐年认定保持的各职称骨干教师比例",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet, method: TitleMethod, base: TitlePlacesBase) {
    self.method = method
    self.base = base
    self.yearsRequired = parameters.reference(to: "titles.years_required")
    self.applicationProbability = parameters.reference(to: "titles.application_probability")
    self.structureCap = parameters.reference(to: "titles.structure_cap")
    self.transitions = parameters.reference(to: "titles.transitions")
    self.backboneShare = parameters.reference(to: "titles.backbone_share")
  }
}

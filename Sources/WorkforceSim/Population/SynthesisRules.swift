// SPDX-License-Identifier: GPL-3.0-or-later

/// The published margins from which an opening population is built.
public struct SynthesisRules: Sendable {
  package let teachers: ParameterReference
  package let attributes: [Attribute]
  package let entryAge: ParameterReference?
  package let longestInTitle: ParameterReference?
  package let secondSubject: ParameterReference?
  package let backbone: ParameterReference?

  /// One attribute that is given to people: its margin, and what it goes with.
  package struct Attribute: Sendable {
    /// The attribute.
    package let axis: Axis
    /// The shares that are met exactly; `nil` gives everybody the first member.
    package let margin: ParameterReference?
    /// How much more often than by chance a member goes with other attributes.
    package let affinity: ParameterReference?
  }

  /// The parameters that the synthesis reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "population.teachers",
      .persons,
      dating: .atOpening,
      "Teachers at the opening",
      chinese: "期初教师总数",
    ),
    ParameterDefinition(
      "population.region",
      .share,
      axes: [.region],
      isOptional: true,
      addsUpAlong: .region,
      dating: .atOpening,
      "Share of the teachers by region",
      chinese: "教师按区域的比例",
    ),
    ParameterDefinition(
      "population.stage",
      .share,
      axes: [.region, .stage],
      isOptional: true,
      addsUpAlong: .stage,
      dating: .atOpening,
      "Share of the teachers by stage",
      chinese: "教师按学段的比例",
    ),
    ParameterDefinition(
      "population.stage_affinity",
      .factor,
      axes: [.region, .stage],
      isOptional: true,
      dating: .atOpening,
      "How much more often than on average a stage occurs in a region",
      chinese: "区域内学段的相对倾向",
    ),
    ParameterDefinition(
      "population.subject",
      .share,
      axes: [.stage, .subject],
      isOptional: true,
      addsUpAlong: .subject,
      dating: .atOpening,
      "Share of a stage's teachers by main subject",
      chinese: "学段内教师按主教科目的比例",
    ),
    ParameterDefinition(
      "population.subject_affinity",
      .factor,
      axes: [.region, .subject],
      isOptional: true,
      dating: .atOpening,
      "How much more often than on average a subject occurs in a region",
      chinese: "区域内科目的相对倾向",
    ),
    ParameterDefinition(
      "population.sex",
      .share,
      axes: [.stage, .sex],
      isOptional: true,
      addsUpAlong: .sex,
      dating: .atOpening,
      "Share of a stage's teachers by sex",
      chinese: "学段内教师的性别比例",
    ),
    ParameterDefinition(
      "population.sex_affinity",
      .factor,
      axes: [.subject, .sex],
      isOptional: true,
      dating: .atOpening,
      "How much more often than on average a sex occurs in a subject",
      chinese: "科目内性别的相对倾向",
    ),
    ParameterDefinition(
      "population.age",
      .share,
      axes: [.stage, .age],
      addsUpAlong: .age,
      dating: .atOpening,
      "Share of a stage's teachers by age",
      chinese: "学段内教师的年龄分布",
    ),
    ParameterDefinition(
      "population.age_affinity",
      .factor,
      axes: [.region, .sex, .age],
      isOptional: true,
      dating: .atOpening,
      "How much more often than on average an age occurs in a sex or region",
      chinese: "年龄与性别、区域的相对倾向",
    ),
    ParameterDefinition(
      "population.degree",
      .share,
      axes: [.stage, .degree],
      isOptional: true,
      addsUpAlong: .degree,
      dating: .atOpening,
      "Share of a stage's teachers by degree",
      chinese: "学段内教师的学历分布",
    ),
    ParameterDefinition(
      "population.degree_affinity",
      .factor,
      axes: [.degree, .age],
      isOptional: true,
      dating: .atOpening,
      "How much more often than on average a degree occurs at an age",
      chinese: "学历与年龄的相对倾向",
    ),
    ParameterDefinition(
      "population.title",
      .share,
      axes: [.stage, .title],
      isOptional: true,
      addsUpAlong: .title,
      dating: .atOpening,
      "Share of a stage's teachers by title",
      chinese: "学段内教师的职称分布",
    ),
    ParameterDefinition(
      "population.title_affinity",
      .factor,
      axes: [.sex, .title, .degree, .age],
      isOptional: true,
      dating: .atOpening,
      "How much more often than on average a title goes with an age, sex or degree",
      chinese: "职称与年龄、性别、学历的相对倾向",
    ),
    ParameterDefinition(
      "population.entry_age",
      .share,
      axes: [.age],
      isOptional: true,
      addsUpAlong: .age,
      dating: .atOpening,
      "Share of the teachers by the age at which they began to teach",
      chinese: "教师入职年龄分布",
    ),
    ParameterDefinition(
      "population.longest_in_title",
      .years,
      axes: [.title],
      isOptional: true,
      dating: .atOpening,
      "Longest time in the present title; times are spread evenly up to it",
      chinese: "任现职称的最长年限（在此范围内均匀分布）",
    ),
    ParameterDefinition(
      "population.second_subject",
      .share,
      axes: [.stage, .subject, .nextSubject],
      isOptional: true,
      dating: .atOpening,
      "Share of a subject's teachers who can also teach another one; the rest have none",
      chinese: "能兼教另一科目的教师比例；其余无第二学科",
    ),
    ParameterDefinition(
      "population.backbone",
      .share,
      axes: [.stage, .title],
      isOptional: true,
      dating: .atOpening,
      "Share of the teachers who are backbone teachers",
      chinese: "骨干教师比例",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameter parameters: The complete parameter set.
  package init(_ parameters: ParameterSet) {
    func find(_ name: String) -> ParameterReference? {
      parameters.reference(to: "population.\(name)")
    }
    self.teachers = parameters.required("population.teachers")
    self.attributes = [Axis.region, .stage, .subject, .sex, .age, .degree, .title].map {
      Attribute(axis: $0, margin: find($0.rawValue), affinity: find("\($0.rawValue)_affinity"))
    }
    self.entryAge = find("entry_age")
    self.longestInTitle = find("longest_in_title")
    self.secondSubject = find("second_subject")
    self.backbone = find("backbone")
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the schools come from.
public enum SchoolMethod: String, Hashable, Sendable, CaseIterable {
  /// A list names every school.
  case list
  /// Schools are drawn up to the numbers given; a list may name those that are known.
  case synthesis
}

/// The parameters of schools and of changes of their network.
package struct SchoolRules: Sendable {
  /// Where the schools come from.
  package let method: SchoolMethod
  /// The schools that a list names.
  package let listed: [School]
  package let count: ParameterReference?
  package let placesSpread: ParameterReference
  package let keySchools: ParameterReference
  package let protectedShare: ParameterReference
  package let mergerThreshold: ParameterReference
  package let mergerLimit: ParameterReference
  package let extensions: ParameterReference
  package let extensionGain: ParameterReference
  package let itinerantSubject: ParameterReference
  package let itinerantPupils: ParameterReference
  package let staffingAffinity: ParameterReference
  package let staffingSpread: ParameterReference

  /// The parameters that schools read.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "schools.count",
      .schools,
      axes: [.region, .stage, .location],
      isOptional: true,
      dating: .atOpening,
      "Schools at the opening, by the stage that they teach",
      chinese: "期初学校数（按学段）",
    ),
    ParameterDefinition(
      "schools.places_spread",
      .factor,
      axes: [.stage, .location],
      standard: 0,
      dating: .atOpening,
      "Coefficient of variation of places among schools of one region, stage and location class",
      chinese: "同一区域、学段、区位内学校学位数的变异系数",
    ),
    ParameterDefinition(
      "schools.key_schools",
      .schools,
      axes: [.region, .stage],
      standard: 0,
      dating: .atOpening,
      "Key schools among the synthesised ones; the largest are taken",
      chinese: "合成学校中的重点学校数（取规模最大者）",
    ),
    ParameterDefinition(
      "schools.protected_share",
      .share,
      axes: [.region, .stage, .location],
      standard: 0,
      dating: .atOpening,
      "Share of the synthesised schools that must be kept, however few their pupils are",
      chinese: "合成学校中必须保留的比例",
    ),
    ParameterDefinition(
      "schools.merger_threshold",
      .pupils,
      axes: [.stage, .location],
      standard: 0,
      "Pupils below which a school may be merged into another; 0 merges none",
      chinese: "低于该学生数的学校可以撤并；0 表示不撤并",
    ),
    ParameterDefinition(
      "schools.merger_limit",
      .schools,
      axes: [.region],
      standard: 0,
      "Schools that may be merged in a year, the smallest first",
      chinese: "每年最多撤并的学校数（规模小者优先）",
    ),
    ParameterDefinition(
      "schools.extensions",
      .schools,
      axes: [.region],
      standard: 0,
      "Schools built anew on their site or extended in a year",
      chinese: "每年改扩建的学校数",
    ),
    ParameterDefinition(
      "schools.extension_gain",
      .share,
      standard: 0,
      "Part by which an extension raises a school's places",
      chinese: "改扩建使学位增加的比例",
    ),
    ParameterDefinition(
      "schools.itinerant_subject",
      .onOff,
      axes: [.subject],
      standard: 0,
      "Whether small schools share the teachers of a subject, whose posts a larger school holds",
      chinese: "小规模学校是否走教共享该科目教师（岗位设在较大学校）",
    ),
    ParameterDefinition(
      "schools.itinerant_pupils",
      .pupils,
      axes: [.stage],
      standard: 0,
      "Pupils below which a school shares itinerant teachers",
      chinese: "低于该学生数的学校共享走教教师",
    ),
    ParameterDefinition(
      "schools.staffing_affinity",
      .factor,
      axes: [.location, .subject],
      standard: 1,
      dating: .atOpening,
      "How much better than by need schools of a location class are staffed in a subject at the opening",
      chinese: "期初不同区位学校在各科目上相对于需求的配置程度",
    ),
    ParameterDefinition(
      "schools.staffing_spread",
      .factor,
      axes: [.stage],
      standard: 0,
      dating: .atOpening,
      "Coefficient of variation of how well single schools are staffed at the opening",
      chinese: "期初校际师资配置程度的变异系数",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameters:
  ///   - parameters: The complete parameter set.
  ///   - method: Where the schools come from.
  ///   - listed: The schools that a list names.
  package init(_ parameters: ParameterSet, method: SchoolMethod, listed: [School]) {
    self.method = method
    self.listed = listed
    self.count = parameters.reference(to: "schools.count")
    self.placesSpread = parameters.required("schools.places_spread")
    self.keySchools = parameters.required("schools.key_schools")
    self.protectedShare = parameters.required("schools.protected_share")
    self.mergerThreshold = parameters.required("schools.merger_threshold")
    self.mergerLimit = parameters.required("schools.merger_limit")
    self.extensions = parameters.required("schools.extensions")
    self.extensionGain = parameters.required("schools.extension_gain")
    self.itinerantSubject = parameters.required("schools.itinerant_subject")
    self.itinerantPupils = parameters.required("schools.itinerant_pupils")
    self.staffingAffinity = parameters.required("schools.staffing_affinity")
    self.staffingSpread = parameters.required("schools.staffing_spread")
  }
}

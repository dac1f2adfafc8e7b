// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of the balance between schools (优质均衡).
package struct BalanceRules: Sendable {
  package let requiredDegree: ParameterReference
  package let artsSubject: ParameterReference
  package let limit: ParameterReference

  /// The parameters that the balance reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "balance.above_required_degree",
      .onOff,
      axes: [.stage, .degree],
      standard: 0,
      "Whether a degree lies above the one that the stage requires",
      chinese: "该学历是否高于该学段规定学历",
    ),
    ParameterDefinition(
      "balance.arts_subject",
      .onOff,
      axes: [.subject],
      standard: 0,
      "Whether a subject is one of physical education, music and art",
      chinese: "是否体育、音乐、美术科目",
    ),
    ParameterDefinition(
      "balance.limit",
      .factor,
      axes: [.stage],
      standard: 0,
      "Largest coefficient of variation between schools that the standard allows; 0 sets none",
      chinese: "校际差异系数上限；0 表示不设上限",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameter parameters: The complete parameter set.
  package init(_ parameters: ParameterSet) {
    self.requiredDegree = parameters.required("balance.above_required_degree")
    self.artsSubject = parameters.required("balance.arts_subject")
    self.limit = parameters.required("balance.limit")
  }
}

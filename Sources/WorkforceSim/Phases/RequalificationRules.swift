// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of requalification for another subject or stage (转岗).
package struct RequalificationRules: Sendable {
  package let route: ParameterReference
  package let surplusShare: ParameterReference
  package let quota: ParameterReference
  package let maximumAge: ParameterReference
  package let success: ParameterReference
  package let trainingMonths: ParameterReference
  package let absence: ParameterReference

  /// The parameters that requalification reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "requalification.route",
      .weight,
      axes: [.stage, .subject, .nextStage, .nextSubject],
      standard: 0,
      "How readily teachers of a stage and subject train for another one; 0 closes the way",
      chinese: "由某学段科目转到另一学段科目的相对意愿；0 表示不可转",
    ),
    ParameterDefinition(
      "requalification.surplus_share",
      .share,
      axes: [.region],
      standard: 0,
      "Share of a surplus that may begin training in a year",
      chinese: "每年可参加转岗培训的富余教师比例",
    ),
    ParameterDefinition(
      "requalification.quota",
      .persons,
      axes: [.region],
      standard: 1_000_000,
      "Most teachers who begin training in a year",
      chinese: "每年转岗培训名额上限",
    ),
    ParameterDefinition(
      "requalification.maximum_age",
      .years,
      axes: [.sex],
      standard: 50,
      "Age from which teachers no longer train",
      chinese: "参加转岗培训的年龄上限",
    ),
    ParameterDefinition(
      "requalification.success",
      .share,
      axes: [.nextStage, .nextSubject],
      standard: 1,
      "Share of those trained who qualify",
      chinese: "转岗培训合格比例",
    ),
    ParameterDefinition(
      "requalification.training_months",
      .months,
      axes: [.nextStage, .nextSubject],
      standard: 12,
      "Months from the beginning of training to the new subject",
      chinese: "转岗培训月数",
    ),
    ParameterDefinition(
      "requalification.absence",
      .share,
      standard: 0,
      "Part of a full load that training takes away",
      chinese: "培训期间减少的工作量比例",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameter parameters: The complete parameter set.
  package init(_ parameters: ParameterSet) {
    func find(_ name: String) -> ParameterReference {
      parameters.required("requalification.\(name)")
    }
    self.route = find("route")
    self.surplusShare = find("surplus_share")
    self.quota = find("quota")
    self.maximumAge = find("maximum_age")
    self.success = find("success")
    self.trainingMonths = find("training_months")
    self.absence = find("absence")
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters of rotation between schools (交流轮岗).
package struct RotationRules: Sendable {
  package let eligibleYears: ParameterReference
  package let exemptAge: ParameterReference
  package let dutyShare: ParameterReference
  package let backboneShare: ParameterReference
  package let volunteers: ParameterReference

  /// The parameters that rotation reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "rotation.eligible_years",
      .years,
      standard: 6,
      "Years at one school after which a teacher is due to rotate",
      chinese: "在同一学校任教满该年限者应当交流",
    ),
    ParameterDefinition(
      "rotation.exempt_age",
      .years,
      axes: [.sex],
      standard: 200,
      "Age from which teachers are exempt from rotation",
      chinese: "达到该年龄免于交流",
    ),
    ParameterDefinition(
      "rotation.duty_share",
      .share,
      axes: [.region],
      standard: 0,
      "Share of those due who must move in a year",
      chinese: "每年应交流人员占符合条件教师的比例",
    ),
    ParameterDefinition(
      "rotation.backbone_share",
      .share,
      axes: [.region],
      standard: 0,
      "Share of those who move who must be backbone teachers",
      chinese: "交流人员中骨干教师应占比例",
    ),
    ParameterDefinition(
      "rotation.volunteers",
      .share,
      axes: [.location],
      standard: 0,
      "Share of those due who volunteer to exchange schools, by the location class of their school",
      chinese: "符合条件者中自愿交流的比例（按现任学校区位）",
    ),
  ]

  /// Finds the parameters.
  ///
  /// - Parameter parameters: The complete parameter set.
  package init(_ parameters: ParameterSet) {
    func find(_ name: String) -> ParameterReference { parameters.required("rotation.\(name)") }
    self.eligibleYears = find("eligible_years")
    self.exemptAge = find("exempt_age")
    self.dutyShare = find("duty_share")
    self.backboneShare = find("backbone_share")
    self.volunteers = find("volunteers")
  }
}

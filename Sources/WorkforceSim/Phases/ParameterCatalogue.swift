// SPDX-License-Identifier: GPL-3.0-or-later

/// Every parameter that the model can read, section by section in the order of the year.
package enum ParameterCatalogue {
  /// The definitions.
  package static let definitions: [ParameterDefinition] =
    EnrolmentRules.definitions + SchoolRules.definitions + NeedRules.definitions
    + PostRules.definitions
    + RetirementRules.definitions + EarlyRetirementRules.definitions + ContractRules.definitions
    + ExitRules.definitions + LeaveRules.definitions + TitleRules.definitions
    + ParticipationRules.definitions + RequalificationRules.definitions
    + PlacementRules.definitions + RotationRules.definitions + BalanceRules.definitions
    + RecruitmentRules.definitions + PayRules.definitions

  /// The sections in the order of the year.
  package static let sections: [String] = definitions.reduce(into: []) { sections, definition in
    if sections.last != definition.section { sections.append(definition.section) }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The dimensions of a scenario with the rules that their members carry.
struct DeclaredDimensions {
  /// The lists and the numbering of cells.
  var dimensions = Dimensions([])
  /// The axes that the scenario declares.
  var declared: Set<Axis> = []
  /// The grades that births enter.
  var entries: [EntryGrade] = []
  /// The contract that follows each contract.
  var nextContracts: [Int?] = [nil]
  /// How people come through each channel.
  var channels: [ChannelRule] = []
  /// Whom the retirement categories cover.
  var assignments: [RetirementAssignment] = []
  /// The title to which each grade of posts belongs.
  var titleOfGrade = [0]
  /// The rules of the items of pay.
  var items: [PayItem] = []
  /// The rules of the roles.
  var roles: [RoleRule] = []

  /// The axes that a scenario may declare.
  static let axes = Axis.allCases.filter { !$0.isBuiltIn && $0.declaredAs == $0 }

  /// The largest number of members of an axis that a column of the population holds, or `nil`.
  static func limit(of axis: Axis) -> Int? {
    switch axis {
    case .sex, .title, .degree, .contract, .channel, .subject, .postGrade, .role: 255
    case .category: 254
    default: nil
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What a teacher on the rolls does in a month.
public enum PaySituation: String, Hashable, Sendable, CaseIterable {
  /// Teaches, perhaps on leave.
  case inPost = "in_post"
  /// Is on early retirement (退养).
  case earlyRetired = "early_retired"
  /// Is without a school and waits for one (待岗).
  case standby

  /// The situation as a member of its axis.
  package var member: Member {
    switch self {
    case .inPost: Member(rawValue, label: LocalizedText("in post", chinese: "在岗"))
    case .earlyRetired: Member(rawValue, label: LocalizedText("early retired", chinese: "退养"))
    case .standby: Member(rawValue, label: LocalizedText("on standby", chinese: "待岗"))
    }
  }
}

/// When an item is paid.
public enum PayTiming: String, Hashable, Sendable, CaseIterable {
  /// In every month of the item's months.
  case monthly
  /// Once, in the first month of a hire's pay.
  case onEntry = "on_entry"
  /// Never: other items are reckoned from it.
  case never
}

/// What an item is to the budget.
public enum PayKind: String, Hashable, Sendable, CaseIterable {
  /// Pay that a teacher in post receives; averages of pay count it.
  case pay
  /// What the employer pays on top, such as pension contributions.
  case onCost = "on_cost"
  /// Anything else: pay of people out of post, grants, health checks.
  case other
}

/// Members of an axis to which something applies.
public struct PayCondition: Hashable, Sendable {
  /// The axis.
  public let axis: Axis
  /// The positions of the members.
  public let members: [Int]

  /// Creates a condition.
  ///
  /// - Parameters:
  ///   - axis: The axis.
  ///   - members: The positions of the members.
  public init(_ axis: Axis, _ members: [Int]) {
    self.axis = axis
    self.members = members
  }
}

/// The rule of one item of pay: what it is reckoned from, for whom, when.
///
/// The item is an amount of its own, or a rate of the sum of items before it.
public struct PayItem: Hashable, Sendable {
  /// The positions of the items whose sum the rate multiplies; empty for an amount.
  public var base: [Int]
  /// Whom the item is paid to; all of them must hold.
  public var conditions: [PayCondition]
  /// The months of the year in which the item is paid; empty for all.
  public var months: [Int]
  /// When the item is paid.
  public var timing: PayTiming
  /// What the item is to the budget.
  public var kind: PayKind
  /// The situation for which the base is reckoned; `nil` for the one that the teacher is in.
  public var reckonedAs: PaySituation?

  /// Creates an item.
  ///
  /// - Parameters:
  ///   - base: The positions of the items whose sum the rate multiplies; empty for an amount.
  ///   - conditions: Whom the item is paid to.
  ///   - months: The months of the year in which the item is paid; empty for all.
  ///   - timing: When the item is paid.
  ///   - kind: What the item is to the budget.
  ///   - reckonedAs: The situation for which the base is reckoned.
  public init(
    base: [Int] = [],
    conditions: [PayCondition] = [],
    months: [Int] = [],
    timing: PayTiming = .monthly,
    kind: PayKind = .pay,
    reckonedAs: PaySituation? = nil,
  ) {
    self.base = base
    self.conditions = conditions
    self.months = months
    self.timing = timing
    self.kind = kind
    self.reckonedAs = reckonedAs
  }

  /// Whether the item is pay that a teacher in post receives month by month.
  package var isMonthlyPay: Bool { kind == .pay && timing == .monthly }
}

/// What the number of holders of a role is counted by.
public enum RoleBasis: String, Hashable, Sendable, CaseIterable {
  /// So many for each class.
  case perClass = "class"
  /// So many for each open school.
  case perSchool = "school"
}

/// A duty that some teachers of a school have beside teaching.
public struct RoleRule: Hashable, Sendable {
  /// What the number of holders is counted by.
  public let basis: RoleBasis
  /// Who can hold the role; all of them must hold.
  public let conditions: [PayCondition]

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - basis: What the number of holders is counted by.
  ///   - conditions: Who can hold the role.
  public init(basis: RoleBasis, conditions: [PayCondition] = []) {
    self.basis = basis
    self.conditions = conditions
  }
}

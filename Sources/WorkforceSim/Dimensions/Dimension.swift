// SPDX-License-Identifier: GPL-3.0-or-later

/// One member of a dimension: a county, a subject, a title.
public struct Member: Hashable, Sendable {
  /// The code used in files and tables.
  public let code: String
  /// The name that people read.
  public let label: LocalizedText

  /// Creates a member.
  ///
  /// - Parameters:
  ///   - code: The code used in files and tables.
  ///   - label: The name that people read; `nil` takes the code.
  public init(_ code: String, label: LocalizedText? = nil) {
    self.code = code
    self.label = label ?? LocalizedText(code)
  }
}

/// A named set of members, such as the mountain counties.
public struct MemberGroup: Hashable, Sendable {
  /// The code used as a key in parameter files.
  public let code: String
  /// The positions of the members in their dimension.
  public let members: [Int]

  /// Creates a group.
  ///
  /// - Parameters:
  ///   - code: The code used as a key in parameter files.
  ///   - members: The positions of the members in their dimension.
  public init(code: String, members: [Int]) {
    self.code = code
    self.members = members
  }
}

/// A list of members in a fixed order, declared by the scenario.
public struct Dimension: Hashable, Sendable {
  /// The axis that the dimension belongs to.
  public let axis: Axis
  /// The members in their declared order.
  public let members: [Member]
  /// Named sets of members.
  public let groups: [MemberGroup]
  private let positions: [String: Int]

  /// Creates a dimension.
  ///
  /// - Parameters:
  ///   - axis: The axis that the dimension belongs to.
  ///   - members: The members in their order; codes are unique.
  ///   - groups: Named sets of members.
  public init(_ axis: Axis, _ members: [Member], groups: [MemberGroup] = []) {
    self.axis = axis
    self.members = members
    self.groups = groups
    var positions: [String: Int] = [:]
    for (position, member) in members.enumerated().reversed() {
      positions[member.label.english] = position
      positions[member.label.chinese] = position
    }
    for (position, member) in members.enumerated() {
      positions[member.code] = position
    }
    self.positions = positions
  }

  /// The number of members.
  public var count: Int { members.count }

  /// Finds a member by its code or its name in either language.
  ///
  /// - Parameter name: The code or name.
  /// - Returns: The member's position, or `nil` if there is none.
  public func position(of name: String) -> Int? { positions[name] }

  /// Finds a group by its code.
  ///
  /// - Parameter code: The group's code.
  /// - Returns: The positions of its members, or `nil` if there is no such group.
  public func group(_ code: String) -> [Int]? { groups.first { $0.code == code }?.members }

  /// The codes of all members, in their order.
  public var codes: [String] { members.map(\.code) }
}

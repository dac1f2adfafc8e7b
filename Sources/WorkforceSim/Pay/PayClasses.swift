// SPDX-License-Identifier: GPL-3.0-or-later

/// Which teachers are paid alike: the members of each axis among which pay makes no difference.
///
/// Two members of an axis are one class if every value of every parameter of pay is the same for
/// both at all dates and every condition treats both alike. A teacher's key is a sum of one number
/// for each attribute; teachers with the same key are paid the same.
///
/// Who came through an unknown channel, holds no role or has no school is a member of its own, the
/// last one of the axis: no condition holds for it and no value stands for it, so values are zero.
package final class PayClasses: Sendable {
  /// One axis of the key.
  private struct KeyAxis: Sendable {
    let axis: Axis
    /// The number of classes.
    let count: Int
    /// The first of the members that represent the classes.
    let first: Int
  }

  /// The number of keys that are possible.
  let keyCount: Int
  /// The axes along which there is more than one class, the one that runs fastest first.
  private let axes: [KeyAxis]
  /// A member of each class, axis by axis.
  private let representatives: [Int]
  /// The part of the key that each member stands for, by the ordinal of the axis.
  private let parts: [[Int]]

  /// The axes that make up the key; the title follows from the grade of posts.
  private static let keyAxes = Axis.ofPay.filter { $0 != .title }

  /// Finds the classes.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - items: The items that matter.
  ///   - tellsWhoIsPaid: Whether the conditions of all pay matter.
  ///   - parameters: The scenario's parameters.
  ///   - dimensions: The scenario's dimensions.
  init(
    _ rules: PayRules,
    items: [Int],
    tellsWhoIsPaid: Bool,
    _ parameters: ParameterSet,
    _ dimensions: Dimensions,
  ) {
    let comparison = MemberComparison(
      rules,
      items: items,
      tellsWhoIsPaid: tellsWhoIsPaid,
      parameters,
    )
    var axes: [KeyAxis] = []
    var ofAxes: [Int] = []
    var parts = [[Int]](repeating: [], count: Axis.allCases.count)
    var stride = 1
    for axis in Self.keyAxes {
      var representatives: [Int] = []
      let classes = (0..<Self.memberCount(of: axis, dimensions)).map { member -> Int in
        let known = representatives.firstIndex { other in
          guard comparison.areAlike(member, other, along: axis) else { return false }
          guard axis == .postGrade else { return true }
          let titles = rules.settings.titleOfGrade
          return comparison.areAlike(titles[member], titles[other], along: .title)
        }
        if let known { return known }
        representatives.append(member)
        return representatives.count - 1
      }
      parts[axis.ordinal] = classes.map { $0 * stride }
      // A single class is represented by the first member, which needs no place in the key.
      if representatives.count > 1 {
        axes.append(
          KeyAxis(axis: axis, count: representatives.count, first: ofAxes.count)
        )
        ofAxes += representatives
      }
      stride *= representatives.count
    }
    self.keyCount = stride
    self.axes = axes
    self.representatives = ofAxes
    self.parts = parts
  }

  /// The number of members of an axis, the absent one included.
  static func memberCount(of axis: Axis, _ dimensions: Dimensions) -> Int {
    let canBeAbsent =
      [.channel, .role, .location].contains(axis) && dimensions[axis].codes != ["all"]
    return dimensions.count(axis) + (canBeAbsent ? 1 : 0)
  }

  /// The part of the key that the members of an axis stand for.
  func parts(of axis: Axis) -> [Int] { parts[axis.ordinal] }

  /// Adds the kind for which a key stands.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - fullTimeShare: The full-time equivalent of the contract.
  ///   - titleOfGrade: The title of each grade of posts.
  ///   - kinds: Receives the kind; axes with one class keep member 0.
  func append(_ key: Int, fullTimeShare: Double, titleOfGrade: [Int], to kinds: inout PayKinds) {
    let kind = kinds.append(fullTimeShare: fullTimeShare)
    var rest = key
    for axis in axes {
      let (quotient, position) = rest.quotientAndRemainder(dividingBy: axis.count)
      kinds[axis.axis, kind] = representatives[axis.first + position]
      rest = quotient
    }
    kinds[.title, kind] = titleOfGrade[kinds[.postGrade, kind]]
  }
}

/// Compares members of an axis by everything that pay says of them.
private struct MemberComparison {
  private let tables: [Parameter]
  private let conditions: [PayCondition]

  init(_ rules: PayRules, items: [Int], tellsWhoIsPaid: Bool, _ parameters: ParameterSet) {
    let settings = rules.settings.items
    let reckons = items.contains { settings[$0].reckonedAs != nil }
    // Where pay is reckoned as in another situation, situations are never alike.
    let situations =
      reckons ? PaySituation.allCases.map { PayCondition(.situation, [$0.position]) } : []
    let who = tellsWhoIsPaid ? settings.filter(\.isMonthlyPay).flatMap(\.conditions) : []
    self.tables = items.flatMap { rules.items[$0].ofAmount }.map { parameters[$0] }
    self.conditions = items.flatMap { settings[$0].conditions } + situations + who
  }

  func areAlike(_ member: Int, _ other: Int, along axis: Axis) -> Bool {
    conditions.allSatisfy {
      $0.axis != axis || $0.members.contains(member) == $0.members.contains(other)
    } && tables.allSatisfy { $0.isAlike(member, other, along: axis) }
  }
}

extension Parameter {
  /// Whether all values of two members of an axis are the same known numbers.
  fileprivate func isAlike(_ member: Int, _ other: Int, along axis: Axis) -> Bool {
    guard let position = axes.firstIndex(of: axis) else { return true }
    let inner = shape[(position + 1)...].reduce(1, *)
    let block = inner * shape[position]
    return dated.allSatisfy { dated in
      stride(from: 0, to: dated.leaves.count, by: block).allSatisfy { start in
        (0..<inner).allSatisfy { index in
          let leaf = dated.leaf(member, of: shape[position], at: start + index, inner: inner)
          if case .drawn = leaf { return false }
          return leaf == dated.leaf(other, of: shape[position], at: start + index, inner: inner)
        }
      }
    }
  }
}

extension DatedValues {
  /// The value of a member; zero for the absent one.
  fileprivate func leaf(_ member: Int, of count: Int, at start: Int, inner: Int) -> ParameterLeaf {
    member < count ? leaves[start + member * inner] : .number(0)
  }
}

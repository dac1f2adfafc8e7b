// SPDX-License-Identifier: GPL-3.0-or-later

/// Kinds of teachers whose items are worked out together, item by item.
package struct PayKinds: Sendable {
  /// The kinds for which there is room.
  package let capacity: Int
  /// The number of kinds.
  package private(set) var count = 0
  /// The full-time equivalent of each kind's contract.
  private(set) var fullTimeShares: [Double]
  /// The member of each kind, by the ordinal of the axis and then by kind.
  private var members: [Int]

  /// Creates room for kinds.
  package init(capacity: Int) {
    self.capacity = capacity
    self.fullTimeShares = [Double](repeating: 1, count: capacity)
    self.members = [Int](repeating: 0, count: Axis.allCases.count * capacity)
  }

  /// Forgets all kinds; those that follow keep the members that they are not given.
  mutating func removeAll() { count = 0 }

  /// Adds a kind.
  ///
  /// - Parameter fullTimeShare: The full-time equivalent of the contract.
  /// - Returns: The number of the kind.
  package mutating func append(fullTimeShare: Double = 1) -> Int {
    fullTimeShares[count] = fullTimeShare
    count += 1
    return count - 1
  }

  /// The member of a kind on an axis.
  package subscript(axis: Axis, kind: Int) -> Int {
    get { members[axis.ordinal * capacity + kind] }
    set { members[axis.ordinal * capacity + kind] = newValue }
  }

  /// Where the members of all kinds on an axis stand, by the ordinal of the axis.
  @inline(__always)
  func places(ofAxis ordinal: Int) -> Range<Int> {
    ordinal * capacity..<ordinal * capacity + count
  }

  /// The member at a place of ``places(ofAxis:)``.
  @inline(__always)
  func member(at place: Int) -> Int { members[place] }

  /// The kinds that are in another situation, as if they were in the given one.
  ///
  /// - Parameter situation: The position of the situation.
  /// - Returns: The kinds, and the number that each has here.
  func others(in situation: Int) -> (kinds: PayKinds, numbers: [Int]) {
    let numbers = (0..<count).filter { self[.situation, $0] != situation }
    var kinds = PayKinds(capacity: numbers.count)
    for number in numbers {
      let kind = kinds.append(fullTimeShare: fullTimeShares[number])
      for axis in Axis.allCases { kinds[axis, kind] = self[axis, number] }
      kinds[.situation, kind] = situation
    }
    return (kinds, numbers)
  }
}

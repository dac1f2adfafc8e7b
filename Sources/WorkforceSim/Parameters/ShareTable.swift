// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares along one axis, ready to pick a member by a uniform draw.
///
/// Members with a share of zero are left out, and shares are scaled to add up to one.
package struct ShareTable: Sendable {
  /// The number of a block of members, by the other axes of the shares.
  private let blocks: ParameterValues
  private let starts: [Int]
  private let members: [Int]
  private let cumulative: [Double]

  /// Prepares shares.
  ///
  /// - Parameters:
  ///   - values: The shares.
  ///   - axis: The axis along which they add up.
  package init(_ values: ParameterValues, along axis: Axis) {
    let rest = values.member(0, of: axis)
    var numbers = rest
    numbers.values = rest.values.indices.map(Double.init)
    self.blocks = numbers
    let position = values.axes.firstIndex(of: axis)
    let count = position.map { values.shape[$0] } ?? 1
    let inner = values.stride(of: axis)
    var starts = [0]
    var members: [Int] = []
    var cumulative: [Double] = []
    for block in rest.values.indices {
      let first = inner == 0 ? block : block / inner * inner * count + block % inner
      let shares = (0..<count).map { values.values[first + $0 * inner] }
      let total = shares.reduce(0, +)
      var sum = 0.0
      for (member, share) in shares.enumerated() where share > 0 {
        sum += share
        members.append(member)
        cumulative.append(sum / total)
      }
      starts.append(members.count)
    }
    self.starts = starts
    self.members = members
    self.cumulative = cumulative
  }

  /// The member that a uniform draw picks.
  ///
  /// - Parameters:
  ///   - uniform: The draw, between 0 and 1; not made where there is nothing to choose.
  ///   - a: A member of another axis of the shares.
  ///   - b: A member of another axis of the shares.
  /// - Returns: The member; 0 where no member has a share.
  package func pick(
    _ uniform: @autoclosure () -> Double,
    _ a: ParameterValues.Place,
    _ b: ParameterValues.Place,
  ) -> Int {
    let block = Int(blocks[a, b])
    var position = starts[block]
    let end = starts[block + 1]
    guard position < end else { return 0 }
    guard position + 1 < end else { return members[position] }
    let uniform = uniform()
    while position + 1 < end, uniform >= cumulative[position] { position += 1 }
    return members[position]
  }

  /// The members with a share above zero, and their shares.
  ///
  /// - Parameters:
  ///   - a: A member of another axis of the shares.
  ///   - b: A member of another axis of the shares.
  /// - Returns: The members and shares; the shares add up to one.
  package func shares(
    _ a: ParameterValues.Place,
    _ b: ParameterValues.Place,
  ) -> [(member: Int, share: Double)] {
    let block = Int(blocks[a, b])
    let range = starts[block]..<starts[block + 1]
    return range.map { position in
      let before = position == range.lowerBound ? 0 : cumulative[position - 1]
      return (members[position], cumulative[position] - before)
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares along one axis, ready to pick a member by a uniform draw.
///
/// Members with a share of zero are left out, and shares are scaled to add up to one.
package struct ShareTable: Sendable {
  /// The number of a block of members, by the other axes of the shares.
  private let blocks: ParameterValues
  private let starts: [Int]
  private let members: [UInt8]
  private let cumulative: [Double]
  /// For each member the number of random words that pick it or one before it in its block.
  private let bounds: [UInt64]

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
    var members: [UInt8] = []
    var cumulative: [Double] = []
    for block in rest.values.indices {
      let first = inner == 0 ? block : block / inner * inner * count + block % inner
      let shares = (0..<count).map { values.values[first + $0 * inner] }
      let total = shares.reduce(0, +)
      var sum = 0.0
      for (member, share) in shares.enumerated() where share > 0 {
        sum += share
        members.append(UInt8(member))
        cumulative.append(sum / total)
      }
      starts.append(members.count)
    }
    self.starts = starts
    self.members = members
    self.cumulative = cumulative
    self.bounds = cumulative.map { DecisionStream.words(below: $0) }
  }

  /// The number of blocks.
  package var blockCount: Int { starts.count - 1 }

  /// Whether some block has more than one member, so that there is something to choose.
  package var offersChoice: Bool {
    starts.indices.dropLast().contains { starts[$0 + 1] - starts[$0] > 1 }
  }

  /// The first block of each cell: that of the first member of the axes that cells do not have.
  ///
  /// - Parameter dimensions: The scenario's dimensions.
  /// - Returns: The number of the block by cell.
  package func blocks(ofCells dimensions: Dimensions) -> [Int] {
    blocks.positions(ofCells: dimensions)
  }

  /// How many blocks lie between neighbouring members of an axis.
  ///
  /// - Parameter axis: The axis.
  /// - Returns: The distance; 0 if the shares do not depend on the axis.
  package func stride(of axis: Axis) -> Int { blocks.stride(of: axis) }

  /// The members that draws pick.
  ///
  /// - Parameters:
  ///   - words: The random word of each draw.
  ///   - block: The block of members by the number of the draw.
  /// - Returns: The member of each draw; 0 where no member has a share.
  @inline(__always)
  package func pick(_ words: [UInt32], outOf block: (_ draw: Int) -> Int) -> [UInt8] {
    var picked = [UInt8](repeating: 0, count: words.count)
    let draws = words.indices
    let words = words.span.extracting(draws)
    let (starts, bounds, members) = (starts.span, bounds.span, members.span)
    var places = picked.mutableSpan
    for draw in draws {
      let block = block(draw)
      var position = starts[block]
      let last = starts[block &+ 1] &- 1
      let word = UInt64(words[draw])
      while position < last, word >= bounds[position] { position &+= 1 }
      places[draw] = position <= last ? members[position] : 0
    }
    return picked
  }

  /// The members that draws pick where all pick from the only block.
  ///
  /// - Parameter words: The random word of each draw.
  /// - Returns: The member of each draw; 0 where no member has a share.
  package func pick(_ words: [UInt32]) -> [UInt8] {
    precondition(blockCount == 1, "There are \(blockCount) blocks.")
    guard members.count > 1 else {
      return [UInt8](repeating: members.first ?? 0, count: words.count)
    }
    var picked = [UInt8](repeating: 0, count: words.count)
    // Bound by bound, so that many draws are compared at a time.
    for bound in bounds.dropLast() { Self.count(words, from: bound, in: &picked) }
    let draws = picked.indices
    let members = members.span
    var places = picked.mutableSpan
    for draw in draws { places[draw] = members[Int(places[draw])] }
    return picked
  }

  /// Adds one to the count of each draw whose word is not below a bound.
  private static func count(_ words: [UInt32], from bound: UInt64, in counts: inout [UInt8]) {
    guard let bound = UInt32(exactly: bound) else { return }
    let draws = words.indices
    let words = words.span.extracting(draws)
    var counts = counts.mutableSpan
    precondition(draws.count <= counts.count, "There are \(draws.count) draws.")
    for draw in draws { counts[draw] &+= words[draw] >= bound ? 1 : 0 }
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
      return (Int(members[position]), cumulative[position] - before)
    }
  }
}

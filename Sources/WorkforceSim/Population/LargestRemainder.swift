// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares a whole total out in proportion to weights, by Hamilton's method of largest remainders.
///
/// The exact share of part i is `total · weight_i / Σ weight`. Each part first gets its share rounded
/// down; what is left over goes, one each, to the parts with the largest remainders, ties to the
/// part that comes first. The result sums to the total, each part has its exact share rounded down
/// or up, and a part of weight zero gets nothing.
///
/// With whole-number weights the remainders are compared exactly as long as `total · weight` stays
/// below 2^53, so a tie is a tie whatever the order of the parts.
///
/// The method is not monotone in the total: one more post can cost a part a post (the Alabama
/// paradox). Source: M. L. Balinski and H. P. Young, Fair Representation, 2nd edition, 2001,
/// chapter 5 and appendix A.
///
/// A value keeps its working space between calls: after the first call of a given size, sharing
/// out allocates nothing.
package struct LargestRemainder: Sendable {
  /// What the rounded-down share leaves over, times the sum of the weights; parts of weight zero,
  /// which are given nothing, come after all others.
  private var remainders: [Double] = []
  /// The parts of positive weight, as a heap whose root has the largest remainder.
  private var heap: [Int] = []

  /// Creates empty working space.
  package init() {}

  /// Shares a total out into a buffer of the caller's.
  ///
  /// - Parameters:
  ///   - total: What is shared out, in whole units; not negative.
  ///   - weights: The weights, finite and not negative.
  ///   - shares: Replaced by the share of each part, in the order of the weights.
  /// - Precondition: Some weight is positive, unless the total is 0.
  /// - Complexity: O(n log n) at worst for n weights, as few are gone through again and again.
  package mutating func apportion(total: Int, weights: [Double], into shares: inout [Int]) {
    let sum = weights.reduce(0, +)
    precondition(total >= 0, "The total \(total) is negative.")
    precondition(sum.isFinite, "The weights sum to \(sum).")
    precondition(total == 0 || sum > 0, "No weight is positive to share out \(total).")
    if shares.count != weights.count { shares.replaceAll(with: 0, count: weights.count) }
    if remainders.count != weights.count { remainders.replaceAll(with: 0, count: weights.count) }
    let given = Self.roundDown(total: total, weights, sum: sum, into: &shares, &remainders)
    if weights.count <= Self.fewParts {
      Self.giveByScanning(total - given, to: &shares, &remainders)
    } else {
      giveByHeap(total - given, to: &shares)
    }
  }

  /// Up to how many parts going through all of them costs less than a heap.
  private static let fewParts = 32

  /// Fills in the rounded-down shares and the remainders, and returns the sum of those shares.
  private static func roundDown(
    total: Int,
    _ weights: [Double],
    sum: Double,
    into shares: inout [Int],
    _ remainders: inout [Double],
  ) -> Int {
    let parts = weights.indices
    let weights = weights.span
    var shares = shares.mutableSpan
    var remainders = remainders.mutableSpan
    var given = 0
    for part in parts {
      let weight = weights[part]
      guard weight != 0 else {
        shares[part] = 0
        remainders[part] = -.infinity
        continue
      }
      precondition(weight > 0, "Weight \(part) is \(weight).")
      let product = Double(total) * weight
      let share = Int(product / sum)
      shares[part] = share
      remainders[part] = product - Double(share) * sum
      given += share
    }
    return given
  }

  /// Gives what is left over, one each, to the parts with the largest remainders.
  private static func giveByScanning(
    _ leftOver: Int,
    to shares: inout [Int],
    _ remainders: inout [Double],
  ) {
    var shares = shares.mutableSpan
    var remainders = remainders.mutableSpan
    for _ in 0..<max(0, leftOver) {
      var largest = (remainder: -Double.infinity, part: -1)
      for part in remainders.indices where remainders[part] > largest.remainder {
        largest = (remainders[part], part)
      }
      guard largest.part >= 0 else { return }
      shares[largest.part] += 1
      remainders[largest.part] = -.infinity
    }
  }

  /// Does what ``giveByScanning(_:to:_:)`` does where there are many parts.
  private mutating func giveByHeap(_ leftOver: Int, to shares: inout [Int]) {
    guard leftOver > 0 else { return }
    heap.removeAll(keepingCapacity: true)
    for part in remainders.indices where remainders[part] > -.infinity { heap.append(part) }
    makeHeap()
    var leftOver = leftOver
    while leftOver > 0, let part = removeLargest() {
      shares[part] += 1
      leftOver -= 1
    }
  }

  /// Puts the parts into heap order, in time proportional to their number.
  private mutating func makeHeap() {
    for position in stride(from: heap.count / 2 - 1, through: 0, by: -1) {
      Self.siftDown(&heap, remainders, from: position)
    }
  }

  /// Takes the part with the largest remainder off the heap.
  private mutating func removeLargest() -> Int? {
    guard let largest = heap.first else { return nil }
    heap[0] = heap[heap.count - 1]
    heap.removeLast()
    guard !heap.isEmpty else { return largest }
    Self.siftDown(&heap, remainders, from: 0)
    return largest
  }

  /// Moves a part down until it precedes both of its children.
  private static func siftDown(_ heap: inout [Int], _ remainders: [Double], from start: Int) {
    var heap = heap.mutableSpan
    let remainders = remainders.span
    let part = heap[start]
    var position = start
    while 2 * position + 1 < heap.count {
      var child = 2 * position + 1
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child], remainders) { child += 1 }
      guard precedes(heap[child], part, remainders) else { break }
      heap[position] = heap[child]
      position = child
    }
    heap[position] = part
  }

  /// Whether a part is served before another.
  @inline(__always)
  private static func precedes(_ left: Int, _ right: Int, _ remainders: Span<Double>) -> Bool {
    remainders[left] != remainders[right]
      ? remainders[left] > remainders[right]
      : left < right
  }
}

/// Shares a whole total out in proportion to weights; the form for a single use.
///
/// The rule is that of ``LargestRemainder``; use that type in a loop, it keeps its working space.
///
/// - Parameters:
///   - total: What is shared out, in whole units; not negative.
///   - weights: The weights, finite and not negative.
/// - Returns: The share of each part, in the order of the weights; the shares sum to the total.
/// - Precondition: Some weight is positive, unless the total is 0.
/// - Complexity: O(n log n) at worst for n weights.
package func apportionByLargestRemainder(total: Int, weights: [Double]) -> [Int] {
  var method = LargestRemainder()
  var shares: [Int] = []
  method.apportion(total: total, weights: weights, into: &shares)
  return shares
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Heaps of claims side by side in one array, each with a fixed room and its worst claim at the root.
///
/// One heap holds the admitted of one post. All heaps share one array, so that thousands of posts
/// need no array of their own and refilling them allocates nothing.
struct ClaimHeaps: Sendable {
  /// The room of all heaps; the claims of a heap come first in its room.
  private var claims: [Claim] = []
  /// Where the room of each heap begins, and the end of the last one.
  private var roomStart: [Int] = [0]
  /// How many claims each heap holds.
  private var counts: [Int] = []

  /// Replaces all heaps by empty ones and keeps the memory.
  ///
  /// - Parameter rooms: The number of claims that each heap can hold.
  mutating func replaceAll(rooms: [Int]) {
    counts.replaceAll(with: 0, count: rooms.count)
    roomStart.replaceAll(with: 0, count: rooms.count + 1)
    let end = Self.addUp(rooms, into: &roomStart)
    // What earlier heaps left in their room is never read.
    let missing = end - claims.count
    if missing > 0 { claims.append(contentsOf: repeatElement(.best, count: missing)) }
  }

  /// Writes where the room of each heap begins.
  ///
  /// - Returns: The end of the last one.
  private static func addUp(_ rooms: [Int], into starts: inout [Int]) -> Int {
    var starts = starts.mutableSpan
    var end = 0
    for heap in rooms.indices {
      end += rooms[heap]
      starts[heap + 1] = end
    }
    return end
  }

  /// Whether a heap has no room left.
  func isFull(_ heap: Int) -> Bool {
    roomStart[heap] + counts[heap] == roomStart[heap + 1]
  }

  /// The worst claim of a heap, or a better one than all if the heap is empty.
  func worst(of heap: Int) -> Claim {
    counts[heap] > 0 ? claims[roomStart[heap]] : .best
  }

  /// Adds a claim to a heap with room.
  mutating func insert(_ claim: Claim, into heap: Int) {
    precondition(!isFull(heap), "Heap \(heap) is full.")
    counts[heap] += 1
    Self.siftUp(claim, to: counts[heap] - 1, from: roomStart[heap], in: &claims)
  }

  /// Puts a claim at a free position of the heap that begins at a place, or above.
  private static func siftUp(
    _ claim: Claim,
    to free: Int,
    from start: Int,
    in claims: inout [Claim],
  ) {
    var claims = claims.mutableSpan
    var position = free
    while position > 0 {
      let parent = (position - 1) / 2
      guard claims[start + parent] < claim else { break }
      claims[start + position] = claims[start + parent]
      position = parent
    }
    claims[start + position] = claim
  }

  /// Puts a claim in the place of the worst one of a heap that is not empty.
  mutating func replaceWorst(of heap: Int, with claim: Claim) {
    precondition(counts[heap] > 0, "Heap \(heap) is empty.")
    Self.siftDown(claim, count: counts[heap], from: roomStart[heap], in: &claims)
  }

  /// Puts a claim at the root of the heap of a size that begins at a place, or below.
  private static func siftDown(
    _ claim: Claim,
    count: Int,
    from start: Int,
    in claims: inout [Claim],
  ) {
    var claims = claims.mutableSpan
    var position = 0
    while 2 * position + 1 < count {
      var child = 2 * position + 1
      if child + 1 < count, claims[start + child] < claims[start + child + 1] { child += 1 }
      guard claim < claims[start + child] else { break }
      claims[start + position] = claims[start + child]
      position = child
    }
    claims[start + position] = claim
  }

  /// Removes the worst claim of a heap that is not empty.
  mutating func removeWorst(of heap: Int) {
    precondition(counts[heap] > 0, "Heap \(heap) is empty.")
    counts[heap] -= 1
    guard counts[heap] > 0 else { return }
    replaceWorst(of: heap, with: claims[roomStart[heap] + counts[heap]])
  }
}

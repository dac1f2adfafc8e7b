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

  /// Removes all heaps and keeps the memory.
  mutating func removeAll() {
    roomStart.removeAll(keepingCapacity: true)
    roomStart.append(0)
    counts.removeAll(keepingCapacity: true)
  }

  /// Adds an empty heap that can hold a number of claims, once ``makeRoom()`` is called.
  mutating func addHeap(room: Int) {
    roomStart.append(roomStart[counts.count] + room)
    counts.append(0)
  }

  /// Makes the room of all heaps added; what earlier heaps left in it is never read.
  mutating func makeRoom() {
    let missing = roomStart[counts.count] - claims.count
    guard missing > 0 else { return }
    claims.append(contentsOf: repeatElement(.best, count: missing))
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
    let start = roomStart[heap]
    var position = counts[heap]
    counts[heap] += 1
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
    let start = roomStart[heap]
    let count = counts[heap]
    precondition(count > 0, "Heap \(heap) is empty.")
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

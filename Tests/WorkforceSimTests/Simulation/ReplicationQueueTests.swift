// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Threads get replications in pairs, and none twice.
@Suite struct ReplicationQueueTests {
  /// Lets threads take replications in turn until there are none.
  ///
  /// - Returns: What each thread has taken, in its order.
  func taken(_ numbers: [Int], threads: Int) -> [[Int]] {
    let queue = ReplicationQueue(numbers, finished: 0)
    var taken = [[Int]](repeating: [], count: threads)
    var isBusy = true
    while isBusy {
      isBusy = false
      for thread in 0..<threads {
        guard let number = queue.next(after: taken[thread].last) else { continue }
        taken[thread].append(number)
        isBusy = true
      }
    }
    return taken
  }

  @Test func `one thread takes them in their order`() {
    #expect(taken([0, 1, 2, 3, 4], threads: 1) == [[0, 1, 2, 3, 4]])
  }

  @Test func `a pair stays with its thread`() {
    #expect(taken(Array(0..<8), threads: 2) == [[0, 1, 4, 5], [2, 3, 6, 7]])
  }

  @Test func `whoever has nothing left takes what others have not begun`() {
    #expect(taken(Array(0..<6), threads: 2) == [[0, 1, 4], [2, 3, 5]])
    #expect(taken([0, 1], threads: 2) == [[0], [1]])
    #expect(taken([0, 1, 2], threads: 4) == [[0], [2], [1], []])
  }

  @Test(arguments: [[], [7], [1, 2], [1, 3, 4, 5, 8], Array(0..<41)], [1, 2, 3, 8])
  func `every number is taken once`(numbers: [Int], threads: Int) {
    #expect(taken(numbers, threads: threads).flatMap(\.self).sorted() == numbers)
  }

  @Test func `those that are done are counted on`() {
    let queue = ReplicationQueue([3, 4], finished: 3)
    #expect(queue.finished == 3)
    #expect(queue.finish() == 4)
    #expect(queue.finished == 4)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// Hands out the numbers of replications to the threads.
///
/// A thread gets both replications of a pair one after the other, since they share their parameters
/// and what follows from these alone; towards the end, it takes the second ones of other threads.
package final class ReplicationQueue: Sendable {
  /// The replications to run.
  package let numbers: [Int]
  private let state: Mutex<State>

  private struct State {
    /// The numbers that nobody has taken yet.
    var waiting: Set<Int>
    /// The position from which on pairs may not have begun.
    var nextPair = 0
    /// The position from which on numbers may not have been taken.
    var next = 0
    var finished: Int
  }

  /// Queues replications.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run, in rising order.
  ///   - finished: How many are done already.
  package init(_ numbers: [Int], finished: Int) {
    self.numbers = numbers
    self.state = Mutex(State(waiting: Set(numbers), finished: finished))
  }

  /// Hands out the next replication for a thread to run.
  ///
  /// - Parameter last: The one that the thread has run last.
  /// - Returns: Its number, or `nil` if all have been handed out.
  package func next(after last: Int?) -> Int? {
    state.withLock { state in
      if let last, state.waiting.remove(last ^ 1) != nil { return last ^ 1 }
      while state.nextPair < numbers.count {
        let number = numbers[state.nextPair]
        state.nextPair += 1
        // Whoever has taken one of a pair comes back for the other.
        let hasBegun = state.nextPair > 1 && numbers[state.nextPair - 2] == number ^ 1
        if !hasBegun, state.waiting.remove(number) != nil { return number }
      }
      while state.next < numbers.count {
        let number = numbers[state.next]
        state.next += 1
        if state.waiting.remove(number) != nil { return number }
      }
      return nil
    }
  }

  /// The replications that are done.
  package var finished: Int { state.withLock { $0.finished } }

  /// Notes that a replication is done.
  ///
  /// - Returns: How many are done.
  package func finish() -> Int {
    state.withLock { state in
      state.finished += 1
      return state.finished
    }
  }
}

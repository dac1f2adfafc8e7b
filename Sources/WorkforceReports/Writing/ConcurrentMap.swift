// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

extension Array where Element: Sendable {
  /// Maps the elements on several threads; each thread takes the next element when it is done.
  ///
  /// - Parameters:
  ///   - threads: How many elements are mapped at the same time, at most.
  ///   - transform: Maps an element.
  /// - Returns: The results in the order of the elements.
  /// - Throws: What the closure throws first; elements that have not begun are left out then.
  func concurrentMap<Result: Sendable>(
    threads: Int,
    _ transform: @escaping @Sendable (Element) throws -> Result,
  ) async throws -> [Result] {
    let queue = ElementQueue(count: count)
    var results = [Result?](repeating: nil, count: count)
    try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<Swift.max(1, Swift.min(threads, count)) {
        group.addTask {
          var ofThread: [(Int, Result)] = []
          while !Task.isCancelled, let place = queue.next() {
            ofThread.append((place, try transform(self[place])))
          }
          return ofThread
        }
      }
      for try await ofThread in group {
        for (place, result) in ofThread { results[place] = result }
      }
    }
    return results.compactMap(\.self)
  }
}

/// Hands out the places of elements to the threads.
private final class ElementQueue: Sendable {
  private let count: Int
  private let started = Atomic<Int>(0)

  init(count: Int) {
    self.count = count
  }

  func next() -> Int? {
    let place = started.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}

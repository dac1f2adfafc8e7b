// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What is worked out once as long as what it is made of stays the same.
struct KeptTests {
  @Test func `a result is worked out again only where its source is another one`() {
    var kept = Kept<[Double], Double>()
    var workedOut: [[Double]] = []
    let sources: [[Double]] = [[1, 2], [1, 2], [1, 3], [1, 2]]
    let results = sources.map { source in
      kept.result(of: source) { numbers in
        workedOut.append(numbers)
        return numbers.reduce(0, +)
      }
    }
    #expect(results == [3, 3, 4, 3])
    #expect(workedOut == [[1, 2], [1, 3], [1, 2]])
  }

  @Test func `a copy keeps what it knows to itself`() {
    var kept = Kept<Int, String>()
    _ = kept.result(of: 1) { "first \($0)" }
    var copy = kept
    _ = copy.result(of: 2) { "second \($0)" }
    #expect(kept.result(of: 1) { "again \($0)" } == "first 1")
    #expect(copy.result(of: 2) { "again \($0)" } == "second 2")
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// What is worked out once as long as what it is made of stays the same.
struct WorkedOutTests {
  @Test func `a result is worked out again only where its source is another one`() {
    var workedOut = WorkedOut<[Double], Double>()
    var sourcesOfResults: [[Double]] = []
    let sources: [[Double]] = [[1, 2], [1, 2], [1, 3], [1, 2]]
    let results = sources.map { source in
      workedOut.result(of: source) { numbers in
        sourcesOfResults.append(numbers)
        return numbers.reduce(0, +)
      }
    }
    #expect(results == [3, 3, 4, 3])
    #expect(sourcesOfResults == [[1, 2], [1, 3], [1, 2]])
  }

  @Test func `a copy keeps what it knows to itself`() {
    var workedOut = WorkedOut<Int, String>()
    _ = workedOut.result(of: 1) { "first \($0)" }
    var copy = workedOut
    _ = copy.result(of: 2) { "second \($0)" }
    #expect(workedOut.result(of: 1) { "again \($0)" } == "first 1")
    #expect(copy.result(of: 2) { "again \($0)" } == "second 2")
  }
}

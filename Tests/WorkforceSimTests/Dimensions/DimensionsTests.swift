// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WorkforceSim

struct DimensionsTests {
  @Test func `the count of every axis is that of its members`() {
    let declared = Dimensions([
      Dimension(.region, [Member("a"), Member("b")]),
      Dimension(.stage, [Member("primary"), Member("junior"), Member("senior")]),
      Dimension(.subject, [Member("maths"), Member("art"), Member("music"), Member("physics")]),
      Dimension(.title, [Member("low"), Member("high")]),
    ])
    for axis in Axis.allCases {
      #expect(declared.count(axis) == declared[axis].count, "\(axis)")
    }
    #expect(declared.count(.nextStage) == 3)
    #expect(declared.count(.nextSubject) == 4)
    #expect(declared.count(.postGrade) == 2)
    #expect(declared.count(.exit) == 1)
  }
}

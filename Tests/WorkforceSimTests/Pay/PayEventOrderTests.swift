// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct PayEventOrderTests {
  private static let dimensions = Dimensions([])

  // Phases note events in the order of rows; what happens to one teacher keeps its order.
  @Test(arguments: [1, 3, 40, 1_000])
  func `events come in the order of rows and, for one row, as they happened`(rows: Int) {
    var flows = YearFlows(Self.dimensions, recordsEvents: true)
    for exit in 0..<4 {
      for row in 0..<rows where (row * 7 + exit) % 3 != 0 {
        flows.record(.left(exit: UInt8(exit)), of: row)
      }
    }
    let expected = (0..<rows).flatMap { row in
      (0..<4).filter { (row * 7 + $0) % 3 != 0 }.map { (row, UInt8($0)) }
    }
    let ordered = flows.eventsByRow.map { event -> (Int, UInt8) in
      if case .left(let exit) = event.kind { (event.row, exit) } else { (event.row, .max) }
    }
    #expect(ordered.map(\.0) == expected.map(\.0))
    #expect(ordered.map(\.1) == expected.map(\.1))
  }

  @Test func `nothing happens in a year without events`() {
    let flows = YearFlows(Self.dimensions, recordsEvents: true)
    #expect(flows.eventsByRow.isEmpty)
  }
}

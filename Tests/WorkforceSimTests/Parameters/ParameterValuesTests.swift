// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Numbers of parameters laid out by cell.
struct ParameterValuesTests {
  @Test(arguments: [
    [], [Axis.region], [.stage], [.subject], [.sex], [.stage, .region],
    [.subject, .stage, .region],
    [.region, .stage, .sex],
  ])
  func `numbers by cell are those of its region, stage and subject`(axes: [Axis]) {
    let dimensions = Dimensions.ofTwoCounties
    let shape = axes.map { dimensions.count($0) }
    let count = shape.reduce(1, *)
    let values = ParameterValues(axes: axes, shape: shape, values: (0..<count).map { Double($0) })
    let byCell = values.byCell(dimensions)
    let positions = values.positions(ofCells: dimensions)
    #expect(byCell.count == dimensions.cellCount)
    for cell in byCell.indices {
      let field = dimensions.field(ofCell: cell)
      let expected = values[
        (.region, dimensions.region(ofCell: cell)),
        (.stage, field.stage),
        (.subject, field.subject),
      ]
      #expect(byCell[cell] == expected)
      #expect(values.values[positions[cell]] == expected)
    }
  }
}

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

  @Test(arguments: [1, 0.25, 0])
  func `a factor that depends on nothing multiplies every value`(factor: Double) {
    let values = ParameterValues(axes: [.sex, .age], shape: [2, 3], values: [1, 2, 3, 4, 5, 6])
    for product in [
      values.multiplied(by: ParameterValues(factor)),
      ParameterValues(factor).multiplied(by: values),
    ] {
      #expect(product.axes == values.axes && product.shape == values.shape)
      #expect(product.values == values.values.map { $0 * factor })
      #expect(product.stride(of: .sex) == 3 && product.stride(of: .age) == 1)
    }
  }

  @Test func `values are laid out by the axes of others`() {
    let values = ParameterValues(axes: [.age], shape: [3], values: [1, 2, 3])
    let layout = ParameterValues(axes: [.sex, .age], shape: [2, 3], values: [0, 0, 0, 0, 0, 0])
    #expect(values.laidOut(as: layout).values == [1, 2, 3, 1, 2, 3])
    #expect(layout.multiplied(by: ParameterValues(3)).laidOut(as: layout).values == layout.values)
    let turned = ParameterValues(axes: [.age, .sex], shape: [3, 2], values: [1, 4, 2, 5, 3, 6])
    #expect(turned.laidOut(as: layout).values == [1, 2, 3, 4, 5, 6])
  }
}

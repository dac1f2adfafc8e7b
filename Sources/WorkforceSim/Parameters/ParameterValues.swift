// SPDX-License-Identifier: GPL-3.0-or-later

/// The numbers of a parameter at one date, laid out by its axes.
package struct ParameterValues: Equatable, Sendable {
  /// How the numbers are laid out.
  private let layout: ParameterLayout
  /// The numbers.
  package var values: [Double]
  /// What the numbers depend on; the last axis runs fastest.
  package var axes: [Axis] { layout.axes }
  /// The number of members of each axis.
  package var shape: [Int] { layout.shape }

  /// Creates values.
  package init(axes: [Axis], shape: [Int], values: [Double]) {
    precondition(
      values.count == shape.reduce(1, *),
      "\(values.count) values do not fill \(shape)",
    )
    self.layout = ParameterLayout(axes: axes, shape: shape)
    self.values = values
  }

  /// Creates a value that depends on nothing.
  package init(_ value: Double) {
    self.init(axes: [], shape: [], values: [value])
  }

  /// The step between neighbouring members of an axis; 0 if the values do not depend on it.
  ///
  /// - Parameter axis: The axis.
  /// - Returns: The distance in `values` between two neighbouring members.
  package func stride(of axis: Axis) -> Int {
    layout.strides[axis.ordinal]
  }

  /// A member of an axis.
  package typealias Place = (axis: Axis, member: Int)

  /// The number at a member; axes that the values do not depend on are ignored.
  package subscript(a: Place) -> Double {
    values[stride(of: a.axis) * a.member]
  }

  /// The number at two members; axes that the values do not depend on are ignored.
  package subscript(a: Place, b: Place) -> Double {
    values[stride(of: a.axis) * a.member + stride(of: b.axis) * b.member]
  }

  /// The number at three members; axes that the values do not depend on are ignored.
  package subscript(a: Place, b: Place, c: Place) -> Double {
    values[
      stride(of: a.axis) * a.member + stride(of: b.axis) * b.member + stride(of: c.axis) * c.member
    ]
  }

  /// The number at four members; axes that the values do not depend on are ignored.
  package subscript(a: Place, b: Place, c: Place, d: Place) -> Double {
    values[
      stride(of: a.axis) * a.member + stride(of: b.axis) * b.member + stride(of: c.axis) * c.member
        + stride(of: d.axis) * d.member
    ]
  }

  /// The number at a place; axes that are not given count as their first member.
  ///
  /// - Parameter place: Members by axis; axes that the values do not depend on are ignored.
  /// - Returns: The number.
  package func value(at place: [Place]) -> Double {
    var index = 0
    for (axis, member) in place {
      index += stride(of: axis) * member
    }
    return values[index]
  }

  /// Where the number of each cell lies; axes other than those of cells count as their first member.
  ///
  /// - Parameter dimensions: The scenario's dimensions.
  /// - Returns: The positions in `values`.
  package func positions(ofCells dimensions: Dimensions) -> [Int] {
    [Int](capacity: dimensions.cellCount) { cells in
      forEachCell(of: dimensions) { cells.append($0) }
    }
  }

  /// The number of each cell; axes other than those of cells count as their first member.
  ///
  /// - Parameter dimensions: The scenario's dimensions.
  /// - Returns: The numbers.
  package func byCell(_ dimensions: Dimensions) -> [Double] {
    guard !axes.isEmpty else {
      return [Double](repeating: values[0], count: dimensions.cellCount)
    }
    let values = values.span
    return [Double](capacity: dimensions.cellCount) { cells in
      forEachCell(of: dimensions) { cells.append(values[$0]) }
    }
  }

  /// Visits the cells in their order; axes other than those of cells count as their first member.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - visit: Is given the position of each cell's number in `values`.
  @inline(__always)
  private func forEachCell(of dimensions: Dimensions, _ visit: (_ position: Int) -> Void) {
    let (region, stage, subject) = (stride(of: .region), stride(of: .stage), stride(of: .subject))
    let ofFields = dimensions.fields.map { $0.stage * stage + $0.subject * subject }
    let fields = ofFields.span
    for member in 0..<dimensions.regionCount {
      for field in fields.indices { visit(member &* region &+ fields[field]) }
    }
  }

  /// Multiplies two sets of values; the result depends on the axes of both.
  ///
  /// - Parameter other: The values to multiply by.
  /// - Returns: The products over the union of the axes, this one's axes first.
  package func multiplied(by other: ParameterValues) -> ParameterValues {
    guard !other.axes.isEmpty else { return multiplied(by: other.values[0]) }
    guard !axes.isEmpty else { return other.multiplied(by: values[0]) }
    var axes = self.axes
    var shape = self.shape
    for (axis, size) in zip(other.axes, other.shape) where !axes.contains(axis) {
      axes.append(axis)
      shape.append(size)
    }
    let mine = axes.map { stride(of: $0) }
    let theirs = axes.map { other.stride(of: $0) }
    var product: [Double] = []
    product.reserveCapacity(shape.reduce(1, *))
    var place = [Int](repeating: 0, count: axes.count)
    for _ in 0..<shape.reduce(1, *) {
      var left = 0
      var right = 0
      for axis in axes.indices {
        left += place[axis] * mine[axis]
        right += place[axis] * theirs[axis]
      }
      product.append(values[left] * other.values[right])
      Self.advance(&place, in: shape)
    }
    return ParameterValues(axes: axes, shape: shape, values: product)
  }

  /// Multiplies all values by a number.
  private func multiplied(by factor: Double) -> ParameterValues {
    guard factor != 1 else { return self }
    var product = self
    for index in product.values.indices { product.values[index] *= factor }
    return product
  }

  /// The values for one member of an axis, without that axis.
  ///
  /// - Parameters:
  ///   - member: The member.
  ///   - axis: The axis; values that do not depend on it are returned as they are.
  /// - Returns: The values of that member.
  package func member(_ member: Int, of axis: Axis) -> ParameterValues {
    guard let position = axes.firstIndex(of: axis) else { return self }
    let inner = stride(of: axis)
    let outer = shape[..<position].reduce(1, *)
    var axes = self.axes
    var shape = self.shape
    axes.remove(at: position)
    let size = shape.remove(at: position)
    var selected: [Double] = []
    selected.reserveCapacity(outer * inner)
    for block in 0..<outer {
      let start = (block * size + member) * inner
      selected += values[start..<(start + inner)]
    }
    return ParameterValues(axes: axes, shape: shape, values: selected)
  }

  /// The same values repeated over the axes of other values.
  ///
  /// - Parameter layout: Values whose axes include all of this one's.
  /// - Returns: The values in the order of the layout's axes.
  package func laidOut(as layout: ParameterValues) -> ParameterValues {
    guard axes != layout.axes else { return self }
    let steps = layout.axes.map { stride(of: $0) }
    var result = layout
    var place = [Int](repeating: 0, count: layout.axes.count)
    for index in result.values.indices {
      var source = 0
      for axis in place.indices { source += place[axis] * steps[axis] }
      result.values[index] = values[source]
      Self.advance(&place, in: layout.shape)
    }
    return result
  }

  /// Moves a place to the next one, the last axis running fastest.
  private static func advance(_ place: inout [Int], in shape: [Int]) {
    for axis in shape.indices.reversed() {
      place[axis] += 1
      if place[axis] < shape[axis] { return }
      place[axis] = 0
    }
  }
}

/// How numbers are laid out by axes, to which all copies of values refer.
private final class ParameterLayout: Equatable, Sendable {
  /// What the numbers depend on; the last axis runs fastest.
  let axes: [Axis]
  /// The number of members of each axis.
  let shape: [Int]
  /// The step between neighbouring members, by the ordinal of the axis.
  let strides: [Int]

  init(axes: [Axis], shape: [Int]) {
    var strides = [Int](repeating: 0, count: Axis.allCases.count)
    var step = 1
    for position in axes.indices.reversed() {
      strides[axes[position].ordinal] = step
      step *= shape[position]
    }
    self.axes = axes
    self.shape = shape
    self.strides = strides
  }

  static func == (left: ParameterLayout, right: ParameterLayout) -> Bool {
    left === right || left.axes == right.axes && left.shape == right.shape
  }
}

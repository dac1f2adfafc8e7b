// SPDX-License-Identifier: GPL-3.0-or-later

/// Bands of ages and years of service within which a set of values does not change.
package struct NumericBands: Sendable {
  /// For each numeric axis, the band of every number.
  private var bandOfNumber: [Axis: [Int]] = [:]
  /// For each numeric axis, the first number of every band.
  private var firstOfBand: [Axis: [Int]] = [:]

  /// The axes that are divided into bands.
  private static let axes: [Axis] = [.age, .experience, .tenure]

  /// Finds the bands of values that are used together.
  ///
  /// - Parameter tables: The values.
  package init(_ tables: [ParameterValues]) {
    for axis in Self.axes {
      let dependent = tables.filter { $0.axes.contains(axis) }
      guard let size = axis.numbers?.count, !dependent.isEmpty else { continue }
      var changes = [Bool](repeating: false, count: size)
      changes[0] = true
      for table in dependent { table.findChanges(along: axis, into: &changes) }
      var bands: [Int] = []
      var firsts: [Int] = []
      for number in 0..<size {
        if changes[number] { firsts.append(number) }
        bands.append(firsts.count - 1)
      }
      bandOfNumber[axis] = bands
      firstOfBand[axis] = firsts
    }
  }

  /// The band of every number of an axis; every number its own where no bands were found.
  package func bands(of axis: Axis, count: Int) -> [Int] {
    bandOfNumber[axis] ?? Array(0..<count)
  }

  /// Values with one member for each band instead of one for each number.
  package func compressed(_ values: ParameterValues) -> ParameterValues {
    firstOfBand.keys.sorted { $0.ordinal < $1.ordinal }.reduce(values) { result, axis in
      result.selecting(firstOfBand[axis] ?? [], along: axis)
    }
  }
}

extension ParameterValues {
  /// Notes the members of an axis at which any value differs from that at the member before.
  fileprivate func findChanges(along axis: Axis, into changes: inout [Bool]) {
    let inner = stride(of: axis)
    guard inner > 0, let position = axes.firstIndex(of: axis) else { return }
    let size = shape[position]
    for start in Swift.stride(from: 0, to: values.count, by: inner * size) {
      for member in 1..<max(1, size) where !changes[member] {
        let first = start + member * inner
        changes[member] = (first..<first + inner).contains { values[$0] != values[$0 - inner] }
      }
    }
  }

  /// The values of some members of an axis only.
  fileprivate func selecting(_ members: [Int], along axis: Axis) -> ParameterValues {
    guard let position = axes.firstIndex(of: axis) else { return self }
    let inner = stride(of: axis)
    let block = inner * shape[position]
    var selected: [Double] = []
    selected.reserveCapacity(values.count / shape[position] * members.count)
    for start in Swift.stride(from: 0, to: values.count, by: block) {
      for member in members {
        let first = start + member * inner
        for number in first..<first + inner { selected.append(values[number]) }
      }
    }
    var shape = self.shape
    shape[position] = members.count
    return ParameterValues(axes: axes, shape: shape, values: selected)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The values of a parameter as rows of a page.
///
/// Neighbours along an axis of numbers, such as ages, that are alike make one row: a band with both
/// ends. Of several such axes the last one has bands.
struct ParameterRows {
  /// Values that are shown together.
  struct Row {
    /// Where the values stand among the leaves.
    let leaf: Int
    /// The positions along the axis of numbers that have them; `nil` without such an axis.
    let band: ClosedRange<Int>?
  }

  /// The rows: by the other axes, then by number.
  let rows: [Row]
  private let axes: [Axis]
  private let shape: [Int]
  private let axisOfBands: Axis?

  /// Finds the rows.
  ///
  /// - Parameters:
  ///   - axes: What the values depend on; the last axis runs fastest.
  ///   - shape: The number of members of each axis.
  ///   - areAlike: Whether the values of two leaves are the same.
  init(axes: [Axis], shape: [Int], areAlike: (Int, Int) -> Bool) {
    self.axes = axes
    self.shape = shape
    let leaves = 0..<shape.reduce(1, *)
    guard let place = axes.lastIndex(where: { $0.numbers != nil }) else {
      axisOfBands = nil
      rows = leaves.map { Row(leaf: $0, band: nil) }
      return
    }
    axisOfBands = axes[place]
    let width = shape[place]
    let stride = shape[(place + 1)...].reduce(1, *)
    rows = leaves.filter { $0 / stride % width == 0 }.flatMap { first in
      var bands: [Row] = []
      var start = 0
      for end in 1...width {
        let leaf = first + start * stride
        if end < width, areAlike(leaf, first + end * stride) { continue }
        bands.append(Row(leaf: leaf, band: start...end - 1))
        start = end
      }
      return bands
    }
  }

  /// Whether some row is a part of the axis of numbers with several of them.
  var hasBands: Bool {
    rows.contains { row in
      row.band.map { $0.count > 1 && !isWhole($0) } ?? false
    }
  }

  /// What a row is called: its members and its band; a band of all numbers is left out.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - dimensions: The members of the axes.
  ///   - dash: The sign between the ends of a band.
  /// - Returns: The name; empty where the values depend on nothing.
  func label(of row: Row, in dimensions: Dimensions, dash: String) -> LocalizedText {
    var rest = row.leaf
    var labels: [LocalizedText] = []
    for (axis, size) in zip(axes, shape).reversed() {
      let position = rest % size
      rest /= size
      let band = axis == axisOfBands ? row.band ?? position...position : position...position
      guard let first = axis.numbers?.lowerBound else {
        labels.append(dimensions[axis].members[position].label)
        continue
      }
      guard !isWhole(band) else { continue }
      labels.append(
        Phrase.band(of: axis, first + band.lowerBound...first + band.upperBound, dash: dash)
      )
    }
    return LocalizedText(
      labels.reversed().map(\.english).joined(separator: " · "),
      chinese: labels.reversed().map(\.chinese).joined(separator: " · "),
    )
  }

  private func isWhole(_ band: ClosedRange<Int>) -> Bool {
    band.count == axisOfBands?.numbers?.count
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Checks that shares add up to one along an axis.
enum ShareSums {
  /// How far a sum of shares may be from one.
  static let tolerance = 1e-6

  /// Reports the first combination of members whose shares do not add up.
  ///
  /// - Parameters:
  ///   - leaves: The values of a date.
  ///   - axes: The axes of the values.
  ///   - definition: What the model expects.
  ///   - dimensions: The dimensions of the scenario.
  ///   - what: The date as messages name it.
  ///   - location: Where the date stands.
  ///   - problems: Takes what is wrong.
  static func check(
    _ leaves: [ParameterLeaf],
    axes: [Axis],
    definition: ParameterDefinition,
    dimensions: Dimensions,
    _ what: String,
    at location: SourceLocation,
    _ problems: ProblemCollector,
  ) {
    guard let axis = definition.addsUpAlong, let position = axes.firstIndex(of: axis) else {
      return
    }
    let shape = axes.map { dimensions.count($0) }
    let inner = shape[(position + 1)...].reduce(1, *)
    let size = shape[position]
    for start in leaves.indices where start / inner % size == 0 {
      let sum = (0..<size).reduce(0) { $0 + leaves[start + $1 * inner].central }
      if abs(sum - 1) <= tolerance { continue }
      let grid = ValueGrid(
        axes: axes.filter { $0 != axis },
        dimensions: dimensions,
        addsUpAlong: nil,
        problems: problems,
      )
      let rest = start / (inner * size) * inner + start % inner
      let place = axes.count > 1 ? " for \(grid.name(of: rest))" : ""
      problems.report(
        "the shares of \(what)\(place) add up to \(sum.roundedText), but shares along "
          + "'\(axis.rawValue)' must add up to 1.",
        at: location,
      )
      return
    }
  }
}

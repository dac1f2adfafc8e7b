// SPDX-License-Identifier: GPL-3.0-or-later

/// Who teaches the lessons for which specialists are short.
///
/// Within a region and stage, with *n* the need and *a* the available full-time equivalents of a
/// cell:
///
/// 1. specialists = min(*n*, *a*); the rest of the need is short, the rest of *a* is spare.
/// 2. Teachers of a cell with a second subject offer the cell's spare share of their time,
///    max(0, *a* − *n*) ÷ *a*, to the cell of that subject, which takes what it is short of from
///    all that is offered to it in proportion.
/// 3. What is still short takes what is still spare, cells in proportion: out of field.
///
/// need = specialists + by second subject + out of field + uncovered. Classes without a specialist
/// are the last three, classes without a teacher the last.
package struct Cover: Sendable {
  /// The need that teachers meet with their second subject, by cell.
  package private(set) var bySecondSubject: [Double]
  /// The need that spare teachers meet without the subject, by cell.
  package private(set) var outOfField: [Double]
  /// The need that nobody meets, by cell.
  package private(set) var uncovered: [Double]

  /// Works out who covers what.
  ///
  /// - Parameters:
  ///   - need: The need by cell.
  ///   - available: The available full-time equivalents by cell.
  ///   - second: Those of teachers with a second subject, by cell and that subject; empty if there
  ///     are none.
  ///   - dimensions: The scenario's dimensions.
  package init(
    need: [Double],
    available: [Double],
    bySecondSubject second: [Double],
    dimensions: Dimensions,
  ) {
    let none = [Double](repeating: 0, count: need.count)
    self.bySecondSubject = none
    self.outOfField = none
    self.uncovered = need.combined(with: available) { max(0, $0.difference(from: $1)) }
    var spare = available.combined(with: need) { max(0, $0.difference(from: $1)) }
    if !second.isEmpty {
      let shares = zip(spare, available).map { $0 > 0 ? $0 / $1 : 0 }
      coverBySecondSubject(second, shares: shares, spare: &spare, dimensions)
    }
    coverOutOfField(spare: spare, dimensions)
  }

  private mutating func coverBySecondSubject(
    _ second: [Double],
    shares: [Double],
    spare: inout [Double],
    _ dimensions: Dimensions,
  ) {
    var offered = [Double](repeating: 0, count: spare.count)
    Self.forEachOffer(second, shares: shares, dimensions) { offered[$1] += $2 }
    let used = zip(uncovered, offered).map { $1 > 0 ? min(1, $0 / $1) : 0 }
    for cell in offered.indices {
      let rest = max(0, uncovered[cell].difference(from: offered[cell]))
      bySecondSubject[cell] = uncovered[cell] - rest
      uncovered[cell] = rest
    }
    Self.forEachOffer(second, shares: shares, dimensions) { origin, target, equivalents in
      spare[origin] = max(0, spare[origin].difference(from: equivalents * used[target]))
    }
  }

  /// Visits what each cell with spare time offers to each other cell of its region and stage.
  private static func forEachOffer(
    _ second: [Double],
    shares: [Double],
    _ dimensions: Dimensions,
    _ body: (_ origin: Int, _ target: Int, _ equivalents: Double) -> Void,
  ) {
    let subjects = dimensions.subjectCount
    for cell in shares.indices where shares[cell] > 0 {
      let stage = dimensions.field(ofCell: cell).stage
      let region = dimensions.region(ofCell: cell)
      for subject in 0..<subjects where second[cell * subjects + subject] > 0 {
        guard let field = dimensions.field(stage: stage, subject: subject) else { continue }
        let target = dimensions.cell(region: region, field: field)
        guard target != cell else { continue }
        body(cell, target, second[cell * subjects + subject] * shares[cell])
      }
    }
  }

  private mutating func coverOutOfField(spare: [Double], _ dimensions: Dimensions) {
    let spareOfGroup = spare.byGroup(dimensions)
    let shortOfGroup = uncovered.byGroup(dimensions)
    let shares = spareOfGroup.combined(with: shortOfGroup) { spare, short in
      guard short > 0 else { return 0 }
      return short.difference(from: spare) > 0 ? spare / short : 1
    }
    outOfField = uncovered.combined(with: shares.byCell(dimensions), *)
    uncovered = uncovered.combined(with: outOfField, -)
  }
}

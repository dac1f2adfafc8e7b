// SPDX-License-Identifier: GPL-3.0-or-later

/// One row of the shortage table.
public struct ShortageRow: Sendable {
  /// The school year.
  public let year: Int
  /// The position of the region.
  public let region: Int
  /// The position of the stage.
  public let stage: Int
  /// The position of the subject.
  public let subject: Int
  /// The position of the measure among `Projection.shortageMeasures`.
  package let measureNumber: Int
  /// The measure, one of `Projection.shortageMeasures`.
  public var measure: String { Projection.shortageMeasures[measureNumber] }
  /// The distribution over replications; for the chance, its mean is the chance.
  public let statistic: Statistic
}

extension Projection {
  /// The measures of the shortage table, in order.
  ///
  /// gap = need − available; the shortage rate is max(0, gap) ÷ need and the surplus rate
  /// max(0, −gap) ÷ need, both 0 where nothing is needed; the chance of shortage is the share of
  /// replications in which need exceeds availability by more than half a full-time equivalent.
  /// Need is met by specialists, min(need, available), by second subject, out of field, or not;
  /// see `Cover`.
  public static let shortageMeasures = [
    "need", "available", "gap", "shortage_rate", "surplus_rate", "chance_of_shortage",
    "specialists", "covered_by_second_subject", "covered_out_of_field", "uncovered",
  ]

  /// Visits the rows of the shortage table by year, cell and measure.
  ///
  /// - Parameters:
  ///   - wanted: The years whose rows are visited; `nil` for all.
  ///   - body: Receives each row.
  public func forEachShortageRow(
    of wanted: ClosedRange<Int>? = nil,
    _ body: (ShortageRow) throws -> Void,
  ) rethrows {
    let table = ensemble.layout.required("shortage")
    let dimensions = scenario.dimensions
    var need: [Double] = []
    var available: [Double] = []
    var bySecondSubject: [Double] = []
    var outOfField: [Double] = []
    var sorted: [Double] = []
    for (number, year) in scenario.calendar.years.enumerated()
    where wanted?.contains(year) ?? true {
      for cell in 0..<dimensions.cellCount {
        let first = table.offset + 4 * cell
        ensemble.values(first, year: number, into: &need)
        ensemble.values(first + 1, year: number, into: &available)
        guard need.contains(where: { $0 != 0 }) || available.contains(where: { $0 != 0 }) else {
          continue
        }
        ensemble.values(first + 2, year: number, into: &bySecondSubject)
        ensemble.values(first + 3, year: number, into: &outOfField)
        let field = dimensions.field(ofCell: cell)
        let measures = Self.shortageFigures(need, available, bySecondSubject, outOfField)
        for (measure, values) in measures.enumerated() {
          try body(
            ShortageRow(
              year: year,
              region: dimensions.region(ofCell: cell),
              stage: field.stage,
              subject: field.subject,
              measureNumber: measure,
              statistic: Statistic(values, sorted: &sorted),
            )
          )
        }
      }
    }
  }

  /// The measures of one cell in each replication, in the order of their names.
  ///
  /// All figures are in single precision.
  static func shortageFigures(
    _ need: [Double],
    _ available: [Double],
    _ bySecondSubject: [Double],
    _ outOfField: [Double],
  ) -> [[Double]] {
    let gap = zip(need, available).map { $0.difference(from: $1, keptIn: .single) }
    return [
      need,
      available,
      gap,
      zip(gap, need).map { $1 > 0 ? max(0, $0) / $1 : 0 },
      zip(gap, need).map { $1 > 0 ? max(0, -$0) / $1 : 0 },
      zip(need, available).map { $0.difference(from: $1 + 0.5, keptIn: .single) > 0 ? 1 : 0 },
      zip(need, available).map { min($0, $1) },
      bySecondSubject,
      outOfField,
      gap.indices.map { index in
        let covered = bySecondSubject[index] + outOfField[index]
        let rest = need[index].difference(from: available[index] + covered, keptIn: .single)
        return gap[index] > 0 ? max(0, rest) : 0
      },
    ]
  }
}

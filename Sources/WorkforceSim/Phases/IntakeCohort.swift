// SPDX-License-Identifier: GPL-3.0-or-later

/// One leaf of an intake: who it is, and the cells that its graduates may be posted to.
struct IntakeCohort {
  let position: Int
  let cells: [Int]
  let sex: Int?
  let place: [(axis: Axis, member: Int)]

  /// The leaves of an intake, in the order of its values.
  static func all(of intake: ParameterValues, in dimensions: Dimensions) -> [IntakeCohort] {
    let region = intake.stride(of: .region)
    let stage = intake.stride(of: .stage)
    let subject = intake.stride(of: .subject)
    let sexStep = intake.stride(of: .sex)
    var cells = [[Int]](repeating: [], count: intake.values.count)
    for cell in 0..<dimensions.cellCount {
      let field = dimensions.field(ofCell: cell)
      let base =
        dimensions.region(ofCell: cell) * region + field.stage * stage + field.subject * subject
      for sex in 0..<(sexStep == 0 ? 1 : dimensions.count(.sex)) {
        cells[base + sex * sexStep].append(cell)
      }
    }
    return cells.indices.compactMap { position in
      guard let first = cells[position].first else { return nil }
      let sex = sexStep == 0 ? nil : position / sexStep % dimensions.count(.sex)
      let field = dimensions.field(ofCell: first)
      return IntakeCohort(
        position: position,
        cells: cells[position],
        sex: sex,
        place: [
          (.region, dimensions.region(ofCell: first)), (.stage, field.stage),
          (.subject, field.subject), (.sex, sex ?? 0),
        ],
      )
    }
  }
}

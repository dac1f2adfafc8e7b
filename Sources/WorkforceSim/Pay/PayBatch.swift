// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a run of teachers column by column, to tell who is paid whole segments.
struct PayBatch {
  /// The teachers that are read together.
  static let size = 256

  /// The parts of the keys that neither grade nor step changes.
  private var constants = [PayKey](repeating: .zero, count: size)
  /// Whether age and lengths of service make no difference within the window.
  private var areSteady = [Bool](repeating: true, count: size)

  /// Reads teachers.
  ///
  /// - Parameters:
  ///   - rows: Their rows, ``size`` at most.
  ///   - population: The teachers.
  ///   - year: The window.
  mutating func read(_ rows: Range<Int>, of population: borrowing Population, in year: PayYear) {
    var constants = constants.mutableSpan
    let keys = year.keys
    keys.fixedParts(of: rows, in: population, into: &constants)
    for (index, row) in rows.enumerated() {
      constants[index] &+= keys.careerPart(
        contract: population.contract[row],
        situation: PayYear.situation(of: row, in: population),
      )
    }
    guard keys.usesTime else { return }
    Self.addTime(of: rows, of: population, in: year, to: &self.constants, steady: &areSteady)
  }

  /// Adds what ages and lengths of service make of the keys.
  private static func addTime(
    of rows: Range<Int>,
    of population: borrowing Population,
    in year: PayYear,
    to constants: inout [PayKey],
    steady: inout [Bool],
  ) {
    let keys = year.keys
    var constants = constants.mutableSpan
    var steady = steady.mutableSpan
    for (index, row) in rows.enumerated() {
      let time = keys.timePart(of: row, in: population, at: year.firstClock)
      constants[index] &+= time
      steady[index] =
        !year.timeCanChange || time == keys.timePart(of: row, in: population, at: year.lastClock)
    }
  }

  /// A teacher who is paid whole segments.
  ///
  /// - Parameters:
  ///   - row: The teacher's row.
  ///   - index: The number of the row among those that were read.
  ///   - population: The teachers.
  ///   - laterGrade: The grade of posts once steps have risen.
  ///   - year: The window.
  /// - Returns: The teacher, or `nil` if the window has to be gone through part by part.
  @inline(__always)
  func wholePay(
    of row: Int,
    at index: Int,
    in population: borrowing Population,
    laterGrade: UInt8,
    _ year: PayYear,
  ) -> WholePay? {
    let isHire = year.isHire(population.id[row])
    guard areSteady[index], population.fullTimeShare[row] == 1,
      !isHire || year.delay(of: population.channel[row]) == 0
    else { return nil }
    let keys = year.keys
    let grade = population.postGrade[row]
    let known = population.salaryStep[row]
    let step = max(known, year.startStep(of: grade))
    // Hires have not served a full year when steps rise for the first time.
    let later = isHire ? known : year.risenStep(known, contract: population.contract[row])
    let risen = max(later, year.startStep(of: laterGrade))
    let before = constants[index] &+ keys.gradePart(grade) &+ keys.stepPart(step)
    let after = constants[index] &+ keys.gradePart(laterGrade) &+ keys.stepPart(risen)
    guard before.y == after.y else { return nil }
    return WholePay(
      careers: SIMD2(before.x, after.x),
      others: before.y,
      row: Int32(truncatingIfNeeded: row),
      group: Int32(truncatingIfNeeded: keys.groupOfCell[Int(population.cell[row])]),
      step: risen,
      grade: laterGrade,
    )
  }
}

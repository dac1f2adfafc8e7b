// SPDX-License-Identifier: GPL-3.0-or-later

/// The keys of a teacher in two blocks of items; zero where there is only one.
package typealias PayKey = SIMD2<Int>

/// Turns a teacher's attributes into the keys of `PayClasses`.
package final class PayKeys: Sendable {
  /// The parts of all attributes but grades and steps.
  let parts: KeyParts<PayKey>
  private let ofGrade: [PayKey]
  private let ofStep: [PayKey]
  /// Whether grades or steps change the second key of a teacher.
  let careersChangeOthers: Bool
  /// Whether steps make any difference.
  let usesSteps: Bool
  /// The group of each cell.
  let groupOfCell: [Int32]

  /// Prepares the parts of keys.
  ///
  /// - Parameters:
  ///   - blocks: One or two blocks of items, in their order.
  ///   - dimensions: The scenario's dimensions.
  ///   - network: The schools; `nil` if they are not modelled.
  init(_ blocks: [PayBlock], _ dimensions: Dimensions, network: SchoolNetwork?) {
    let ofSteps = blocks.parts(of: .step)
    self.parts = KeyParts(dimensions, network: network, of: blocks.parts) { _ in .zero }
    self.ofGrade = blocks.parts(of: .postGrade)
    // Steps are counted from 1.
    self.ofStep = [ofSteps[0]] + ofSteps
    self.careersChangeOthers = (ofGrade + ofStep).contains { $0.y != 0 }
    self.usesSteps = ofStep.contains { $0 != .zero }
    self.groupOfCell = (0..<dimensions.cellCount).map { Int32(dimensions.group(ofCell: $0)) }
  }

  /// The group of a teacher.
  func group(of row: Int, in population: borrowing Population) -> Int {
    Int(groupOfCell[Int(population.cell[row])])
  }

  /// The part of the key of a grade of posts.
  func gradePart(_ grade: UInt8) -> PayKey { ofGrade[Int(grade)] }

  /// The part of the key of a salary step.
  func stepPart(_ step: UInt8) -> PayKey { ofStep[Int(step)] }

  /// The key of a teacher in a month.
  func key(
    of row: Int,
    in population: borrowing Population,
    contract: UInt8,
    situation: Int,
    grade: UInt8,
    step: UInt8,
    at clock: TeacherClock,
  ) -> PayKey {
    parts.fixedPart(of: row, in: population) &+ parts.timePart(of: row, in: population, at: clock)
      &+ parts.careerPart(contract: contract, situation: situation) &+ gradePart(grade)
      &+ stepPart(step)
  }
}

extension [PayBlock] {
  /// The parts of the members of an axis, for one or two blocks.
  func parts(of axis: Axis) -> [PayKey] {
    let ofBlocks = map { $0.classes.parts(of: axis) }
    return ofBlocks[0].indices.map { member in
      var key = PayKey()
      for block in indices { key[block] = ofBlocks[block][member] }
      return key
    }
  }
}

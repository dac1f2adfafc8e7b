// SPDX-License-Identifier: GPL-3.0-or-later

/// All schools of a scenario, and the numbering of their parts.
///
/// A unit is a school's part in one stage; a slot is a unit together with one of its stage's
/// subjects. Schools stand in the order of region and code, whatever the order of the file, and
/// units and slots in the order of schools, so that no result depends on the order of rows. Nothing in
/// it changes, so it is shared by reference: a copy would count a reference to each of its columns.
public final class SchoolNetwork: Sendable {
  /// The schools, by region and code.
  public let schools: [School]
  /// The region of each school.
  package let regionOfSchool: [Int]
  /// The location class of each school.
  package let locationOfSchool: [Int]
  /// Whether each school is a key school.
  package let isKeySchool: [Bool]
  /// The school of each unit.
  package let unitSchool: [Int]
  /// The stage of each unit.
  package let unitStage: [Int]
  /// The group, region and stage, of each unit.
  package let unitGroup: [Int]
  /// The location class of each unit's school.
  package let unitLocation: [Int]
  /// The first unit of each school, and the number of units at the end.
  package let firstUnit: [Int]
  /// The units of each group, in their order.
  package let unitsOfGroup: [[Int]]
  /// The position of each unit's first grade among all grades of units; their number at the end.
  package let firstGrade: [Int]
  /// The grades of each stage, in their declared order.
  package let gradesOfStage: [[Int]]
  /// The teaching fields of each stage, in the order of a unit's slots.
  package let fieldsOfStage: [[Int]]
  /// The position of each unit's first slot; the number of slots at the end.
  package let firstSlot: [Int]
  /// The cell of each slot.
  package let slotCell: [Int]
  /// The unit of each slot.
  package let slotUnit: [Int]
  /// The receiver that the list names, by school; -1 without one.
  package let namedReceiver: [Int]
  /// The number of each school in draws; follows from its code alone.
  package let codeNumber: [UInt32]
  private let unitOfSchoolAndStage: [Int32]
  private let firstSlotOfSchoolAndStage: [Int32]
  /// The position of each cell among those of its region and stage, as slots stand within a unit.
  package let positionOfCell: [Int]
  /// The stage of each cell.
  package let stageOfCell: [Int]
  private let stageCount: Int

  /// Numbers the parts of schools.
  ///
  /// - Parameters:
  ///   - schools: The schools, in any order.
  ///   - dimensions: The scenario's dimensions.
  public init(_ schools: [School], dimensions: Dimensions) {
    let schools = schools.sorted { ($0.region, $0.code) < ($1.region, $1.code) }
    self.schools = schools
    self.regionOfSchool = schools.map(\.region)
    self.locationOfSchool = schools.map(\.location)
    self.isKeySchool = schools.map(\.isKeySchool)
    self.stageCount = dimensions.stageCount
    self.stageOfCell = dimensions.stageOfCell
    let gradesOfStage = (0..<dimensions.stageCount).map { stage in
      dimensions.stageOfGrade.indices.filter { dimensions.stageOfGrade[$0] == stage }
    }
    let fieldsOfStage = (0..<dimensions.stageCount).map { stage in
      dimensions.fields.indices.filter { dimensions.fields[$0].stage == stage }
    }
    self.gradesOfStage = gradesOfStage
    self.fieldsOfStage = fieldsOfStage
    var positionInStage = [Int](repeating: 0, count: dimensions.fields.count)
    for fields in fieldsOfStage {
      for (position, field) in fields.enumerated() { positionInStage[field] = position }
    }
    self.positionOfCell = (0..<dimensions.cellCount).map {
      positionInStage[$0 % dimensions.fields.count]
    }
    var numbering = UnitNumbering(schoolCount: schools.count, stageCount: dimensions.stageCount)
    for (number, school) in schools.enumerated() {
      for stage in school.stages {
        numbering.add(
          school: number,
          stage: stage,
          group: dimensions.group(region: school.region, stage: stage),
          location: school.location,
          grades: gradesOfStage[stage].count,
          cells: fieldsOfStage[stage].map { dimensions.cell(region: school.region, field: $0) },
        )
      }
      numbering.firstUnit.append(numbering.school.count)
    }
    self.unitSchool = numbering.school
    self.unitStage = numbering.stage
    self.unitGroup = numbering.group
    self.unitLocation = numbering.location
    self.firstUnit = numbering.firstUnit
    self.firstGrade = numbering.firstGrade
    self.firstSlot = numbering.firstSlot
    self.slotCell = numbering.slotCell
    self.slotUnit = numbering.slotUnit
    self.unitOfSchoolAndStage = numbering.unitOfSchoolAndStage
    self.firstSlotOfSchoolAndStage = numbering.unitOfSchoolAndStage.map { unit in
      unit < 0 ? -1 : Int32(numbering.firstSlot[Int(unit)])
    }
    var unitsOfGroup = [[Int]](repeating: [], count: dimensions.groupCount)
    for (unit, group) in numbering.group.enumerated() { unitsOfGroup[group].append(unit) }
    self.unitsOfGroup = unitsOfGroup
    var positions: [String: Int] = [:]
    for (number, school) in schools.enumerated() { positions[school.code] = number }
    self.namedReceiver = schools.map { $0.receiver.flatMap { positions[$0] } ?? -1 }
    self.codeNumber = schools.map { stableHash($0.code) }
  }

  /// The number of schools.
  package var count: Int { schools.count }
  /// The number of units.
  package var unitCount: Int { unitSchool.count }
  /// The number of slots.
  package var slotCount: Int { slotCell.count }

  /// The units of a school.
  package func units(of school: Int) -> Range<Int> { firstUnit[school]..<firstUnit[school + 1] }
  /// The slots of a unit.
  package func slots(of unit: Int) -> Range<Int> { firstSlot[unit]..<firstSlot[unit + 1] }
  /// The grades of a unit, as positions among all grades of units.
  package func grades(of unit: Int) -> Range<Int> { firstGrade[unit]..<firstGrade[unit + 1] }

  /// The sums of the figures of each unit's slots.
  package func sumsOfUnits(_ ofSlots: [Int]) -> [Int] {
    (0..<unitCount).map { unit in slots(of: unit).reduce(0) { $0 + ofSlots[$1] } }
  }

  /// The unit of a school in a stage, or `nil` if the school does not teach it.
  @inline(__always)
  package func unit(school: Int, stage: Int) -> Int? {
    let unit = unitOfSchoolAndStage[school &* stageCount &+ stage]
    return unit < 0 ? nil : Int(unit)
  }

  /// The slot of a teacher's school and cell, or `nil` if the school does not teach the stage.
  @inline(__always)
  package func slot(school: Int, cell: Int) -> Int? {
    slot(school: school, stage: stageOfCell[cell], position: positionOfCell[cell])
  }

  /// The slot of a teacher's school, stage and position of the cell within the stage, or `nil` if the
  /// school does not teach the stage.
  @inline(__always)
  package func slot(school: Int, stage: Int, position: Int) -> Int? {
    let first = firstSlotOfSchoolAndStage[school &* stageCount &+ stage]
    return first < 0 ? nil : Int(first) &+ position
  }

  /// The slot of a unit that belongs to a cell of its group.
  @inline(__always)
  package func slot(unit: Int, cell: Int) -> Int {
    firstSlot[unit] + positionOfCell[cell]
  }
}

/// The columns of units while they are numbered.
private struct UnitNumbering {
  var school: [Int] = []
  var stage: [Int] = []
  var group: [Int] = []
  var location: [Int] = []
  var firstUnit = [0]
  var firstGrade = [0]
  var firstSlot = [0]
  var slotCell: [Int] = []
  var slotUnit: [Int] = []
  var unitOfSchoolAndStage: [Int32]
  private let stageCount: Int

  init(schoolCount: Int, stageCount: Int) {
    self.stageCount = stageCount
    self.unitOfSchoolAndStage = [Int32](repeating: -1, count: schoolCount * stageCount)
  }

  mutating func add(
    school: Int,
    stage: Int,
    group: Int,
    location: Int,
    grades: Int,
    cells: [Int],
  ) {
    let unit = self.school.count
    unitOfSchoolAndStage[school * stageCount + stage] = Int32(unit)
    self.school.append(school)
    self.stage.append(stage)
    self.group.append(group)
    self.location.append(location)
    firstGrade.append(firstGrade[unit] + grades)
    slotCell += cells
    slotUnit += [Int](repeating: unit, count: cells.count)
    firstSlot.append(slotCell.count)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// A stage together with one of the subjects taught in it.
public struct TeachingField: Hashable, Sendable {
  /// The position of the stage.
  public let stage: Int
  /// The position of the subject.
  public let subject: Int

  /// Creates a teaching field.
  ///
  /// - Parameters:
  ///   - stage: The position of the stage.
  ///   - subject: The position of the subject.
  public init(stage: Int, subject: Int) {
    self.stage = stage
    self.subject = subject
  }
}

/// All the lists that a scenario declares, and the numbering of its cells.
///
/// A cell is a region together with a teaching field; a group is a region together with a stage.
/// Only subjects that are taught in a stage make a field, so tables hold no dead cells.
public final class Dimensions: Sendable {
  private let declared: [Axis: Dimension]
  /// The number of members by the ordinal of the axis; loops ask for it.
  private let counts: [Int]
  /// The stages and subjects that occur together.
  public let fields: [TeachingField]
  /// The stage of each grade.
  public let stageOfGrade: [Int]
  /// Whether a contract counts against the authorised posts, by contract.
  public let contractIsEstablished: [Bool]
  // Stored, because loops over cells ask for these counts.
  /// The number of regions.
  public let regionCount: Int
  /// The number of stages.
  public let stageCount: Int
  /// The number of subjects.
  public let subjectCount: Int
  /// The group of each cell.
  package let groupOfCell: [Int]
  /// The cells of each group, which are neighbours.
  package let cellsOfGroup: [Range<Int>]
  /// The stage of each cell.
  package let stageOfCell: [Int]
  private let fieldOfPair: [Int]

  /// Creates the dimensions of a scenario.
  ///
  /// - Parameters:
  ///   - declared: The declared dimensions; an axis that is absent has the one member `all`.
  ///   - subjectsOfStage: For each stage, the positions of its subjects; `nil` for every subject.
  ///   - stageOfGrade: The stage of each grade.
  ///   - contractIsEstablished: Whether each contract counts against the authorised posts.
  public init(
    _ declared: [Dimension],
    subjectsOfStage: [[Int]]? = nil,
    stageOfGrade: [Int] = [],
    contractIsEstablished: [Bool] = [],
  ) {
    var byAxis: [Axis: Dimension] = [:]
    for axis in Axis.allCases {
      byAxis[axis] = Dimension(axis, Self.builtInMembers(of: axis))
    }
    for dimension in declared {
      byAxis[dimension.axis] = dimension
    }
    for axis in Axis.allCases where axis.declaredAs != axis {
      if let original = byAxis[axis.declaredAs] {
        byAxis[axis] = Dimension(axis, original.members, groups: original.groups)
      }
    }
    // Without grades of posts, each title is a grade of its own.
    if !declared.contains(where: { $0.axis == .postGrade }), let titles = byAxis[.title] {
      byAxis[.postGrade] = Dimension(.postGrade, titles.members, groups: titles.groups)
    }
    self.declared = byAxis
    self.counts = Axis.allCases.sorted { $0.ordinal < $1.ordinal }.map { byAxis[$0]?.count ?? 1 }
    let regionCount = byAxis[.region]?.count ?? 1
    self.regionCount = regionCount
    let stageCount = byAxis[.stage]?.count ?? 1
    let subjectCount = byAxis[.subject]?.count ?? 1
    self.stageCount = stageCount
    self.subjectCount = subjectCount
    var fields: [TeachingField] = []
    var fieldOfPair = [Int](repeating: -1, count: stageCount * subjectCount)
    for stage in 0..<stageCount {
      for subject in subjectsOfStage?[stage].sorted() ?? Array(0..<subjectCount) {
        fieldOfPair[stage * subjectCount + subject] = fields.count
        fields.append(TeachingField(stage: stage, subject: subject))
      }
    }
    self.fields = fields
    self.fieldOfPair = fieldOfPair
    let stageOfField = fields.map { $0.stage }
    self.stageOfCell = (0..<regionCount).flatMap { _ in stageOfField }
    self.groupOfCell = (0..<regionCount).flatMap { region in
      stageOfField.map { region * stageCount + $0 }
    }
    // Fields go stage by stage.
    let firstOfStage = (0...stageCount).map { stage in stageOfField.count { $0 < stage } }
    self.cellsOfGroup = (0..<regionCount * stageCount).map { group in
      let (region, stage) = group.quotientAndRemainder(dividingBy: stageCount)
      let first = region * fields.count
      return first + firstOfStage[stage]..<first + firstOfStage[stage + 1]
    }
    let gradeCount = byAxis[.grade]?.count ?? 1
    self.stageOfGrade =
      stageOfGrade.isEmpty ? [Int](repeating: 0, count: gradeCount) : stageOfGrade
    let contractCount = byAxis[.contract]?.count ?? 1
    self.contractIsEstablished =
      contractIsEstablished.isEmpty
      ? [Bool](repeating: true, count: contractCount) : contractIsEstablished
  }

  private static func builtInMembers(of axis: Axis) -> [Member] {
    if let numbers = axis.numbers {
      return numbers.map { Member(String($0)) }
    }
    switch axis {
    case .obligation:
      return [
        Member("free", label: LocalizedText("free", chinese: "无服务期")),
        Member("bound", label: LocalizedText("bound", chinese: "服务期内")),
      ]
    case .keySchool:
      return [
        Member("no", label: LocalizedText("no", chinese: "否")),
        Member("yes", label: LocalizedText("yes", chinese: "是")),
      ]
    case .situation:
      return PaySituation.allCases.map(\.member)
    default:
      return [Member("all", label: LocalizedText("all", chinese: "全部"))]
    }
  }

  /// The members of an axis.
  ///
  /// - Parameter axis: The axis.
  /// - Returns: The declared dimension, or the one member `all`.
  public subscript(axis: Axis) -> Dimension {
    declared[axis] ?? Dimension(axis, Self.builtInMembers(of: axis))
  }

  /// The number of members of an axis.
  ///
  /// - Parameter axis: The axis.
  /// - Returns: How many members the axis has.
  public func count(_ axis: Axis) -> Int { counts[axis.ordinal] }

  /// The number of cells: regions times teaching fields.
  public var cellCount: Int { regionCount * fields.count }

  /// The number of groups: regions times stages.
  public var groupCount: Int { regionCount * stageCount }

  /// Finds the teaching field of a stage and a subject.
  ///
  /// - Parameters:
  ///   - stage: The position of the stage.
  ///   - subject: The position of the subject.
  /// - Returns: The field's position, or `nil` if the stage does not have the subject.
  public func field(stage: Int, subject: Int) -> Int? {
    let field = fieldOfPair[stage * subjectCount + subject]
    return field < 0 ? nil : field
  }

  /// The cell of a region and a teaching field.
  ///
  /// - Parameters:
  ///   - region: The position of the region.
  ///   - field: The position of the teaching field.
  /// - Returns: The cell's position.
  public func cell(region: Int, field: Int) -> Int { region * fields.count + field }

  /// The group of a region and a stage.
  ///
  /// - Parameters:
  ///   - region: The position of the region.
  ///   - stage: The position of the stage.
  /// - Returns: The group's position.
  public func group(region: Int, stage: Int) -> Int { region * stageCount + stage }

  /// The region of a cell.
  ///
  /// - Parameter cell: The cell's position.
  /// - Returns: The region's position.
  public func region(ofCell cell: Int) -> Int { cell / fields.count }

  /// The teaching field of a cell.
  ///
  /// - Parameter cell: The cell's position.
  /// - Returns: The stage and the subject.
  public func field(ofCell cell: Int) -> TeachingField { fields[cell % fields.count] }

  /// The group of a cell.
  ///
  /// - Parameter cell: The cell's position.
  /// - Returns: The group's position.
  public func group(ofCell cell: Int) -> Int { groupOfCell[cell] }
}

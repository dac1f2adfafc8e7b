// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the dimensions of a scenario and the rules that their members carry.
struct DimensionReader {
  private let log: InputLog
  private var lists: [Axis: MemberList] = [:]

  /// Prepares reading.
  init(log: InputLog) { self.log = log }

  /// Reads the key `dimensions`.
  ///
  /// - Parameter root: The keys of the scenario.
  /// - Returns: The dimensions; members with problems are left out.
  mutating func read(_ root: KeyedReader) -> DeclaredDimensions {
    var result = DeclaredDimensions()
    guard let declarations = root.optionalMapping("dimensions") else { return result }
    for axis in DeclaredDimensions.axes {
      guard let declaration = declarations.optionalMapping(axis.rawValue) else { continue }
      result.declared.insert(axis)
      lists[axis] = MemberList(axis, declaration, log: log)
    }
    declarations.finish()
    let stageOfGrade = stages(ofGrades: &result)
    let established = contracts(&result)
    result.dimensions = Dimensions(
      lists.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { lists[$0]?.dimension },
      subjectsOfStage: subjectsOfStage(),
      stageOfGrade: stageOfGrade,
      contractIsEstablished: established,
    )
    channels(&result)
    categories(&result)
    pay(&result)
    finish()
    checkCells(result.dimensions, at: root.location(of: "dimensions"))
    return result
  }

  private func dimension(_ axis: Axis) -> Dimension {
    lists[axis]?.dimension ?? Dimensions([])[axis]
  }

  private func subjectsOfStage() -> [[Int]]? {
    guard let subjects = lists[.subject] else { return nil }
    let stages = dimension(.stage)
    var result = [[Int]](repeating: [], count: stages.count)
    for (subject, reader) in subjects.readers.enumerated() {
      let named = reader.optionalTexts("stages")?.compactMap {
        $0.member(of: stages, log.problems)
      }
      for stage in Set(named ?? Array(0..<stages.count)) { result[stage].append(subject) }
    }
    for (stage, taught) in result.enumerated() where taught.isEmpty {
      log.report(
        "no subject is taught in the stage '\(stages.codes[stage])'. "
          + "Add the stage to the 'stages' of a subject, or remove it.",
        at: subjects.readers.first?.location ?? SourceLocation(file: ""),
      )
    }
    return result
  }

  private func stages(ofGrades result: inout DeclaredDimensions) -> [Int] {
    guard let grades = lists[.grade] else { return [] }
    let stages = dimension(.stage)
    return grades.readers.enumerated().map { grade, reader in
      let age = reader.optionalInteger("entry_age", in: 0...120, meaning: "an age")
      if let age { result.entries.append(EntryGrade(grade: grade, age: age)) }
      let stage =
        stages.count > 1 || reader.has("stage")
        ? reader.value("stage", "the code of a stage") : nil
      return stage.flatMap { $0.member(of: stages, log.problems) } ?? 0
    }
  }

  private func contracts(_ result: inout DeclaredDimensions) -> [Bool] {
    guard let contracts = lists[.contract] else { return [] }
    result.nextContracts = contracts.readers.map { reader in
      reader.optionalValue("next", "the code of a contract")?
        .member(of: contracts.dimension, log.problems)
    }
    return contracts.readers.map { $0.optionalBoolean("established") ?? true }
  }

  private func channels(_ result: inout DeclaredDimensions) {
    guard let channels = lists[.channel] else { return }
    let contracts = dimension(.contract)
    let kinds = ChannelKind.allCases.map(\.rawValue)
    result.channels = channels.readers.map { reader in
      let kind = reader.choice("kind", of: kinds).flatMap(ChannelKind.init(rawValue:))
      let isLimited = reader.optionalBoolean("limited_to_vacancies")
      let contract =
        contracts.count > 1 || reader.has("contract")
        ? reader.value("contract", "the code of a contract") : nil
      return ChannelRule(
        kind: kind ?? .competition,
        contract: contract.flatMap { $0.member(of: contracts, log.problems) } ?? 0,
        isLimitedToVacancies: isLimited ?? (kind != .pipeline),
      )
    }
  }

  private func categories(_ result: inout DeclaredDimensions) {
    guard let categories = lists[.category] else { return }
    for (position, reader) in categories.readers.enumerated() {
      let other = reader.optionalValue("may_leave_as", "the code of a category")
      let mayLeaveAs = other.flatMap { $0.member(of: categories.dimension, log.problems) }
      guard let who = reader.optionalMapping("who") else { continue }
      func members(_ axis: Axis) -> [Int] {
        who.optionalTexts(axis.rawValue)?
          .compactMap { $0.member(of: dimension(axis), log.problems) } ?? []
      }
      result.assignments.append(
        RetirementAssignment(
          category: position,
          sexes: members(.sex),
          titles: members(.title),
          contracts: members(.contract),
          mayLeaveAs: mayLeaveAs,
        )
      )
      who.finish()
    }
  }

  private func pay(_ result: inout DeclaredDimensions) {
    let dimensions = result.dimensions
    result.titleOfGrade =
      lists[.postGrade].map {
        PostGradeReader(dimensions: dimensions, problems: log.problems).titles($0)
      } ?? Array(0..<dimensions.count(.title))
    let reader = PayReader(dimensions: dimensions, problems: log.problems)
    if let items = lists[.item] { result.items = reader.items(items) }
    if let roles = lists[.role] { result.roles = reader.roles(roles) }
  }

  private func finish() {
    for axis in DeclaredDimensions.axes {
      for reader in lists[axis]?.readers ?? [] { reader.finish() }
    }
  }

  private func checkCells(_ dimensions: Dimensions, at location: SourceLocation) {
    guard dimensions.cellCount > TeacherIdentity.cellLimit else { return }
    log.report(
      "the regions and the subjects of stages make \(dimensions.cellCount) cells, but at most "
        + "\(TeacherIdentity.cellLimit) are possible. Declare fewer members.",
      at: location,
    )
  }
}

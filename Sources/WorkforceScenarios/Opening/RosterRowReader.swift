// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Turns a row of a roster into a teacher.
struct RosterRowReader {
  /// The position of each column in the table; `nil` if it has none.
  private let positions: [Int?]
  let dimensions: Dimensions
  let titleOfGrade: [Int]?
  let opening: Month
  let method: ProjectionMethod
  let schools: RosterSchools?
  let problems: ProblemCollector
  /// How many people the last row stands for.
  private(set) var persons = 1.0
  private var isSound = true
  /// What the texts of each column mean: the position of a member, or a month.
  private var meanings: [FieldMeanings]

  /// The last step of the salary scale.
  private static let lastStep = Double(Axis.step.numbers?.upperBound ?? 0)

  /// Prepares reading.
  init(
    columns: [RosterColumn: Int],
    dimensions: Dimensions,
    titleOfGrade: [Int]?,
    opening: Month,
    method: ProjectionMethod,
    schools: RosterSchools?,
    problems: ProblemCollector,
  ) {
    self.positions = RosterColumn.allCases.map { columns[$0] }
    self.meanings = RosterColumn.allCases.map { _ in FieldMeanings() }
    self.dimensions = dimensions
    self.titleOfGrade = titleOfGrade
    self.opening = opening
    self.method = method
    self.schools = schools
    self.problems = problems
  }

  /// Reads a row.
  ///
  /// - Parameter row: The row.
  /// - Returns: The teacher, or nil if problems were reported.
  mutating func teacher(_ row: CSVRow) -> Teacher? {
    isSound = true
    let region = member(.region, .region, row) ?? 0
    let stage = member(.stage, .stage, row) ?? 0
    let subject = member(.subject, .subject, row) ?? 0
    let birth = birth(row)
    let service = past(.serviceStart, row, since: birth) ?? opening
    var teacher = Teacher(
      id: identity(row),
      cell: 0,
      birth: CompactMonth(birth ?? opening),
      serviceStart: CompactMonth(service),
    )
    teacher.schoolStart =
      past(.schoolStart, row, since: birth).map(CompactMonth.init) ?? teacher.serviceStart
    teacher.titleStart =
      past(.titleStart, row, since: birth).map(CompactMonth.init) ?? teacher.serviceStart
    teacher.obligationEnd = month(.obligationEnd, row).map(CompactMonth.init) ?? .past
    teacher.contractEnd = month(.contractEnd, row).map(CompactMonth.init) ?? .future
    teacher.sex = UInt8(member(.sex, .sex, row) ?? 0)
    teacher.title = UInt8(member(.title, .title, row) ?? 0)
    teacher.degree = UInt8(member(.degree, .degree, row) ?? 0)
    teacher.contract = UInt8(member(.contract, .contract, row) ?? 0)
    teacher.secondSubject =
      member(.secondSubject, .subject, row, isOptional: true)
      .map { UInt8($0) } ?? 255
    teacher.isBackbone = isBackbone(row)
    teacher.postGrade = postGrade(row, title: Int(teacher.title))
    if let step = number(.salaryStep, row, in: 0...Self.lastStep, "a salary step") {
      teacher.salaryStep = UInt8(step)
    }
    if let share = number(.fullTimeShare, row, in: 0.001...1, "a full-time share") {
      teacher.fullTimeShare = Float(share)
    }
    persons = readPersons(row)
    teacher.school = school(row, region: region, stage: stage)
    if isSound { place(&teacher, region, stage, subject, row) }
    return isSound ? teacher : nil
  }

  private mutating func place(
    _ teacher: inout Teacher,
    _ region: Int,
    _ stage: Int,
    _ subject: Int,
    _ row: CSVRow,
  ) {
    guard let field = dimensions.field(stage: stage, subject: subject) else {
      let taught = dimensions.fields.filter { $0.stage == stage }
        .map { dimensions[.subject].codes[$0.subject] }.joined(separator: ", ")
      report(
        "the subject '\(dimensions[.subject].codes[subject])' is not taught in the stage "
          + "'\(dimensions[.stage].codes[stage])'. Its subjects: \(taught).",
        .subject,
        row,
      )
      return
    }
    teacher.cell = UInt32(dimensions.cell(region: region, field: field))
  }

  /// The position of the school; whether it suits the teacher is told only of sound rows.
  private mutating func school(_ row: CSVRow, region: Int, stage: Int) -> UInt32 {
    guard let schools, let text = value(.school, row) else { return Population.noSchool }
    guard let position = schools.position(of: text) else {
      isSound = false
      return Population.noSchool
    }
    if isSound, let reason = schools.misfit(position, region: region, stage: stage) {
      report("'\(text.name)' is '\(text.text)', \(reason)", .school, row)
    }
    return UInt32(position)
  }

  /// The grade of posts, which belongs to the teacher's title.
  private mutating func postGrade(_ row: CSVRow, title: Int) -> UInt8 {
    guard let titleOfGrade,
      let grade = member(.postGrade, .postGrade, row, isOptional: true)
    else { return Teacher.noGrade }
    // A title that is not known yet is told by its own column.
    if isSound, titleOfGrade[grade] != title {
      let titles = dimensions[.title].codes
      report(
        "the grade of posts '\(dimensions[.postGrade].codes[grade])' belongs to the title "
          + "'\(titles[titleOfGrade[grade]])', but the teacher has the title '\(titles[title])'. "
          + "Correct one of them, or leave the grade empty.",
        .postGrade,
        row,
      )
    }
    return UInt8(grade)
  }

  private mutating func isBackbone(_ row: CSVRow) -> Bool {
    guard let text = value(.backbone, row) else { return false }
    let answer = text.yesOrNo(reporting: problems)
    if answer == nil { isSound = false }
    return answer ?? false
  }

  // MARK: - Fields

  private mutating func report(_ message: String, _ column: RosterColumn, _ row: CSVRow) {
    isSound = false
    problems.report(message, at: position(column).map { row.location($0) } ?? row.location)
  }

  private func position(_ column: RosterColumn) -> Int? { positions[column.rawValue] }

  /// A field that is there and not empty.
  private func value(_ column: RosterColumn, _ row: CSVRow) -> LocatedText? {
    position(column).flatMap { row.isEmpty($0) ? nil : row.value($0) }
  }

  private mutating func identity(_ row: CSVRow) -> UInt64 {
    guard let position = position(.id), !row.isEmpty(position) else { return UInt64(row.number) }
    if let number = row.shortInteger(position) { return UInt64(number) }
    let text = row.value(position)
    if let message = text.lossOfDigits { report(message, .id, row) }
    return RosterIdentities.identity(of: text.text)
  }

  /// A member by code or name; nil if the column is absent and the dimension has one member.
  private mutating func member(
    _ column: RosterColumn,
    _ axis: Axis,
    _ row: CSVRow,
    isOptional: Bool = false,
  ) -> Int? {
    guard let position = position(column) else { return nil }
    if row.isEmpty(position) {
      if !isOptional {
        report(
          "'\(row.header.names[position])' is empty. Write one of: \(dimensions[axis].listing).",
          column,
          row,
        )
      }
      return nil
    }
    let found = meanings[column.rawValue].meaning(of: row.key(position)) {
      row.value(position).member(of: dimensions[axis], problems)
    }
    if found == nil { isSound = false }
    return found
  }

  /// The month of birth, given or counted back from an age in whole years.
  private mutating func birth(_ row: CSVRow) -> Month? {
    if let column = position(.birth), !row.isEmpty(column) || position(.age) == nil {
      guard !row.isEmpty(column) else {
        report("the month of birth is empty. Write, for example, 1985-04.", .birth, row)
        return nil
      }
      guard let birth = month(.birth, row) else { return nil }
      let age = (opening - birth) / 12
      guard AgeChecks.ages.contains(age), opening >= birth else {
        let text = row.value(column)
        report(
          "'\(text.name)' is \(text.text), so the teacher is \(age) years old at the opening in "
            + "\(opening), but an age lies between \(AgeChecks.ages.lowerBound) and "
            + "\(AgeChecks.ages.upperBound).",
          .birth,
          row,
        )
        return nil
      }
      return birth
    }
    let ages = Double(AgeChecks.ages.lowerBound)...Double(AgeChecks.ages.upperBound)
    guard let age = number(.age, row, in: ages, "an age") else {
      if value(.age, row) == nil {
        report("the age is empty. Write, for example, 41.", .age, row)
      }
      return nil
    }
    // Whoever is 41 is on average half a year past the birthday.
    return opening + -(Int(age) * 12 + 6)
  }

  private mutating func month(_ column: RosterColumn, _ row: CSVRow) -> Month? {
    guard let position = position(column), !row.isEmpty(position) else { return nil }
    let month = meanings[column.rawValue].meaning(of: row.key(position)) {
      row.value(position).tableDate(reporting: problems)
        .map { Month(year: $0.year, month: $0.month).index }
    }
    if month == nil { isSound = false }
    return month.map { Month(index: $0) }
  }

  /// A month of somebody's life that cannot lie after the opening.
  private mutating func past(_ column: RosterColumn, _ row: CSVRow, since birth: Month?) -> Month? {
    guard let month = month(column, row) else { return nil }
    if let birth, month < birth {
      report("\(month) lies before the birth in \(birth). Write a later month.", column, row)
    }
    guard month <= opening else {
      report("\(month) lies after the opening in \(opening). Write an earlier month.", column, row)
      return nil
    }
    return month
  }

  private mutating func number(
    _ column: RosterColumn,
    _ row: CSVRow,
    in range: ClosedRange<Double>,
    _ meaning: String,
  ) -> Double? {
    guard let text = value(column, row) else { return nil }
    let isWhole = column == .age || column == .salaryStep
    let number =
      isWhole
      ? text.integer(
        in: Int(range.lowerBound)...Int(range.upperBound),
        meaning: meaning,
        reporting: problems,
      ).map(Double.init)
      : text.number(in: range, meaning: meaning, reporting: problems)
    if number == nil { isSound = false }
    return number
  }

  private mutating func readPersons(_ row: CSVRow) -> Double {
    guard let text = value(.persons, row) else { return 1 }
    let meaning = "a number of people"
    let number =
      method == .individuals
      ? text.integer(in: 1...1_000_000, meaning: meaning, reporting: problems).map(Double.init)
      : text.number(in: 1e-9...1e9, meaning: meaning, reporting: problems)
    if number == nil { isSound = false }
    return number ?? 1
  }
}

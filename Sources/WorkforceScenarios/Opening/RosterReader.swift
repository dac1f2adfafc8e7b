// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the teachers of the opening from a table.
struct RosterReader {
  let dimensions: Dimensions
  /// The title of each grade of posts; nil leaves the column with grades unread.
  let titleOfGrade: [Int]?
  let opening: Month
  let method: ProjectionMethod
  /// The schools that teachers can be at; nil leaves the column with schools unread.
  let schools: RosterSchools?
  let log: InputLog

  /// Reads a roster.
  ///
  /// - Parameters:
  ///   - file: The table's path as written.
  ///   - columns: The names of columns that differ from the usual ones.
  /// - Returns: The teachers, or nil if a problem was reported.
  func roster(_ file: LocatedText, columns: [RosterColumn: LocatedText]) -> OpeningRoster? {
    let before = log.problems.count
    let path = log.source.resolve(file.text, beside: file.location.file)
    guard let bytes = log.bytes(path),
      let table = CSVReader(bytes, file: path, reporting: log.problems),
      let found = positions(in: table.header, columns)
    else { return nil }
    var reader = RosterRowReader(
      columns: found,
      dimensions: dimensions,
      titleOfGrade: titleOfGrade,
      opening: opening,
      method: method,
      schools: schools,
      problems: log.problems,
    )
    var teachers = PopulationBuilder(
      capacity: min(table.lineCount, Int(ValueChecks.largestWorkforce))
    )
    var identities = RosterIdentities(problems: log.problems)
    table.forEachRow { row in
      guard !row.isBlank else { return }
      guard let teacher = reader.teacher(row) else { return }
      if let column = found[.id] {
        identities.note(teacher.id, row, column)
      }
      append(teacher, row, reader.persons, &identities, to: &teachers)
    }
    if log.problems.count == before, teachers.count > Int(ValueChecks.largestWorkforce) {
      log.report(
        "the roster holds \(teachers.count) teachers, but at most "
          + "\(Int(ValueChecks.largestWorkforce)) can be simulated.",
        at: SourceLocation(file: path),
      )
    }
    guard log.problems.count == before else { return nil }
    let hasSchools = found[.school] != nil
    return OpeningRoster(teachers.finish(), schoolCodes: hasSchools ? schools?.codes ?? [] : [])
  }

  /// Adds the people of a row: one with a weight in expected values, otherwise one for each person.
  private func append(
    _ teacher: Teacher,
    _ row: CSVRow,
    _ persons: Double,
    _ identities: inout RosterIdentities,
    to teachers: inout PopulationBuilder,
  ) {
    var copy = teacher
    if method == .expected { copy.weight = persons }
    teachers.append(copy)
    guard method == .individuals else { return }
    for number in 1..<max(1, Int(persons)) {
      copy.id = identities.derived(from: teacher.id, number: number, at: row.location)
      teachers.append(copy)
    }
  }

  /// Finds the columns of a header.
  private func positions(
    in header: CSVHeader,
    _ renamed: [RosterColumn: LocatedText],
  ) -> [RosterColumn: Int]? {
    var found: [RosterColumn: Int] = [:]
    let before = log.problems.count
    for column in RosterColumn.allCases {
      found[column] = header.column(
        column.usualNames,
        renamed: renamed[column],
        in: "roster",
        reporting: log.problems,
      )
    }
    reportMissing(in: header, found, renamed)
    header.reportMisspelt(
      RosterColumn.allCases.filter { found[$0] == nil && isMissed($0) }.flatMap(\.usualNames),
      besides: RosterColumn.allCases.flatMap(\.usualNames),
      and: Set(found.values),
      reporting: log.problems,
    )
    return log.problems.count == before ? found : nil
  }

  /// Tells the columns that must be there.
  private func reportMissing(
    in header: CSVHeader,
    _ found: [RosterColumn: Int],
    _ renamed: [RosterColumn: LocatedText],
  ) {
    let isThere: (RosterColumn) -> Bool = { found[$0] != nil || renamed[$0] != nil }
    let advice =
      "or name it under 'population.columns'. The header has: "
      + "\(header.names.joined(separator: ", "))."
    let place = SourceLocation(file: header.file, line: 1)
    if !isThere(.birth), !isThere(.age) {
      log.report(
        "there is no column 'birth' (or '出生年月') and no column 'age' (or '年龄'). Add one, "
          + advice,
        at: place,
      )
    }
    for column in [RosterColumn.region, .stage, .subject] where !isThere(column) {
      guard let axis = column.axis, dimensions.count(axis) > 1 else { continue }
      let others = column.usualNames.dropFirst().map { "'\($0)'" }.joined(separator: ", ")
      log.report(
        "there is no column '\(column.name)' (or \(others)). Add it, " + advice,
        at: place,
      )
    }
  }

  /// Whether nothing else tells that a column is not there although it would make a difference.
  private func isMissed(_ column: RosterColumn) -> Bool {
    switch column {
    // What must be there is told anyway, and one of birth and age is enough.
    case .birth, .age, .region, .stage, .subject: false
    case .school: schools != nil
    case .postGrade: titleOfGrade != nil
    default: column.axis.map { dimensions.count($0) > 1 } ?? true
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads a bureau's list of schools from a table, a row a school.
struct SchoolListReader {
  let dimensions: Dimensions
  let calendar: SchoolCalendar
  let method: SchoolMethod
  let log: InputLog

  /// Reads a list.
  ///
  /// - Parameter source: The table and the names of its columns.
  /// - Returns: The schools by region and code, or nil if a problem was reported.
  func schools(_ source: SchoolListSource) -> [School]? {
    let before = log.problems.count
    let path = log.source.resolve(source.file.text, beside: source.file.location.file)
    guard let bytes = log.bytes(path),
      let table = CSVReader(bytes, file: path, reporting: log.problems),
      let found = positions(in: table.header, source.columns)
    else { return nil }
    let reader = SchoolRowReader(
      columns: found.columns,
      gradeColumns: found.grades,
      dimensions: dimensions,
      calendar: calendar,
      problems: log.problems,
    )
    var rows: [SchoolRow] = []
    table.forEachRow { row in
      guard !row.isBlank else { return }
      if let school = reader.school(row) { rows.append(school) }
    }
    SchoolListChecks(dimensions: dimensions, method: method, problems: log.problems).check(rows)
    guard log.problems.count == before else { return nil }
    return rows.compactMap { $0.school(firstYear: calendar.firstYear) }
      .sorted { ($0.region, $0.code) < ($1.region, $1.code) }
  }

  /// Finds the columns of a header, and among them those with the pupils of grades.
  private func positions(
    in header: CSVHeader,
    _ renamed: [SchoolColumn: LocatedText],
  ) -> (columns: [SchoolColumn: Int], grades: [(grade: Int, column: Int)])? {
    var found: [SchoolColumn: Int] = [:]
    let before = log.problems.count
    for column in SchoolColumn.allCases {
      found[column] = header.column(
        column.usualNames,
        renamed: renamed[column],
        in: "list of schools",
        reporting: log.problems,
      )
    }
    let missing = neededColumns.filter { found[$0] == nil && renamed[$0] == nil }
    for column in missing { reportMissing(column, in: header) }
    let grades = gradeColumns(in: header)
    reportMisspelt(in: header, found, grades)
    guard log.problems.count == before else { return nil }
    return (found, grades.enumerated().compactMap { grade, column in column.map { (grade, $0) } })
  }

  /// The column with the pupils of each grade, named by its code or name; nil if there is none.
  private func gradeColumns(in header: CSVHeader) -> [Int?] {
    guard !dimensions.stageOfGrade.isEmpty else { return [] }
    return dimensions[.grade].members.map {
      header.column($0.names, renamed: nil, in: "list of schools", reporting: log.problems)
    }
  }

  private func reportMisspelt(
    in header: CSVHeader,
    _ found: [SchoolColumn: Int],
    _ grades: [Int?],
  ) {
    // Where these are needed and not there, that is told.
    let needed: Set<SchoolColumn> = [.code, .region, .location, .stages]
    let others = SchoolColumn.allCases.filter { found[$0] == nil && !needed.contains($0) }
    let otherGrades = zip(dimensions[.grade].members, grades).filter { $1 == nil }.map(\.0)
    header.reportMisspelt(
      others.flatMap(\.usualNames) + otherGrades.flatMap { [$0.code, $0.label.chinese] },
      besides: SchoolColumn.allCases.flatMap(\.usualNames) + dimensions[.grade].names,
      and: Set(found.values),
      reporting: log.problems,
    )
  }

  /// The columns without which it is not known what a row means.
  private var neededColumns: [SchoolColumn] {
    let members: [(SchoolColumn, Axis)] = [
      (.region, .region), (.location, .location), (.stages, .stage),
    ]
    return [.code] + members.filter { dimensions.count($0.1) > 1 }.map(\.0)
  }

  private func reportMissing(_ column: SchoolColumn, in header: CSVHeader) {
    let others = column.usualNames.dropFirst().map { "'\($0)'" }.joined(separator: ", ")
    let nearest = Suggestions.nearest(to: column.rawValue, in: header.names)
    log.report(
      "there is no column '\(column.rawValue)' (or \(others))."
        + (nearest.map { " Rename '\($0)' if it is meant." } ?? "")
        + " Add it, or name it under 'schools.columns'. "
        + "The header has: \(header.names.joined(separator: ", ")).",
      at: SourceLocation(file: header.file, line: 1),
    )
  }
}

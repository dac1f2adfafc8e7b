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
      let columns = positions(in: table.header, source.columns)
    else { return nil }
    let reader = SchoolRowReader(
      columns: columns,
      gradeColumns: gradeColumns(in: table.header, besides: columns),
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

  /// Finds the columns of a header.
  private func positions(
    in header: CSVHeader,
    _ renamed: [SchoolColumn: LocatedText],
  ) -> [SchoolColumn: Int]? {
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
    reportMisspelt(in: header, found, besides: missing)
    return log.problems.count == before ? found : nil
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

  /// The columns with the pupils of grades, named by the code or name of the grade.
  private func gradeColumns(
    in header: CSVHeader,
    besides columns: [SchoolColumn: Int],
  ) -> [(grade: Int, column: Int)] {
    let others = Set(columns.values)
    return header.names.enumerated().compactMap { column, name in
      guard !others.contains(column), !dimensions.stageOfGrade.isEmpty,
        let grade = dimensions[.grade].position(of: name)
      else { return nil }
      return (grade, column)
    }
  }

  private func reportMisspelt(
    in header: CSVHeader,
    _ found: [SchoolColumn: Int],
    besides missing: [SchoolColumn],
  ) {
    let grades = gradeColumns(in: header, besides: found)
    let used = Set(found.values).union(grades.map(\.column))
    let columns = SchoolColumn.allCases.filter { found[$0] == nil && !missing.contains($0) }
    let codes = dimensions[.grade].codes.enumerated()
      .filter { position, _ in !grades.contains { $0.grade == position } }
    header.reportMisspelt(
      columns.map(\.rawValue) + codes.map(\.element),
      besides: used,
      reporting: log.problems,
    )
  }
}

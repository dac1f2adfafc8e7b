// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads the fields of a row of a list of schools.
struct SchoolRowReader {
  let columns: [SchoolColumn: Int]
  /// The column of each grade that has one.
  let gradeColumns: [(grade: Int, column: Int)]
  let dimensions: Dimensions
  let calendar: SchoolCalendar
  let problems: ProblemCollector

  /// The largest number of places, and of pupils of a grade, that a school may have.
  static let largestSchool = 1_000_000.0

  /// Reads a row.
  ///
  /// - Parameter row: The row.
  /// - Returns: The school with what could be read, or nil if not even the code could.
  func school(_ row: CSVRow) -> SchoolRow? {
    let code = code(row)
    var school = SchoolRow(code: code ?? LocatedText(name: "", text: "", location: row.location))
    school.label = label(row)
    school.region = member(.region, .region, row)
    school.location = member(.location, .location, row)
    school.stages = stages(row)
    school.isKeySchool = value(.keySchool, row)?.yesOrNo(reporting: problems) ?? false
    school.isProtected = value(.protected, row)?.yesOrNo(reporting: problems) ?? false
    school.opened = year(.opened, row)
    school.closed = year(.closed, row)
    if let opened = school.opened, let closed = school.closed, closed <= opened {
      problems.report(
        "'\(name(of: .closed, row))' is \(closed), but the school opens in \(opened). "
          + "Write a later year, or leave it empty.",
        at: place(of: .closed, row),
      )
    }
    school.receiver = value(.receiver, row)
    school.places = places(row)
    if value(.places, row) == nil { school.missingPlaces = place(of: .places, row) }
    school.pupils = pupils(row, of: school)
    return code == nil ? nil : school
  }

  // MARK: - Fields

  private func place(of column: SchoolColumn, _ row: CSVRow) -> SourceLocation {
    columns[column].map { row.location($0) } ?? row.location
  }

  private func name(of column: SchoolColumn, _ row: CSVRow) -> String {
    columns[column].map { row.header.names[$0] } ?? column.rawValue
  }

  /// A field that is there and not empty.
  private func value(_ column: SchoolColumn, _ row: CSVRow) -> LocatedText? {
    columns[column].flatMap { row.isEmpty($0) ? nil : row.value($0) }
  }

  private func code(_ row: CSVRow) -> LocatedText? {
    guard let code = value(.code, row) else {
      problems.report(
        "'\(name(of: .code, row))' is empty. Write a code that no other school has.",
        at: place(of: .code, row),
      )
      return nil
    }
    let isPlain = code.text.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    if isPlain, let first = code.text.first, first.isLetter || first.isNumber { return code }
    problems.report(
      code.lossOfDigits
        ?? "'\(code.text)' is no code. Write letters, digits, '_', '-' and '.' only, "
        + "and a letter or digit first.",
      at: code.location,
    )
    return nil
  }

  private func label(_ row: CSVRow) -> WorkforceSim.LocalizedText? {
    let name = value(.name, row)?.text
    let english = value(.englishName, row)?.text
    return (english ?? name).map { WorkforceSim.LocalizedText($0, chinese: name) }
  }

  /// A member by code or name; the only one if there is no column and nothing to choose.
  private func member(_ column: SchoolColumn, _ axis: Axis, _ row: CSVRow) -> Int? {
    guard columns[column] != nil else { return 0 }
    guard let text = value(column, row) else {
      reportEmpty(column, axis, row)
      return nil
    }
    return text.member(of: dimensions[axis], problems)
  }

  private func reportEmpty(_ column: SchoolColumn, _ axis: Axis, _ row: CSVRow) {
    problems.report(
      "'\(name(of: column, row))' is empty. Write one of: \(dimensions[axis].listing).",
      at: place(of: column, row),
    )
  }

  /// One or several stages; a name may itself hold spaces.
  private func stages(_ row: CSVRow) -> [Int]? {
    guard columns[.stages] != nil else { return [0] }
    let dimension = dimensions[.stage]
    let parts = value(.stages, row).map { text in
      text.text.split { ";；、".contains($0) }.map { $0.split(separator: " ") }
        .flatMap { words -> [String] in
          let name = words.joined(separator: " ")
          return dimension.position(of: name) == nil ? words.map(String.init) : [name]
        }
        .map { LocatedText(name: text.name, text: $0, location: text.location) }
    }
    guard let parts, !parts.isEmpty else {
      reportEmpty(.stages, .stage, row)
      return nil
    }
    let found = parts.map { $0.member(of: dimension, problems) }
    return found.contains(nil) ? nil : found.compactMap { $0 }
  }

  private func year(_ column: SchoolColumn, _ row: CSVRow) -> Int? {
    value(column, row)?
      .integer(in: 1000...2999, meaning: "a school year", reporting: problems)
  }

  private func places(_ row: CSVRow) -> Double? {
    guard let text = value(.places, row),
      let number = text.number(
        in: -.infinity...Self.largestSchool,
        meaning: "a number of places",
        reporting: problems,
      )
    else { return nil }
    if number > 0 { return number }
    problems.report(
      "'\(text.name)' is \(text.text), but a school has more than 0 places. Write a larger "
        + "number, or close the school.",
      at: text.location,
    )
    return nil
  }

  private func pupils(_ row: CSVRow, of school: SchoolRow) -> [Int: Double] {
    var pupils: [Int: Double] = [:]
    for (grade, column) in gradeColumns where !row.isEmpty(column) {
      let text = row.value(column)
      guard
        let number = text.number(
          in: 0...Self.largestSchool,
          meaning: "a number of pupils",
          reporting: problems,
        )
      else { continue }
      let stage = dimensions.stageOfGrade[grade]
      let isTaught = school.stages?.contains(stage) ?? true
      if let reason = isTaught ? absence(of: school) : missing(stage), number > 0 {
        problems.report(
          "'\(text.name)' is \(text.text), but \(reason)",
          at: text.location,
        )
      }
      if isTaught { pupils[grade] = number }
    }
    return pupils
  }

  private func missing(_ stage: Int) -> String {
    "the school does not teach '\(dimensions[.stage].codes[stage])', the stage of this grade. "
      + "Add the stage, or leave the field empty."
  }

  /// Why a school has no pupils at the opening.
  private func absence(of school: SchoolRow) -> String? {
    if let opened = school.opened, opened >= calendar.firstYear {
      return "the school opens in \(opened), after the opening in \(calendar.openingMonth). "
        + "Leave the field empty."
    }
    if let closed = school.closed, closed < calendar.firstYear {
      return "the school closed in \(closed), before the opening in \(calendar.openingMonth). "
        + "Leave the field empty."
    }
    return nil
  }
}

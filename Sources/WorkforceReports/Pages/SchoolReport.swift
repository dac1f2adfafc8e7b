// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The schools of the opening as a table that a scenario can read back as its list of schools.
package struct SchoolReport {
  private let dimensions: Dimensions
  private let state: SchoolState
  private let language: Language

  /// Creates the report of a simulation's schools at central parameters; `nil` if it has none.
  ///
  /// - Parameters:
  ///   - simulation: The simulation.
  ///   - language: The language of the header, of yes and no, and of members.
  package init?(_ simulation: Simulation, language: Language) {
    guard let state = simulation.openingSchools else { return nil }
    self.dimensions = simulation.scenario.dimensions
    self.state = state
    self.language = language
  }

  /// The number of schools.
  package var count: Int { state.network.schools.count }

  /// Writes the table, a row a school, by region and code.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - byteOrderMark: Whether the file begins with a byte-order mark.
  /// - Throws: `OutputError` if the bytes cannot be written.
  package func write(to sink: ByteSink, byteOrderMark: Bool) throws(OutputError) {
    let grades = dimensions.stageOfGrade.indices
    let writer = try CSVWriter(
      sink,
      columns: Phrase.schoolListColumns.map { $0.text(in: language) }
        + grades.map { name(.grade, $0) },
      byteOrderMark: byteOrderMark,
    )
    for number in 0..<count {
      let school = state.network.schools[number]
      writer.text(school.code)
      writer.text(school.label.chinese)
      writer.text(school.label.english)
      writer.text(name(.region, school.region))
      writer.text(name(.location, school.location))
      writer.text(school.stages.map { name(.stage, $0) }.joined(separator: ";"))
      writer.text(answer(school.isKeySchool))
      writer.text(answer(school.isProtected))
      writer.integer(school.opened)
      writer.integer(school.closed)
      writer.text(school.receiver ?? "")
      writer.text(school.places.exactText)
      for grade in grades {
        writer.text(pupils(of: number, grade: grade).map(\.exactText) ?? "")
      }
      try writer.endRow()
    }
  }

  private func name(_ axis: Axis, _ position: Int) -> String {
    dimensions[axis].writtenName(position, in: language)
  }

  private func answer(_ value: Bool) -> String {
    (value ? Phrase.yes : Phrase.no).text(in: language)
  }

  /// The pupils of a grade; none for a school that does not teach it or does not teach yet.
  private func pupils(of number: Int, grade: Int) -> Double? {
    let stage = dimensions.stageOfGrade[grade]
    let network = state.network
    guard state.isOpen[number], let unit = network.unit(school: number, stage: stage),
      let position = network.gradesOfStage[stage].firstIndex(of: grade)
    else { return nil }
    return state.pupils[network.firstGrade[unit] + position]
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The opening population as a table that a scenario can read back as a roster.
package struct PopulationReport {
  private let simulation: Simulation
  private let language: Language

  /// Creates the report of a simulation's opening population.
  ///
  /// - Parameters:
  ///   - simulation: The simulation.
  ///   - language: The language of the header, of yes and no, and of members.
  package init(_ simulation: Simulation, language: Language) {
    self.simulation = simulation
    self.language = language
  }

  /// Writes the table, a row a teacher, in the order of their identities.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - byteOrderMark: Whether the file begins with a byte-order mark.
  /// - Throws: `OutputError` if the bytes cannot be written.
  package func write(to sink: ByteSink, byteOrderMark: Bool) throws(OutputError) {
    let dimensions = simulation.scenario.dimensions
    let network = simulation.network
    // Where no grades of posts are declared, they are the titles.
    let hasGrades = dimensions[.postGrade].codes != dimensions[.title].codes
    let writer = try CSVWriter(
      sink,
      columns: Phrase.rosterColumns(hasGrades: hasGrades, hasSchools: network != nil)
        .map { $0.text(in: language) },
      byteOrderMark: byteOrderMark,
    )
    for row in 0..<simulation.opening.count {
      let teacher = simulation.opening[row]
      let cell = Int(teacher.cell)
      let field = dimensions.field(ofCell: cell)
      writer.integer(Int(teacher.id))
      writer.text(name(.region, dimensions.region(ofCell: cell)))
      writer.text(name(.stage, field.stage))
      writer.text(name(.subject, field.subject))
      writer.text(name(.sex, Int(teacher.sex)))
      month(teacher.birth, to: writer)
      writer.text(name(.degree, Int(teacher.degree)))
      writer.text(name(.title, Int(teacher.title)))
      month(teacher.titleStart, to: writer)
      writer.text(name(.contract, Int(teacher.contract)))
      month(teacher.contractEnd, to: writer)
      month(teacher.serviceStart, to: writer)
      month(teacher.schoolStart, to: writer)
      month(teacher.obligationEnd, to: writer)
      if teacher.secondSubject == Teacher.noSubject {
        writer.empty()
      } else {
        writer.text(name(.subject, Int(teacher.secondSubject)))
      }
      writer.integer(teacher.salaryStep == 0 ? nil : Int(teacher.salaryStep))
      writer.number(Double(teacher.fullTimeShare), decimals: 4)
      writer.number(teacher.weight, decimals: 6)
      if hasGrades {
        writer.text(
          teacher.postGrade == Teacher.noGrade
            ? "" : name(.postGrade, Int(teacher.postGrade))
        )
      }
      if let network { placement(of: teacher, in: network, to: writer) }
      try writer.endRow()
    }
  }

  private func name(_ axis: Axis, _ position: Int) -> String {
    simulation.scenario.dimensions[axis].writtenName(position, in: language)
  }

  private func placement(
    of teacher: Teacher,
    in network: SchoolNetwork,
    to writer: CSVWriter,
  ) {
    let schools = network.schools
    let school = Int(teacher.school)
    writer.text(schools.indices.contains(school) ? schools[school].code : "")
    writer.text((teacher.isBackbone ? Phrase.yes : Phrase.no).text(in: language))
  }

  /// A month, or an empty field for "never" and "no end".
  private func month(_ month: CompactMonth, to writer: CSVWriter) {
    if month == .past || month == .future {
      writer.empty()
    } else {
      writer.text(month.month.description)
    }
  }
}

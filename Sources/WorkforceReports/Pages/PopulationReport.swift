// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The opening population as a table that a scenario can read back as a roster.
package struct PopulationReport {
  private let simulation: Simulation

  /// The columns, in order; those of a roster.
  private static let columns = [
    "id", "region", "stage", "subject", "sex", "birth", "degree", "title", "title_start",
    "contract", "contract_end", "service_start", "school_start", "obligation_end", "second_subject",
    "salary_step", "full_time_share", "persons",
  ]
  /// The column of a roster that follows where grades of posts are declared.
  private static let columnOfGrades = "post_grade"
  /// The columns of a roster that follow where schools are modelled.
  private static let columnsOfSchools = ["school", "backbone"]

  /// Creates the report of a simulation's opening population.
  ///
  /// - Parameter simulation: The simulation.
  package init(_ simulation: Simulation) {
    self.simulation = simulation
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
      columns: Self.columns + (hasGrades ? [Self.columnOfGrades] : [])
        + (network == nil ? [] : Self.columnsOfSchools),
      byteOrderMark: byteOrderMark,
    )
    for row in 0..<simulation.opening.count {
      let teacher = simulation.opening[row]
      let cell = Int(teacher.cell)
      let field = dimensions.field(ofCell: cell)
      writer.integer(Int(teacher.id))
      writer.text(dimensions[.region].codes[dimensions.region(ofCell: cell)])
      writer.text(dimensions[.stage].codes[field.stage])
      writer.text(dimensions[.subject].codes[field.subject])
      writer.text(dimensions[.sex].codes[Int(teacher.sex)])
      month(teacher.birth, to: writer)
      writer.text(dimensions[.degree].codes[Int(teacher.degree)])
      writer.text(dimensions[.title].codes[Int(teacher.title)])
      month(teacher.titleStart, to: writer)
      writer.text(dimensions[.contract].codes[Int(teacher.contract)])
      month(teacher.contractEnd, to: writer)
      month(teacher.serviceStart, to: writer)
      month(teacher.schoolStart, to: writer)
      month(teacher.obligationEnd, to: writer)
      if teacher.secondSubject == Teacher.noSubject {
        writer.empty()
      } else {
        writer.text(dimensions[.subject].codes[Int(teacher.secondSubject)])
      }
      writer.integer(teacher.salaryStep == 0 ? nil : Int(teacher.salaryStep))
      writer.number(Double(teacher.fullTimeShare), decimals: 4)
      writer.number(teacher.weight, decimals: 6)
      if hasGrades {
        writer.text(
          teacher.postGrade == Teacher.noGrade
            ? "" : dimensions[.postGrade].codes[Int(teacher.postGrade)]
        )
      }
      if let network { placement(of: teacher, in: network, to: writer) }
      try writer.endRow()
    }
  }

  private func placement(
    of teacher: Teacher,
    in network: SchoolNetwork,
    to writer: CSVWriter,
  ) {
    let schools = network.schools
    let school = Int(teacher.school)
    writer.text(schools.indices.contains(school) ? schools[school].code : "")
    writer.text(teacher.isBackbone ? "yes" : "no")
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

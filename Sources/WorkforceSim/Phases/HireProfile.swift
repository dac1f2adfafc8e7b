// SPDX-License-Identifier: GPL-3.0-or-later

/// Who a channel brings: sex, age, degree, title and second subject of its hires.
package struct HireProfile {
  private let sex: HireAttribute
  private let age: HireAttribute
  private let degree: HireAttribute
  private let title: HireAttribute
  private let secondSubjects: SecondSubjects?
  private let obligationMonths: Int
  private let contract: Int
  private let contractEnd: CompactMonth
  private let channel: Int
  private let year: SimulatedYear
  private let monthDraws: DecisionStream
  private let secondSubjectDraws: DecisionStream

  /// Reads the profile of a channel in a year.
  ///
  /// - Parameters:
  ///   - rule: The channel's rule.
  ///   - parameters: The channel's parameters.
  ///   - channel: The channel's position.
  ///   - secondSubjects: The second subjects of all hires; `nil` if hires have none.
  ///   - contracts: The rules of contracts; `nil` if contracts have no term.
  ///   - year: The year.
  package init(
    _ rule: ChannelRule,
    _ parameters: ChannelParameters,
    channel: Int,
    secondSubjects: SecondSubjects?,
    contracts: ContractRules?,
    in year: SimulatedYear,
  ) {
    func shares(_ reference: ParameterReference?, along axis: Axis) -> ShareTable {
      if let reference { return ShareTable(year.values(reference), along: axis) }
      // Without a profile all hires are the first member: the lowest title, the first degree.
      let first = (0..<year.dimensions.count(axis)).map { $0 == 0 ? 1.0 : 0 }
      let values = ParameterValues(axes: [axis], shape: [first.count], values: first)
      return ShareTable(values, along: axis)
    }
    self.sex = HireAttribute(shares(parameters.sex, along: .sex), .hireSex, in: year)
    self.age = HireAttribute(shares(parameters.age, along: .age), by: .sex, .hireAge, in: year)
    self.degree = HireAttribute(
      shares(parameters.degree, along: .degree),
      by: .sex,
      .hireDegree,
      in: year,
    )
    self.title = HireAttribute(
      shares(parameters.title, along: .title),
      by: .degree,
      .hireTitle,
      in: year,
    )
    self.secondSubjects = secondSubjects
    self.obligationMonths =
      parameters.obligationYears.map { Int((year.number($0) * 12).rounded()) } ?? 0
    self.contract = rule.contract
    self.contractEnd = contracts?.end(of: rule.contract, in: year) ?? .future
    self.channel = channel
    self.year = year
    self.monthDraws = year.stream(.hireMonth)
    self.secondSubjectDraws = year.stream(.hireSecondSubject)
  }

  /// Draws the attributes of hires.
  ///
  /// - Parameter hires: The hires of cells.
  /// - Returns: The hires as teachers, in the same order.
  package func teachers(of hires: [Hires]) -> HiredTeachers {
    var teachers = HiredTeachers(
      hires,
      common: teacher(id: 0, cell: 0, birth: year.countMonth, sex: 0, degree: 0, title: 0),
    )
    let drawn = draw(hires, words: words(teachers.id))
    teachers.birth = drawn.map { $0.birth }
    teachers.sex = drawn.map { $0.sex }
    teachers.degree = drawn.map { $0.degree }
    teachers.title = drawn.map { $0.title }
    if let secondSubjects {
      let words = secondSubjectDraws.words(teachers.id)
      teachers.secondSubject = zip(teachers.cell, words).map { cell, word in
        let field = year.dimensions.field(ofCell: Int(cell))
        return secondSubjects.pick(DecisionStream.uniform(of: word), of: field)
      }
    }
    return teachers
  }

  private func words(_ ids: [UInt64]) -> HireWords {
    HireWords(
      sex: sex.words(ids),
      age: age.words(ids),
      degree: degree.words(ids),
      title: title.words(ids),
      month: monthDraws.words(ids),
    )
  }

  private func draw(_ hires: [Hires], words: HireWords) -> [DrawnHire] {
    var drawn: [DrawnHire] = []
    drawn.reserveCapacity(words.month.count)
    for hires in hires {
      for _ in hires.ids { drawn.append(draw(drawn.count, of: hires, words)) }
    }
    return drawn
  }

  @inline(__always)
  private func draw(_ hire: Int, of hires: Hires, _ words: HireWords) -> DrawnHire {
    let cell = hires.cell
    let sex = hires.sex ?? sex.pick(words.sex, hire, cell: cell)
    let age = age.pick(words.age, hire, cell: cell, sex)
    let degree = degree.pick(words.degree, hire, cell: cell, sex)
    let title = title.pick(words.title, hire, cell: cell, degree)
    let month = Int(DecisionStream.uniform(of: words.month[hire]) * 12)
    return DrawnHire(
      birth: CompactMonth(year.countMonth + -(age * 12 + month)),
      sex: UInt8(sex),
      degree: UInt8(degree),
      title: UInt8(title),
    )
  }

  private func teacher(
    id: UInt64,
    cell: Int,
    birth: Month,
    sex: Int,
    degree: Int,
    title: Int,
  ) -> Teacher {
    var teacher = Teacher(
      id: id,
      cell: UInt32(cell),
      birth: CompactMonth(birth),
      serviceStart: CompactMonth(year.countMonth),
    )
    teacher.sex = UInt8(sex)
    teacher.degree = UInt8(degree)
    teacher.title = UInt8(title)
    teacher.contract = UInt8(contract)
    teacher.contractEnd = contractEnd
    teacher.channel = UInt8(channel)
    if obligationMonths > 0 {
      teacher.obligationEnd = CompactMonth(year.countMonth + obligationMonths)
    }
    return teacher
  }

  /// The hires of a cell in expected values: one row for each combination that occurs.
  ///
  /// Ages are taken at the middle of the year of age: half a year after the birthday.
  ///
  /// - Parameters:
  ///   - cell: The cell that the hires enter.
  ///   - weight: The number of hires.
  ///   - fixed: The sex if the intake fixes it.
  ///   - firstOrdinal: The ordinal of the first row.
  /// - Returns: The rows; their weights add up to the number of hires.
  package func expectedHires(
    into cell: Int,
    weight: Double,
    sex fixed: Int?,
    firstOrdinal: Int,
  ) -> [Teacher] {
    let field = year.dimensions.field(ofCell: cell)
    let stage: ParameterValues.Place = (.stage, field.stage)
    let seconds = secondSubjects?.shares(of: field) ?? [(Teacher.noSubject, 1)]
    var rows: [Teacher] = []
    let sexes =
      fixed.map { [(member: $0, share: 1.0)] }
      ?? sex.table.shares(stage, (.subject, field.subject))
    for (sex, sexShare) in sexes {
      for (age, ageShare) in age.table.shares(stage, (.sex, sex)) {
        for (degree, degreeShare) in degree.table.shares(stage, (.sex, sex)) {
          for (title, titleShare) in title.table.shares(stage, (.degree, degree)) {
            var row = teacher(
              id: 0,
              cell: cell,
              birth: year.countMonth + -(age * 12 + 6),
              sex: sex,
              degree: degree,
              title: title,
            )
            for (second, share) in seconds {
              row.id = TeacherIdentity.hire(
                year: year.year,
                channel: channel,
                cell: cell,
                ordinal: firstOrdinal + rows.count,
              )
              row.secondSubject = second
              row.weight = weight * sexShare * ageShare * degreeShare * titleShare * share
              rows.append(row)
            }
          }
        }
      }
    }
    return rows
  }
}

/// The random words of hires, attribute by attribute; none where there is nothing to choose.
private struct HireWords {
  let sex: [UInt32]
  let age: [UInt32]
  let degree: [UInt32]
  let title: [UInt32]
  let month: [UInt32]
}

/// What a hire is drawn.
private struct DrawnHire {
  let birth: CompactMonth
  let sex: UInt8
  let degree: UInt8
  let title: UInt8
}

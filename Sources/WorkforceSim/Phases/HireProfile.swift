// SPDX-License-Identifier: GPL-3.0-or-later

/// A person whom a channel hires, before any attribute is drawn.
package struct Hire {
  /// The identity that keys all draws.
  let id: UInt64
  /// The cell that the hire enters.
  let cell: Int
  /// The sex if the intake fixes it.
  let sex: Int?
}

/// Who a channel brings: sex, age, degree, title and second subject of its hires.
package struct HireProfile {
  private let sex: ShareTable
  private let age: ShareTable
  private let degree: ShareTable
  private let title: ShareTable
  private let secondSubjects: SecondSubjects?
  private let obligationMonths: Int
  private let contract: Int
  private let contractEnd: CompactMonth
  private let channel: Int
  private let year: SimulatedYear
  private let sexDraws: DecisionStream
  private let ageDraws: DecisionStream
  private let degreeDraws: DecisionStream
  private let titleDraws: DecisionStream
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
    self.sex = shares(parameters.sex, along: .sex)
    self.age = shares(parameters.age, along: .age)
    self.degree = shares(parameters.degree, along: .degree)
    self.title = shares(parameters.title, along: .title)
    self.secondSubjects = secondSubjects
    self.obligationMonths =
      parameters.obligationYears.map { Int((year.number($0) * 12).rounded()) } ?? 0
    self.contract = rule.contract
    self.contractEnd = contracts?.end(of: rule.contract, in: year) ?? .future
    self.channel = channel
    self.year = year
    self.sexDraws = year.stream(.hireSex)
    self.ageDraws = year.stream(.hireAge)
    self.degreeDraws = year.stream(.hireDegree)
    self.titleDraws = year.stream(.hireTitle)
    self.monthDraws = year.stream(.hireMonth)
    self.secondSubjectDraws = year.stream(.hireSecondSubject)
  }

  /// Draws the attributes of hires.
  ///
  /// - Parameter hires: The hires.
  /// - Returns: The hires as teachers, in the same order.
  package func teachers(of hires: [Hire]) -> [Teacher] {
    let ids = hires.map { $0.id }
    func words(_ stream: DecisionStream) -> [UInt32] {
      var words = [UInt32](repeating: 0, count: ids.count)
      stream.fill(ids: ids.span, into: &words)
      return words
    }
    let draws = HireDraws(
      sex: words(sexDraws),
      age: words(ageDraws),
      degree: words(degreeDraws),
      title: words(titleDraws),
      month: words(monthDraws),
      secondSubject: secondSubjects == nil ? [] : words(secondSubjectDraws),
    )
    return hires.indices.map { teacher(hires[$0], $0, draws) }
  }

  private func teacher(_ hire: Hire, _ position: Int, _ draws: HireDraws) -> Teacher {
    func uniform(_ words: [UInt32]) -> Double { DecisionStream.uniform(of: words[position]) }
    let field = year.dimensions.field(ofCell: hire.cell)
    let stage: ParameterValues.Place = (.stage, field.stage)
    let sex = hire.sex ?? sex.pick(uniform(draws.sex), stage, (.subject, field.subject))
    let age = age.pick(uniform(draws.age), stage, (.sex, sex))
    let degree = degree.pick(uniform(draws.degree), stage, (.sex, sex))
    let month = Int(uniform(draws.month) * 12)
    var teacher = teacher(
      id: hire.id,
      cell: hire.cell,
      birth: year.countMonth + -(age * 12 + month),
      sex: sex,
      degree: degree,
      title: title.pick(uniform(draws.title), stage, (.degree, degree)),
    )
    if let secondSubjects {
      teacher.secondSubject = secondSubjects.pick(uniform(draws.secondSubject), of: field)
    }
    return teacher
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
      fixed.map { [(member: $0, share: 1.0)] } ?? sex.shares(stage, (.subject, field.subject))
    for (sex, sexShare) in sexes {
      for (age, ageShare) in age.shares(stage, (.sex, sex)) {
        for (degree, degreeShare) in degree.shares(stage, (.sex, sex)) {
          for (title, titleShare) in title.shares(stage, (.degree, degree)) {
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

/// The random words of hires, attribute by attribute.
private struct HireDraws {
  let sex: [UInt32]
  let age: [UInt32]
  let degree: [UInt32]
  let title: [UInt32]
  let month: [UInt32]
  /// Empty where hires have no second subject.
  let secondSubject: [UInt32]
}

// SPDX-License-Identifier: GPL-3.0-or-later

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
  ///   - secondSubject: The shares of second subjects among all hires; `nil` if hires have none.
  ///   - contracts: The rules of contracts; `nil` if contracts have no term.
  ///   - year: The year.
  package init(
    _ rule: ChannelRule,
    _ parameters: ChannelParameters,
    channel: Int,
    secondSubject: ParameterReference?,
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
    self.secondSubjects = secondSubject.map {
      SecondSubjects(year.values($0), dimensions: year.dimensions)
    }
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

  /// Draws the attributes of one hire.
  ///
  /// - Parameters:
  ///   - cell: The cell that the hire enters.
  ///   - id: The hire's identity.
  ///   - fixed: The sex if the intake fixes it.
  /// - Returns: The hire.
  package func hire(into cell: Int, id: UInt64, sex fixed: Int?) -> Teacher {
    let field = year.dimensions.field(ofCell: cell)
    let stage: ParameterValues.Place = (.stage, field.stage)
    let sex = fixed ?? self.sex.pick(sexDraws.uniform(for: id), stage, (.subject, field.subject))
    let age = age.pick(ageDraws.uniform(for: id), stage, (.sex, sex))
    let degree = degree.pick(degreeDraws.uniform(for: id), stage, (.sex, sex))
    let title = title.pick(titleDraws.uniform(for: id), stage, (.degree, degree))
    let month = Int(monthDraws.uniform(for: id) * 12)
    var teacher = teacher(
      id: id,
      cell: cell,
      birth: year.countMonth + -(age * 12 + month),
      sex: sex,
      degree: degree,
      title: title,
    )
    if let secondSubjects {
      teacher.secondSubject = secondSubjects.pick(secondSubjectDraws.uniform(for: id), of: field)
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

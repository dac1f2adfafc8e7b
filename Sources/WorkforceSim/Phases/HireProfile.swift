// SPDX-License-Identifier: GPL-3.0-or-later

/// Who a channel brings: sex, age, degree, title and second subject of its hires.
package struct HireProfile {
  private let shares: HireShares
  private let secondSubjects: SecondSubjects?
  private let obligationMonths: Int
  private let contract: Int
  private let contractEnd: CompactMonth
  private let channel: Int
  private let year: SimulatedYear

  /// Reads the profile of a channel in a year.
  ///
  /// - Parameters:
  ///   - rule: The channel's rule.
  ///   - parameters: The channel's parameters.
  ///   - channel: The channel's position.
  ///   - secondSubjects: The second subjects of all hires; `nil` if hires have none.
  ///   - contracts: The rules of contracts; `nil` if contracts have no term.
  ///   - year: The year.
  ///   - workedOut: The shares of earlier years.
  init(
    _ rule: ChannelRule,
    _ parameters: ChannelParameters,
    channel: Int,
    secondSubjects: SecondSubjects?,
    contracts: ContractRules?,
    in year: SimulatedYear,
    reusing workedOut: inout HireShares.OfYears,
  ) {
    let given = [parameters.sex, parameters.age, parameters.degree, parameters.title]
    self.shares = workedOut.result(of: given.map { $0.map { year.values($0) } }) {
      HireShares($0, dimensions: year.dimensions)
    }
    self.secondSubjects = secondSubjects
    self.obligationMonths =
      parameters.obligationYears.map { Int((year.number($0) * 12).rounded()) } ?? 0
    self.contract = rule.contract
    self.contractEnd = contracts?.end(of: rule.contract, in: year) ?? .future
    self.channel = channel
    self.year = year
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
    teachers.sex = shares.sex.members(of: teachers, year.stream(.hireSex))
    Self.fixSexes(of: hires, in: &teachers.sex)
    let ages = shares.age.members(of: teachers, by: teachers.sex, year.stream(.hireAge))
    teachers.birth = births(ages, months: year.stream(.hireMonth).words(teachers.id))
    teachers.degree = shares.degree.members(
      of: teachers,
      by: teachers.sex,
      year.stream(.hireDegree),
    )
    teachers.title = shares.title.members(
      of: teachers,
      by: teachers.degree,
      year.stream(.hireTitle),
    )
    if let secondSubjects {
      let words = year.stream(.hireSecondSubject).words(teachers.id)
      teachers.secondSubject = zip(teachers.cell, words).map { cell, word in
        let field = year.dimensions.field(ofCell: Int(cell))
        return secondSubjects.pick(DecisionStream.uniform(of: word), of: field)
      }
    }
    return teachers
  }

  /// Gives hires the sex that their intake fixes, where it does.
  private static func fixSexes(of hires: [Hires], in sexes: inout [UInt8]) {
    var first = 0
    for hires in hires {
      let next = first + hires.ids.count
      if let sex = hires.sex {
        for hire in first..<next { sexes[hire] = sex }
      }
      first = next
    }
  }

  /// The months of birth of hires, all months of a year alike.
  private func births(_ ages: [UInt8], months words: [UInt32]) -> [CompactMonth] {
    var births = [CompactMonth](repeating: .past, count: ages.count)
    let hires = ages.indices
    let ages = ages.span.extracting(hires)
    let words = words.span.extracting(hires)
    let now = Int32(clamping: year.clock.now)
    var places = births.mutableSpan
    for hire in hires {
      // The whole part of (word + 1/2) × 2^-32 × 12, in whole numbers.
      let month = (UInt64(words[hire]) &* 24 &+ 12) >> 33
      let age = Int32(ages[hire]) &* 12 &+ Int32(truncatingIfNeeded: month)
      places[hire] = CompactMonth(months: Int16(clamping: now &- age))
    }
    return births
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
      ?? shares.sex.table.shares(stage, (.subject, field.subject))
    for (sex, sexShare) in sexes {
      for (age, ageShare) in shares.age.table.shares(stage, (.sex, sex)) {
        for (degree, degreeShare) in shares.degree.table.shares(stage, (.sex, sex)) {
          for (title, titleShare) in shares.title.table.shares(stage, (.degree, degree)) {
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

// SPDX-License-Identifier: GPL-3.0-or-later

/// Who a channel brings: sex, age, degree and title of its hires.
package struct HireProfile {
  private let sex: ParameterValues
  private let age: ParameterValues
  private let degree: ParameterValues
  private let title: ParameterValues
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
  ///   - contracts: The rules of contracts; `nil` if contracts have no term.
  ///   - year: The year.
  package init(
    _ rule: ChannelRule,
    _ parameters: ChannelParameters,
    channel: Int,
    contracts: ContractRules?,
    in year: SimulatedYear,
  ) {
    func shares(_ reference: ParameterReference?, along axis: Axis) -> ParameterValues {
      if let reference { return year.values(reference) }
      let count = year.dimensions.count(axis)
      // Without a profile all hires are the first member: the lowest title, the first degree.
      return ParameterValues(
        axes: [axis],
        shape: [count],
        values: (0..<count).map { $0 == 0 ? 1 : 0 },
      )
    }
    self.sex = shares(parameters.sex, along: .sex)
    self.age = shares(parameters.age, along: .age)
    self.degree = shares(parameters.degree, along: .degree)
    self.title = shares(parameters.title, along: .title)
    self.obligationMonths =
      parameters.obligationYears.map { Int((year.number($0) * 12).rounded()) } ?? 0
    self.contract = rule.contract
    self.contractEnd = contracts?.end(of: rule.contract, in: year) ?? .future
    self.channel = channel
    self.year = year
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
    func pick(
      _ values: ParameterValues,
      _ axis: Axis,
      _ decision: Decision,
      _ place: (axis: Axis, member: Int)...,
    ) -> Int {
      values.pick(axis, at: place, uniform: year.stream(decision).uniform(for: id))
    }
    let sex =
      fixed
      ?? pick(
        self.sex,
        .sex,
        .hireSex,
        (.stage, field.stage),
        (.subject, field.subject),
      )
    let age = pick(self.age, .age, .hireAge, (.stage, field.stage), (.sex, sex))
    let degree = pick(self.degree, .degree, .hireDegree, (.stage, field.stage))
    let title = pick(self.title, .title, .hireTitle, (.degree, degree))
    let month = Int(year.stream(.hireMonth).uniform(for: id) * 12)
    return teacher(
      id: id,
      cell: cell,
      birth: year.countMonth + -(age * 12 + month),
      sex: sex,
      degree: degree,
      title: title,
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
    var rows: [Teacher] = []
    let sexes =
      fixed.map { [($0, 1.0)] }
      ?? sex.shares(.sex, at: [(.stage, field.stage), (.subject, field.subject)])
    for (sex, sexShare) in sexes {
      for (age, ageShare) in age.shares(.age, at: [(.stage, field.stage), (.sex, sex)]) {
        for (degree, degreeShare) in degree.shares(.degree, at: [(.stage, field.stage)]) {
          for (title, titleShare) in title.shares(.title, at: [(.degree, degree)]) {
            var row = teacher(
              id: TeacherIdentity.hire(
                year: year.year,
                channel: channel,
                cell: cell,
                ordinal: firstOrdinal + rows.count,
              ),
              cell: cell,
              birth: year.countMonth + -(age * 12 + 6),
              sex: sex,
              degree: degree,
              title: title,
            )
            row.weight = weight * sexShare * ageShare * degreeShare * titleShare
            rows.append(row)
          }
        }
      }
    }
    return rows
  }
}

extension ParameterValues {
  /// The members of an axis with a share above zero, scaled to add up to one.
  func shares(_ axis: Axis, at place: [(axis: Axis, member: Int)]) -> [(Int, Double)] {
    let count = axes.firstIndex(of: axis).map { shape[$0] } ?? 1
    let all = (0..<count).map { ($0, value(at: place + [(axis, $0)])) }
    let total = all.reduce(0) { $0 + $1.1 }
    return all.filter { $0.1 > 0 }.map { ($0.0, $0.1 / total) }
  }

  /// The member of an axis that a uniform draw picks by the shares along it.
  func pick(_ axis: Axis, at place: [(axis: Axis, member: Int)], uniform: Double) -> Int {
    let count = axes.firstIndex(of: axis).map { shape[$0] } ?? 1
    let step = stride(of: axis)
    var start = 0
    for (other, member) in place { start += stride(of: other) * member }
    var total = 0.0
    for member in 0..<count { total += values[start + member * step] }
    var cumulative = 0.0
    var last = 0
    for member in 0..<count {
      let share = values[start + member * step]
      guard share > 0 else { continue }
      cumulative += share
      last = member
      if uniform * total < cumulative { return member }
    }
    return last
  }
}

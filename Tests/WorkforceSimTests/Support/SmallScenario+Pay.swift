// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

extension SmallScenario {
  /// Declares an item of pay with its amount, or its rate if it is reckoned from other items.
  mutating func addItem(
    _ code: String,
    of bases: [String] = [],
    who conditions: [PayCondition] = [],
    months: [Int] = [],
    timing: PayTiming = .monthly,
    kind: PayKind = .pay,
    reckonedAs: PaySituation? = nil,
    by axes: [Axis] = [],
    _ values: Double...,
  ) {
    let known = pay?.items.isEmpty ?? true ? [] : dimensions[.item].codes
    declare(Dimension(.item, (known + [code]).map { Member($0) }))
    let eachTitle = Array(0..<dimensions.count(.title))
    var settings = pay ?? PaySettings(currency: "CNY", items: [], titleOfGrade: eachTitle)
    settings.items.append(
      PayItem(
        base: bases.compactMap { known.firstIndex(of: $0) },
        conditions: conditions,
        months: months,
        timing: timing,
        kind: kind,
        reckonedAs: reckonedAs,
      )
    )
    pay = settings
    let name = "pay.\(code).\(bases.isEmpty ? "amount" : "rate")"
    set(name, by: axes, dated: [(Month(year: 1900, month: 1), values)])
  }

  /// Declares a role that so many teachers hold for each class or school.
  mutating func addRole(
    _ code: String,
    per basis: RoleBasis,
    who conditions: [PayCondition] = [],
    number: Double,
  ) {
    let known = pay?.roles.isEmpty ?? true ? [] : dimensions[.role].codes
    declare(Dimension(.role, (known + [code]).map { Member($0) }))
    pay?.roles.append(RoleRule(basis: basis, conditions: conditions))
    set("pay.role.\(code).number", number)
  }

  /// Declares a dimension, or declares it anew.
  mutating func declare(_ dimension: Dimension) {
    dimensions = dimensions.with(dimension)
  }

  /// Declares an axis with the given members.
  mutating func declare(_ axis: Axis, _ codes: String...) {
    declare(Dimension(axis, codes.map { Member($0) }))
  }

  /// Runs one replication and keeps everybody's payslips.
  func paid() throws -> Runs {
    try Runs(Simulation(scenario()), replications: 1, payslips: .everybody)
  }
}

extension SchoolScenario {
  /// Runs one replication and keeps everybody's payslips.
  func paid() throws -> Runs {
    try Runs(Simulation(scenario()), replications: 1, payslips: .everybody)
  }
}

extension Dimensions {
  /// The dimensions with one of them in another's place.
  func with(_ new: Dimension) -> Dimensions {
    let hasGrades = self[.postGrade].codes != self[.title].codes
    let others = Axis.allCases.filter { $0 != new.axis && ($0 != .postGrade || hasGrades) }
    return Dimensions(
      others.map { self[$0] } + [new],
      subjectsOfStage: [.stage, .subject].contains(new.axis)
        ? nil
        : (0..<stageCount).map { stage in
          fields.filter { $0.stage == stage }.map(\.subject)
        },
      stageOfGrade: stageOfGrade.count == count(.grade) ? stageOfGrade : [],
      contractIsEstablished: contractIsEstablished.count == count(.contract)
        ? contractIsEstablished : [],
    )
  }
}

extension Runs {
  /// What a table of costs says of a fiscal year, in hundredths.
  func cost(_ members: [String: String] = [:], in year: Int, replication: Int = 0) -> Int {
    Int((values("cost", members, year)[replication] * 100).rounded())
  }

  /// What the payslips of a teacher say of a fiscal year, in hundredths.
  func pay(of teacher: UInt64, in year: Int, item: Int? = nil, replication: Int = 0) -> Int {
    payslips[replication].filter { $0.teacher == teacher && $0.fiscalYear == year }
      .reduce(0) { sum, slip in sum + (item.map { slip.items[$0] } ?? slip.total) }
  }

  /// The payslip of a teacher for a month.
  func payslip(of teacher: UInt64, _ year: Int, _ month: Int) -> Payslip? {
    payslips[0].first { $0.teacher == teacher && $0.month == Month(year: year, month: month) }
  }

  /// What a table of average pay says of a fiscal year.
  func average(_ measure: String, _ members: [String: String] = [:], in year: Int) -> Double {
    values("pay", members.merging(["measure": measure]) { $1 }, year)[0]
  }
}

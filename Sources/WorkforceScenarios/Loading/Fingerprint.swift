// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation
internal import WorkforceSim

/// A digest of everything that the results of a scenario depend on.
///
/// The seed, the number of replications, names, descriptions, sources, targets and thresholds are not
/// part of it, and neither is how the files are written. Numbers enter as their bits.
struct Fingerprint {
  private var hash = SHA256()
  /// Bytes that are not hashed yet: handing over each number by itself takes longer than hashing it.
  private var waiting: [UInt8] = []
  private static let mostWaiting = 1 << 12

  /// The SHA-256 digest of a scenario, in hexadecimal digits.
  ///
  /// - Parameters:
  ///   - scenario: The complete scenario.
  ///   - declared: The rules that members carry.
  /// - Returns: 64 digits; the first twelve name folders.
  static func of(_ scenario: Scenario, declared: DeclaredDimensions) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add("workforce scenario 1")
    fingerprint.add(scenario.calendar)
    fingerprint.add(scenario.method.rawValue)
    fingerprint.add(declared)
    fingerprint.add(scenario.rules)
    for parameter in scenario.parameters.parameters { fingerprint.add(parameter) }
    fingerprint.add(scenario.opening, isPaid: scenario.rules.pay != nil)
    return fingerprint.digest()
  }

  private mutating func digest() -> String {
    hash.update(data: waiting)
    waiting.removeAll()
    return hash.finalize().hexadecimalText
  }

  private mutating func add(bytes: some Sequence<UInt8>) {
    waiting.append(contentsOf: bytes)
    guard waiting.count >= Self.mostWaiting else { return }
    hash.update(data: waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Adds a text; its length comes first, so that neighbours cannot be confused.
  private mutating func add(_ text: String) {
    add(text.utf8.count)
    add(bytes: text.utf8)
  }

  private mutating func add(_ texts: [String]) {
    for text in texts { add(text) }
  }

  private mutating func add(_ number: Int) {
    unsafe withUnsafeBytes(of: Int64(number).littleEndian) { unsafe add(bytes: $0) }
  }

  private mutating func add(_ number: Double) {
    // Both zeros are the same number.
    add(Int(bitPattern: UInt(number == 0 ? 0 : number.bitPattern)))
  }

  private mutating func add(_ numbers: [Double]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  private mutating func add(_ numbers: [Int]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  private mutating func add(_ calendar: SchoolCalendar) {
    add([calendar.firstMonthOfYear, calendar.firstYear, calendar.lastYear])
  }

  /// Axes that came later are added only where they are declared, so that other digests stay.
  private static let laterAxes: Set<Axis> = [.payer, .item, .postGrade, .role]

  private mutating func add(_ declared: DeclaredDimensions) {
    let dimensions = declared.dimensions
    for axis in DeclaredDimensions.axes
    where !Self.laterAxes.contains(axis) || declared.declared.contains(axis) {
      add(axis.rawValue)
      add(dimensions.count(axis))
      for code in dimensions[axis].codes { add(code) }
    }
    add(dimensions.fields.flatMap { [$0.stage, $0.subject] })
    add(dimensions.stageOfGrade)
    add(dimensions.contractIsEstablished.map { $0 ? 1 : 0 })
    add(declared.entries.flatMap { [$0.grade, $0.age] })
    add(declared.nextContracts.map { $0 ?? -1 })
    for channel in declared.channels {
      add(channel.kind.rawValue)
      add([channel.contract, channel.isLimitedToVacancies ? 1 : 0])
    }
    for assignment in declared.assignments {
      add([assignment.category, assignment.mayLeaveAs ?? -1])
      add(assignment.sexes)
      add(assignment.titles)
      add(assignment.contracts)
    }
  }

  private mutating func add(_ rules: ScenarioRules) {
    add("enrolment \(rules.enrolment?.method.rawValue ?? "off")")
    add("need \(rules.need?.components.map(\.rawValue).joined(separator: " ") ?? "off")")
    add("posts \(rules.posts?.method.rawValue ?? "off")")
    add("titles \(rules.titles.map { "\($0.method.rawValue) \($0.base.rawValue)" } ?? "off")")
    add("recruitment \(rules.recruitment?.fill.rawValue ?? "off")")
    add(
      [
        rules.retirement != nil, rules.earlyRetirement != nil, rules.contracts != nil,
        rules.exits != nil, rules.leave != nil, rules.participation != nil,
      ].map { $0 ? 1 : 0 }
    )
    // Sections that came later are added only where they run, so that other digests stay.
    let later = [
      ("requalification", rules.requalification != nil), ("placement", rules.placement != nil),
      ("rotation", rules.rotation != nil), ("balance", rules.balance != nil),
    ]
    for (name, isOn) in later where isOn { add(name) }
    if let schools = rules.schools {
      add("schools \(schools.method.rawValue)")
      add(schools.listed.count)
      for school in schools.listed { add(school) }
    }
    if let pay = rules.pay { add(pay.settings) }
  }

  private mutating func add(_ pay: PaySettings) {
    add("pay \(pay.currency)")
    add(pay.firstMonthOfFiscalYear)
    for item in pay.items {
      add(item.base)
      add(item.conditions)
      add(item.months)
      add([item.timing.rawValue, item.kind.rawValue, item.reckonedAs?.rawValue ?? ""])
    }
    for role in pay.roles {
      add(role.basis.rawValue)
      add(role.conditions)
    }
    add(pay.titleOfGrade)
  }

  private mutating func add(_ conditions: [PayCondition]) {
    add(conditions.count)
    for condition in conditions {
      add(condition.axis.rawValue)
      add(condition.members)
    }
  }

  private mutating func add(_ school: School) {
    add(school.code)
    add([school.region, school.location])
    add(school.stages)
    add([
      school.isKeySchool ? 1 : 0, school.isProtected ? 1 : 0, school.opened ?? -1,
      school.closed ?? -1,
    ])
    add(school.receiver ?? "")
    add(school.places)
    add(school.openingPupils.count)
    for (grade, pupils) in school.openingPupils.sorted(by: { $0.key < $1.key }) {
      add(grade)
      add(pupils)
    }
  }

  private mutating func add(_ parameter: Parameter) {
    add(parameter.name)
    for axis in parameter.axes { add(axis.rawValue) }
    add(parameter.dated.count)
    for dated in parameter.dated {
      add(dated.from.index)
      for leaf in dated.leaves { add(leaf) }
    }
    add("\(parameter.afterLast)")
    if let uncertainty = parameter.uncertainty { add(.drawn(uncertainty)) }
    if let covariance = parameter.covariance { add(covariance) }
    for adjustment in parameter.adjustments {
      add(adjustment.from?.index ?? -1)
      add(adjustment.factor)
    }
  }

  private mutating func add(_ leaf: ParameterLeaf) {
    switch leaf {
    case .number(let value): add(value)
    case .drawn(let distribution): add("\(distribution)")
    }
  }

  private mutating func add(_ opening: OpeningSource, isPaid: Bool) {
    switch opening {
    case .synthesis:
      add("synthesis")
    case .roster(let roster):
      add("roster")
      add(roster.teachers.count)
      for row in 0..<roster.teachers.count {
        let teacher = roster.teachers[row]
        add(teacher)
        if teacher.isBackbone { add("backbone") }
        if isPaid { add([Int(teacher.salaryStep), Int(teacher.postGrade)]) }
        if !roster.schoolCodes.isEmpty { add(Int(teacher.school)) }
      }
      if !roster.schoolCodes.isEmpty {
        add(roster.schoolCodes.count)
        for code in roster.schoolCodes { add(code) }
      }
    }
  }

  private mutating func add(_ teacher: Teacher) {
    add(Int(teacher.id))
    let months = [
      teacher.birth, teacher.serviceStart, teacher.schoolStart, teacher.titleStart,
      teacher.obligationEnd, teacher.contractEnd,
    ]
    add(months.map { Int($0.months) })
    // A step that is not known counted as the first one before steps were read.
    let attributes = [
      teacher.sex, teacher.title, teacher.degree, teacher.contract, teacher.channel,
      teacher.secondSubject, max(1, teacher.salaryStep),
    ]
    add([Int(teacher.cell)] + attributes.map(Int.init))
    add(Double(teacher.fullTimeShare))
    add(teacher.weight)
  }
}

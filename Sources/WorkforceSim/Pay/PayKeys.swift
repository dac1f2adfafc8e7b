// SPDX-License-Identifier: GPL-3.0-or-later

/// The keys of a teacher in two blocks of items; zero where there is only one.
package typealias PayKey = SIMD2<Int>

/// Turns a teacher's attributes into the keys of `PayClasses`.
package final class PayKeys: Sendable {
  /// What teachers begin with by their cells.
  private let ofCell: [PayStart]
  private let ofSex: [PayKey]
  private let ofDegree: [PayKey]
  private let ofChannel: [PayKey]
  private let ofRole: [PayKey]
  /// The parts of all schools, and of those who have none.
  private let ofSchool: [PayKey]
  /// The parts of contracts and situations together, situation after situation for each contract.
  private let ofCareer: [PayKey]
  private let ofGrade: [PayKey]
  private let ofStep: [PayKey]
  /// The parts of lengths of time, by years.
  let ofAge: [PayKey]
  let ofExperience: [PayKey]
  let ofTenure: [PayKey]
  /// The parts of those who are free of an obligation and of those who are bound.
  let ofObligation: [PayKey]
  /// Whether grades or steps change the second key of a teacher.
  let careersChangeOthers: Bool
  private let usesExperience: Bool
  private let usesAge: Bool
  private let usesOtherTime: Bool
  private var usesTime: Bool { usesExperience || usesAge || usesOtherTime }

  /// Prepares the parts of keys.
  ///
  /// - Parameters:
  ///   - blocks: One or two blocks of items, in their order.
  ///   - dimensions: The scenario's dimensions.
  ///   - network: The schools; `nil` if they are not modelled.
  init(_ blocks: [PayBlock], _ dimensions: Dimensions, network: SchoolNetwork?) {
    func parts(of axis: Axis) -> [PayKey] {
      let ofBlocks = blocks.map { $0.classes.parts(of: axis) }
      return ofBlocks[0].indices.map { member in
        var key = PayKey()
        for block in blocks.indices { key[block] = ofBlocks[block][member] }
        return key
      }
    }
    let region = parts(of: .region)
    let stage = parts(of: .stage)
    let subject = parts(of: .subject)
    let location = parts(of: .location)
    let keySchool = parts(of: .keySchool)
    self.ofCell = (0..<dimensions.cellCount).map { cell in
      let field = dimensions.field(ofCell: cell)
      let ofPlace = region[dimensions.region(ofCell: cell)] &+ stage[field.stage]
      return PayStart(
        key: ofPlace &+ subject[field.subject],
        group: Int32(dimensions.group(ofCell: cell)),
      )
    }
    let ofSchools = network.map { network in
      (0..<network.count).map {
        location[network.locationOfSchool[$0]] &+ keySchool[network.isKeySchool[$0] ? 1 : 0]
      }
    }
    self.ofSchool = Self.ifUsed(
      (ofSchools ?? []) + [(location.last ?? .zero) &+ keySchool[0]]
    )
    self.ofSex = Self.ifUsed(parts(of: .sex))
    self.ofDegree = Self.ifUsed(parts(of: .degree))
    self.ofChannel = Self.ifUsed(Self.withAbsent(parts(of: .channel)))
    self.ofRole = Self.ifUsed(Self.withAbsent(parts(of: .role)))
    let situations = parts(of: .situation)
    self.ofCareer = Self.ifUsed(
      parts(of: .contract).flatMap { part in situations.map { part &+ $0 } }
    )
    self.ofGrade = parts(of: .postGrade)
    // Steps are counted from 1.
    self.ofStep = [parts(of: .step)[0]] + parts(of: .step)
    self.ofAge = parts(of: .age)
    self.ofExperience = parts(of: .experience)
    self.ofTenure = parts(of: .tenure)
    self.ofObligation = parts(of: .obligation)
    self.careersChangeOthers = (ofGrade + ofStep).contains { $0.y != 0 }
    self.usesExperience = parts(of: .experience).contains { $0 != .zero }
    self.usesAge = parts(of: .age).contains { $0 != .zero }
    self.usesOtherTime = [Axis.tenure, .obligation].contains {
      parts(of: $0).contains { $0 != .zero }
    }
  }

  /// The parts of all 256 codes of a column; those beyond the members are absent.
  private static func withAbsent(_ parts: [PayKey]) -> [PayKey] {
    (0..<256).map { $0 < parts.count ? parts[$0] : parts[parts.count - 1] }
  }

  /// The parts of an axis, or none if pay makes no difference along it.
  private static func ifUsed(_ parts: [PayKey]) -> [PayKey] {
    parts.contains { $0 != .zero } ? parts : []
  }

  /// The part of a school; that of nowhere for a number beyond the schools.
  @inline(__always)
  private func part(ofSchool school: UInt32) -> PayKey {
    ofSchool.isEmpty ? .zero : ofSchool[min(Int(school), ofSchool.count - 1)]
  }

  /// The part of a member; its column is read only if it makes a difference.
  @inline(__always)
  private func part(_ parts: [PayKey], _ member: @autoclosure () -> UInt8) -> PayKey {
    parts.isEmpty ? .zero : parts[Int(member())]
  }

  /// The group of a teacher.
  func group(of row: Int, in population: borrowing Population) -> Int {
    Int(ofCell[Int(population.cell[row])].group)
  }

  /// The part of the key that stays the same through a window.
  @inline(__always)
  func fixedPart(of row: Int, in population: borrowing Population) -> PayKey {
    ofCell[Int(population.cell[row])].key &+ part(ofSchool: population.school[row])
      &+ part(ofSex, population.sex[row]) &+ part(ofDegree, population.degree[row])
      &+ part(ofChannel, population.channel[row]) &+ part(ofRole, population.role[row])
  }

  /// Begins teachers with their groups and the parts of keys that hold at the start of a window, those
  /// of times, grades and steps excepted.
  ///
  /// - Parameters:
  ///   - teachers: Receives what is found, from its start.
  ///   - rows: The rows.
  ///   - population: The teachers.
  func begin(
    _ teachers: inout MutableSpan<PayStart>,
    of rows: Range<Int>,
    in population: borrowing Population,
  ) {
    let ofCell = ofCell
    let starts = ofCell.span
    let cells = population.cell.span.extracting(rows)
    for index in cells.indices { teachers[index] = starts[Int(cells[index])] }
    addSchools(population.school, rows, to: &teachers)
    addCareers(rows, of: population, to: &teachers)
    add(ofSex, population.sex, rows, to: &teachers)
    add(ofDegree, population.degree, rows, to: &teachers)
    add(ofChannel, population.channel, rows, to: &teachers)
    add(ofRole, population.role, rows, to: &teachers)
  }

  /// Adds the parts of schools, unless they make no difference.
  private func addSchools(
    _ schools: borrowing Column<UInt32>,
    _ rows: Range<Int>,
    to teachers: inout MutableSpan<PayStart>,
  ) {
    guard !ofSchool.isEmpty else { return }
    let ofSchool = ofSchool
    let parts = ofSchool.span
    for index in 0..<rows.count {
      let school = min(Int(schools[rows.lowerBound &+ index]), parts.count &- 1)
      teachers[index].key &+= parts[school]
    }
  }

  /// Adds the parts of contracts and situations, unless they make no difference.
  private func addCareers(
    _ rows: Range<Int>,
    of population: borrowing Population,
    to teachers: inout MutableSpan<PayStart>,
  ) {
    guard !ofCareer.isEmpty else { return }
    let ofCareer = ofCareer
    let parts = ofCareer.span
    let contracts = population.contract.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let standby = population.standbySince
    for index in contracts.indices {
      let since = standby[rows.lowerBound &+ index]
      let situation = PayYear.situation(status[index], standbySince: since)
      teachers[index].key &+= parts[Self.place(contract: contracts[index], situation)]
    }
  }

  /// Adds the parts of a column, unless pay makes no difference along it.
  @inline(__always)
  private func add<Codes: RandomAccessCollection<UInt8>>(
    _ parts: [PayKey],
    _ column: Codes,
    _ rows: Range<Int>,
    to teachers: inout MutableSpan<PayStart>,
  ) where Codes.Index == Int {
    guard !parts.isEmpty else { return }
    let parts = parts.span
    for index in 0..<rows.count {
      teachers[index].key &+= parts[Int(column[rows.lowerBound &+ index])]
    }
  }

  /// The part of the key that contract and situation make up.
  @inline(__always)
  func careerPart(contract: UInt8, situation: Int) -> PayKey {
    ofCareer.isEmpty ? .zero : ofCareer[Self.place(contract: contract, situation)]
  }

  /// The place of a contract and a situation among the parts of careers.
  @inline(__always)
  private static func place(contract: UInt8, _ situation: Int) -> Int {
    Int(contract) &* PaySituation.allCases.count &+ situation
  }

  /// The part of the key of a grade of posts.
  @inline(__always)
  func gradePart(_ grade: UInt8) -> PayKey { ofGrade[Int(grade)] }

  /// The part of the key of a salary step.
  @inline(__always)
  func stepPart(_ step: UInt8) -> PayKey { ofStep[Int(step)] }

  /// The part of the key that age and years of service make up in a month.
  @inline(__always)
  func timePart(of row: Int, in population: borrowing Population, at clock: TeacherClock) -> PayKey
  {
    guard usesTime else { return .zero }
    var part = PayKey.zero
    if usesExperience {
      let start = population.serviceStart[row]
      part &+= ofExperience[clock.years(since: start, limit: ofExperience.count - 1)]
    }
    if usesAge {
      part &+= ofAge[clock.years(since: population.birth[row], limit: ofAge.count - 1)]
    }
    guard usesOtherTime else { return part }
    let isBound = Int(population.obligationEnd[row].months) > clock.now
    return part
      &+ ofTenure[clock.years(since: population.schoolStart[row], limit: ofTenure.count - 1)]
      &+ ofObligation[isBound ? 1 : 0]
  }

  /// The key of a teacher in a month.
  func key(
    of row: Int,
    in population: borrowing Population,
    contract: UInt8,
    situation: Int,
    grade: UInt8,
    step: UInt8,
    at clock: TeacherClock,
  ) -> PayKey {
    fixedPart(of: row, in: population) &+ timePart(of: row, in: population, at: clock)
      &+ careerPart(contract: contract, situation: situation) &+ gradePart(grade) &+ stepPart(step)
  }

  /// Whether the part of age and years of service is the same in all months of a window.
  @inline(__always)
  func isTimeConstant(of row: Int, in population: borrowing Population, from start: Month) -> Bool {
    // Years only grow, so what is alike at both ends is alike between them.
    !usesTime
      || timePart(of: row, in: population, at: TeacherClock(start))
        == timePart(
          of: row,
          in: population,
          at: TeacherClock(start + (PayWindow.monthCount - 1)),
        )
  }
}

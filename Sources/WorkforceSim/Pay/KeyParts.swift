// SPDX-License-Identifier: GPL-3.0-or-later

/// What can be added up over the attributes of a teacher.
protocol KeyPart: Equatable, BitwiseCopyable, Sendable {
  static var zero: Self { get }
  /// The sum of this part and another one.
  func plus(_ other: Self) -> Self
}

extension Int: KeyPart {
  @inline(__always)
  func plus(_ other: Int) -> Int { self &+ other }
}

extension PayKey: KeyPart {
  @inline(__always)
  func plus(_ other: PayKey) -> PayKey { self &+ other }
}

/// What each attribute of a teacher adds to a sum.
///
/// The sum is the key of `PayClasses`, or the place where those with a key are counted. Grades and
/// steps are left to those who use it. Attributes that make no difference have no parts, and their
/// columns are not read.
final class KeyParts<Part: KeyPart>: Sendable {
  /// The parts of cells: of their region, stage, subject and group.
  let ofCell: [Part]
  private let ofSex: [Part]
  private let ofDegree: [Part]
  private let ofChannel: [Part]
  private let ofRole: [Part]
  /// The parts of all schools, and of those who have none.
  private let ofSchool: [Part]
  /// The parts of contracts and situations together, situation after situation for each contract.
  private let ofCareer: [Part]
  /// Whether contracts make a difference.
  private let usesContract: Bool
  /// Whether schools, sexes, degrees, channels or roles make a difference.
  private let usesOthers: Bool
  /// The parts of lengths of time, by years.
  let ofAge: [Part]
  let ofExperience: [Part]
  let ofTenure: [Part]
  /// The parts of those who are free of an obligation and of those who are bound.
  let ofObligation: [Part]
  private let usesExperience: Bool
  private let usesAge: Bool
  private let usesOtherTime: Bool
  private var usesTime: Bool { usesExperience || usesAge || usesOtherTime }

  /// Prepares the parts.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - network: The schools; `nil` if they are not modelled.
  ///   - parts: The parts of the members of an axis.
  ///   - ofGroup: The part of a group.
  init(
    _ dimensions: Dimensions,
    network: SchoolNetwork?,
    of parts: (Axis) -> [Part],
    ofGroup: (Int) -> Part,
  ) {
    let (region, stage, subject) = (parts(.region), parts(.stage), parts(.subject))
    let (location, keySchool) = (parts(.location), parts(.keySchool))
    let situations = parts(.situation)
    let ofSchools = network.map { network in
      (0..<network.count).map {
        location[network.locationOfSchool[$0]].plus(keySchool[network.isKeySchool[$0] ? 1 : 0])
      }
    }
    self.ofCell = (0..<dimensions.cellCount).map { cell in
      let field = dimensions.field(ofCell: cell)
      return region[dimensions.region(ofCell: cell)].plus(stage[field.stage])
        .plus(subject[field.subject]).plus(ofGroup(dimensions.group(ofCell: cell)))
    }
    self.ofSchool = Self.ifUsed((ofSchools ?? []) + [(location.last ?? .zero).plus(keySchool[0])])
    self.ofSex = Self.ifUsed(parts(.sex))
    self.ofDegree = Self.ifUsed(parts(.degree))
    self.ofChannel = Self.ifUsed(Self.withAbsent(parts(.channel)))
    self.ofRole = Self.ifUsed(Self.withAbsent(parts(.role)))
    self.ofCareer = Self.ifUsed(
      parts(.contract).flatMap { part in situations.map { part.plus($0) } }
    )
    self.usesContract = !Self.ifUsed(parts(.contract)).isEmpty
    self.usesOthers = ![ofSchool, ofSex, ofDegree, ofChannel, ofRole].allSatisfy(\.isEmpty)
    self.ofAge = parts(.age)
    self.ofExperience = parts(.experience)
    self.ofTenure = parts(.tenure)
    self.ofObligation = parts(.obligation)
    self.usesExperience = !Self.ifUsed(ofExperience).isEmpty
    self.usesAge = !Self.ifUsed(ofAge).isEmpty
    self.usesOtherTime = !Self.ifUsed(ofTenure + ofObligation).isEmpty
  }

  /// The parts of all 256 codes of a column; those beyond the members are absent.
  private static func withAbsent(_ parts: [Part]) -> [Part] {
    (0..<256).map { $0 < parts.count ? parts[$0] : parts[parts.count - 1] }
  }

  /// The parts of an axis, or none if it makes no difference.
  private static func ifUsed(_ parts: [Part]) -> [Part] {
    parts.contains { $0 != .zero } ? parts : []
  }

  /// The part of a school; that of nowhere for a number beyond the schools.
  private func part(ofSchool school: UInt32) -> Part {
    ofSchool.isEmpty ? .zero : ofSchool[min(Int(school), ofSchool.count - 1)]
  }

  /// The part of a member; its column is read only if it makes a difference.
  @inline(__always)
  private func part(_ parts: [Part], _ member: @autoclosure () -> UInt8) -> Part {
    parts.isEmpty ? .zero : parts[Int(member())]
  }

  /// The part that stays the same through a window.
  func fixedPart(of row: Int, in population: borrowing Population) -> Part {
    ofCell[Int(population.cell[row])].plus(part(ofSchool: population.school[row]))
      .plus(part(ofSex, population.sex[row])).plus(part(ofDegree, population.degree[row]))
      .plus(part(ofChannel, population.channel[row])).plus(part(ofRole, population.role[row]))
  }

  /// Begins sums with the parts that hold at the start of a window, those of times excepted.
  ///
  /// - Parameters:
  ///   - sums: Receives them, from its start.
  ///   - rows: The rows.
  ///   - population: The teachers.
  @inline(__always)
  func begin(
    _ sums: inout MutableSpan<Part>,
    of rows: Range<Int>,
    in population: borrowing Population,
  ) {
    let ofCell = ofCell
    let parts = ofCell.span
    let cells = population.cell.span.extracting(rows)
    for index in cells.indices { sums[index] = parts[Int(cells[index])] }
    addAllButCells(rows, of: population, to: &sums)
  }

  /// Whether anything but cells and times makes a difference for some of the rows of a block.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers.
  /// - Returns: Whether it does.
  func usesMoreThanCells(_ rows: Range<Int>, of population: borrowing Population) -> Bool {
    usesOthers || usesContract || !ofCareer.isEmpty && !Self.areAllInPost(rows, of: population)
  }

  /// Whether all are in post and nobody is on standby.
  @inline(__always)
  private static func areAllInPost(
    _ rows: Range<Int>,
    of population: borrowing Population,
  ) -> Bool {
    population.standbySince.shared == .future
      && population.status.span.extracting(rows).areAllInPost
  }

  /// Adds the parts that hold at the start of a window, those of cells and times excepted.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers.
  ///   - sums: Receives them, from its start.
  @inline(__always)
  func addAllButCells(
    _ rows: Range<Int>,
    of population: borrowing Population,
    to sums: inout MutableSpan<Part>,
  ) {
    addSchools(population.school, rows, to: &sums)
    addCareers(rows, of: population, to: &sums)
    add(ofSex, population.sex, rows, to: &sums)
    add(ofDegree, population.degree, rows, to: &sums)
    add(ofChannel, population.channel, rows, to: &sums)
    add(ofRole, population.role, rows, to: &sums)
  }

  /// Adds the parts of schools, unless they make no difference.
  @inline(__always)
  private func addSchools(
    _ schools: borrowing Column<UInt32>,
    _ rows: Range<Int>,
    to sums: inout MutableSpan<Part>,
  ) {
    guard !ofSchool.isEmpty else { return }
    let ofSchool = ofSchool
    let parts = ofSchool.span
    for index in 0..<rows.count {
      let school = min(Int(schools[rows.lowerBound &+ index]), parts.count &- 1)
      sums[index] = sums[index].plus(parts[school])
    }
  }

  /// Adds the parts of contracts and situations, unless they make no difference.
  @inline(__always)
  private func addCareers(
    _ rows: Range<Int>,
    of population: borrowing Population,
    to sums: inout MutableSpan<Part>,
  ) {
    guard !ofCareer.isEmpty else { return }
    guard usesContract else { return addSituations(rows, of: population, to: &sums) }
    let ofCareer = ofCareer
    let parts = ofCareer.span
    let contracts = population.contract.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let standby = population.standbySince
    for index in contracts.indices {
      let since = standby[rows.lowerBound &+ index]
      let situation = PayYear.situation(status[index], standbySince: since)
      sums[index] = sums[index].plus(parts[Self.place(contract: contracts[index], situation)])
    }
  }

  /// Adds the parts of situations where contracts make no difference.
  ///
  /// Whoever is in post is in the first class, whose part is zero, so only the others are visited.
  @inline(__always)
  private func addSituations(
    _ rows: Range<Int>,
    of population: borrowing Population,
    to sums: inout MutableSpan<Part>,
  ) {
    if Self.areAllInPost(rows, of: population) { return }
    let status = population.status.span.extracting(rows)
    let standby = population.standbySince
    for index in status.indices {
      let since = standby[rows.lowerBound &+ index]
      let situation = PayYear.situation(status[index], standbySince: since)
      guard situation != PaySituation.inPost.position else { continue }
      sums[index] = sums[index].plus(ofCareer[situation])
    }
  }

  /// Adds the parts of a column, unless they make no difference.
  @inline(__always)
  private func add<Codes: RandomAccessCollection<UInt8>>(
    _ parts: [Part],
    _ column: Codes,
    _ rows: Range<Int>,
    to sums: inout MutableSpan<Part>,
  ) where Codes.Index == Int {
    guard !parts.isEmpty else { return }
    let parts = parts.span
    for index in 0..<rows.count {
      sums[index] = sums[index].plus(parts[Int(column[rows.lowerBound &+ index])])
    }
  }

  /// The part that contract and situation make up.
  func careerPart(contract: UInt8, situation: Int) -> Part {
    ofCareer.isEmpty ? .zero : ofCareer[Self.place(contract: contract, situation)]
  }

  /// The place of a contract and a situation among the parts of careers.
  @inline(__always)
  private static func place(contract: UInt8, _ situation: Int) -> Int {
    Int(contract) &* PaySituation.allCases.count &+ situation
  }

  /// The part that age, lengths of service and obligations make up in a month.
  @inline(__always)
  func timePart(of row: Int, in population: borrowing Population, at clock: TeacherClock) -> Part {
    guard usesTime else { return .zero }
    var part = Part.zero
    if usesExperience {
      let start = population.serviceStart[row]
      part = part.plus(ofExperience[clock.years(since: start, limit: ofExperience.count - 1)])
    }
    if usesAge {
      let birth = population.birth[row]
      part = part.plus(ofAge[clock.years(since: birth, limit: ofAge.count - 1)])
    }
    guard usesOtherTime else { return part }
    let isBound = Int(population.obligationEnd[row].months) > clock.now
    let start = population.schoolStart[row]
    return part.plus(ofTenure[clock.years(since: start, limit: ofTenure.count - 1)])
      .plus(ofObligation[isBound ? 1 : 0])
  }

  /// Whether the part of times is the same in all months of a window.
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

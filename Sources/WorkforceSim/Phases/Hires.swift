// SPDX-License-Identifier: GPL-3.0-or-later

/// The people whom a channel hires, before any attribute is drawn, as columns.
package struct Hires {
  /// The identities, which key all draws.
  private(set) var id: [UInt64] = []
  /// The cells that they enter.
  private(set) var cell: [UInt32] = []
  /// Their sexes as far as their intakes fix them; `anySex` where one is drawn.
  private(set) var sex: [UInt8] = []

  /// The sex of those whose intake fixes none.
  static let anySex = UInt8.max

  /// Creates no hire.
  package init() {}

  /// Adds the hires of a cell.
  ///
  /// - Parameters:
  ///   - ids: The identities.
  ///   - cell: The cell that they enter.
  ///   - sex: Their sex; `nil` if it is drawn.
  package mutating func add(_ ids: Range<UInt64>, cell: Int, sex: Int?) {
    let (cell, sex) = (UInt32(cell), sex.map { UInt8($0) } ?? Self.anySex)
    for id in ids {
      self.id.append(id)
      self.cell.append(cell)
      self.sex.append(sex)
    }
  }

  /// Makes room for hires.
  ///
  /// - Parameter count: How many hires can be added without growing.
  mutating func reserveCapacity(_ count: Int) {
    id.reserveCapacity(count)
    cell.reserveCapacity(count)
    sex.reserveCapacity(count)
  }

  /// Removes all hires and keeps the room.
  mutating func removeAll() {
    id.removeAll(keepingCapacity: true)
    cell.removeAll(keepingCapacity: true)
    sex.removeAll(keepingCapacity: true)
  }
}

/// The teachers whom a channel hires: what all have in common, and in what they differ, as columns.
package struct HiredTeachers {
  /// A teacher with the attributes that all have.
  let common: Teacher
  /// The identities.
  let id: [UInt64]
  /// The cells.
  let cell: [UInt32]
  /// The months of birth.
  var birth: [CompactMonth] = []
  /// The positions of the sexes.
  var sex: [UInt8] = []
  /// The positions of the degrees.
  var degree: [UInt8] = []
  /// The positions of the titles.
  var title: [UInt8] = []
  /// The positions of the second subjects; empty if nobody has one.
  var secondSubject: [UInt8] = []

  /// Creates the teachers without what is drawn.
  ///
  /// - Parameters:
  ///   - hires: The hires.
  ///   - common: A teacher with the attributes that all have.
  init(_ hires: Hires, common: Teacher) {
    self.common = common
    self.id = hires.id
    self.cell = hires.cell
  }

  /// The number of teachers.
  var count: Int { id.count }
}

extension Population {
  /// Adds the hires of a channel, who differ in few attributes.
  ///
  /// - Parameter hires: The hires.
  package mutating func append(_ hires: HiredTeachers) {
    let common = hires.common
    let count = hires.id.count
    id.append(contentsOf: hires.id)
    cell.append(contentsOf: hires.cell)
    birth.append(contentsOf: hires.birth)
    serviceStart.append(common.serviceStart, count: count)
    schoolStart.append(common.schoolStart, count: count)
    titleStart.append(common.titleStart, count: count)
    obligationEnd.append(common.obligationEnd, count: count)
    contractEnd.append(common.contractEnd, count: count)
    sex.append(contentsOf: hires.sex)
    title.append(contentsOf: hires.title)
    degree.append(contentsOf: hires.degree)
    contract.append(common.contract, count: count)
    channel.append(common.channel, count: count)
    if hires.secondSubject.isEmpty {
      secondSubject.append(common.secondSubject, count: count)
    } else {
      secondSubject.append(contentsOf: hires.secondSubject)
    }
    school.append(common.school, count: count)
    isBackbone.append(common.isBackbone, count: count)
    salaryStep.append(common.salaryStep, count: count)
    postGrade.append(common.postGrade, count: count)
    fullTimeShare.append(common.fullTimeShare, count: count)
    weight.append(common.weight, count: count)
    appendBeginnings(count)
  }
}

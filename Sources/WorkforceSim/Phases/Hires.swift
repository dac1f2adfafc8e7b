// SPDX-License-Identifier: GPL-3.0-or-later

/// The people whom a channel hires into a cell, before any attribute is drawn.
package struct Hires {
  /// The identities, which key all draws.
  let ids: Range<UInt64>
  /// The cell that they enter.
  let cell: UInt32
  /// Their sex if the intake fixes it.
  let sex: UInt8?

  /// Creates the hires of a cell.
  ///
  /// - Parameters:
  ///   - ids: The identities.
  ///   - cell: The cell that they enter.
  ///   - sex: Their sex; `nil` if it is drawn.
  package init(ids: Range<UInt64>, cell: Int, sex: Int?) {
    self.ids = ids
    self.cell = UInt32(cell)
    self.sex = sex.map { UInt8($0) }
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
  ///   - hires: The hires of cells.
  ///   - common: A teacher with the attributes that all have.
  init(_ hires: [Hires], common: Teacher) {
    let count = hires.reduce(0) { $0 + $1.ids.count }
    self.common = common
    self.id = [UInt64](capacity: count) { ids in
      for hires in hires {
        for id in hires.ids { ids.append(id) }
      }
    }
    self.cell = [UInt32](capacity: count) { cells in
      for hires in hires { cells.append(repeating: hires.cell, count: hires.ids.count) }
    }
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
    let count = hires.count
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

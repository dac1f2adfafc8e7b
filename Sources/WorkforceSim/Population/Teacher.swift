// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether a teacher counts in the workforce.
package enum TeacherStatus: UInt8, BitwiseCopyable, Sendable {
  /// In post, perhaps on leave.
  case inPost = 0
  /// On early retirement (退养): paid until the statutory month, but not in the workforce.
  case earlyRetired = 1
}

/// One teacher as a value; how teachers enter the population.
package struct Teacher: Hashable, Sendable {
  /// The identity that keys all draws of the teacher.
  package var id: UInt64
  /// The cell: region and teaching field.
  package var cell: UInt32
  /// The month of birth.
  package var birth: CompactMonth
  /// The month in which service as a teacher began.
  package var serviceStart: CompactMonth
  /// The month in which the present school was joined.
  package var schoolStart: CompactMonth
  /// The month since which the present title is held.
  package var titleStart: CompactMonth
  /// The month in which an obligation to serve ends; in the past if there is none.
  package var obligationEnd: CompactMonth = .past
  /// The month in which the contract ends; in the far future if it has no end.
  package var contractEnd: CompactMonth = .future
  /// The position of the sex.
  package var sex: UInt8 = 0
  /// The position of the title.
  package var title: UInt8 = 0
  /// The position of the degree.
  package var degree: UInt8 = 0
  /// The position of the contract kind.
  package var contract: UInt8 = 0
  /// The position of the entry channel; 255 if unknown.
  package var channel: UInt8 = 255
  /// The position of the second subject; `noSubject` if there is none.
  package var secondSubject: UInt8 = Teacher.noSubject
  /// The position of the school; `noSchool` without one.
  package var school: UInt32 = Population.noSchool
  /// Whether the teacher is a backbone teacher (骨干教师).
  package var isBackbone = false
  /// The salary step; 0 if it is not known.
  ///
  /// Without pay, no phase reads or advances it.
  package var salaryStep: UInt8 = 0
  /// The position of the grade of posts; `noGrade` if it is not known.
  package var postGrade: UInt8 = Teacher.noGrade
  /// The full-time equivalent of the contract, above 0 and at most 1.
  package var fullTimeShare: Float = 1
  /// How many people the row stands for; 1 unless the projection is in expected values.
  package var weight: Double = 1

  /// The second subject of those who have none.
  package static let noSubject = UInt8.max
  /// The grade of posts of those for whom it is not known.
  package static let noGrade = UInt8.max
  /// The role of those who hold none.
  package static let noRole = UInt8.max

  /// Creates a teacher; attributes that are not given take their usual values.
  package init(id: UInt64, cell: UInt32, birth: CompactMonth, serviceStart: CompactMonth) {
    self.id = id
    self.cell = cell
    self.birth = birth
    self.serviceStart = serviceStart
    self.schoolStart = serviceStart
    self.titleStart = serviceStart
  }
}

extension Span<TeacherStatus> {
  /// Whether nobody is on early retirement.
  var areAllInPost: Bool {
    var codes = TeacherStatus.inPost.rawValue
    // Without a branch, so that many are asked at a time.
    for index in indices { codes |= self[index].rawValue }
    return codes == TeacherStatus.inPost.rawValue
  }
}

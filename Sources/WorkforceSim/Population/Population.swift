// SPDX-License-Identifier: GPL-3.0-or-later

/// The teachers, one row each, held as columns.
///
/// A row never changes its identity. Rows that leave are marked by phases and removed together
/// before recruitment, so that the order of the rows that stay never changes.
package struct Population: Sendable {
  /// The identity that keys all draws of a teacher.
  package var id: [UInt64] = []
  /// The cell of each teacher.
  package var cell: [UInt32] = []
  /// The month of birth.
  package var birth: [CompactMonth] = []
  /// The month in which service as a teacher began.
  package var serviceStart: [CompactMonth] = []
  /// The month in which the present school was joined.
  package var schoolStart: [CompactMonth] = []
  /// The month since which the present title is held.
  package var titleStart: [CompactMonth] = []
  /// The month in which an obligation to serve ends.
  package var obligationEnd = Column<CompactMonth>()
  /// The month in which the contract ends.
  package var contractEnd = Column<CompactMonth>()
  /// The position of the sex.
  package var sex: [UInt8] = []
  /// The position of the title.
  package var title: [UInt8] = []
  /// The position of the degree.
  package var degree = Column<UInt8>()
  /// The position of the contract kind.
  package var contract: [UInt8] = []
  /// The position of the entry channel; 255 if unknown.
  package var channel = Column<UInt8>()
  /// The position of the second subject; `Teacher.noSubject` if there is none.
  package var secondSubject = Column<UInt8>()
  /// The position of the school; `noSchool` in the county pool, and where schools are not modelled.
  package var school = Column<UInt32>()
  /// Whether the teacher is a backbone teacher (骨干教师).
  package var isBackbone = Column<Bool>()
  /// The month since which the teacher is without a school and on standby (待岗).
  package var standbySince = Column<CompactMonth>()
  /// The month in which training for another subject or stage ends; in the past if there is none.
  package var trainingEnd = Column<CompactMonth>()
  /// The cell for which the teacher trains; `noTraining` if there is no training.
  package var trainingCell = Column<UInt32>()
  /// The salary step; 0 if it is not known.
  ///
  /// Without pay, no phase reads or advances it.
  package var salaryStep: [UInt8] = []
  /// The position of the grade of posts that is paid; `Teacher.noGrade` if it is not known.
  package var postGrade: [UInt8] = []
  /// The position of the role held in the coming school year; `Teacher.noRole` if none is held.
  package var role: [UInt8] = []
  /// The draw that orders those who could take over a role, made once in a life; 0 before it is made.
  package var roleDraw = Column<UInt32>()
  /// The full-time equivalent of the contract.
  package var fullTimeShare = Column<Float>()
  /// The month in which the present leave ends; in the past if there is none.
  package var leaveEnd = Column<CompactMonth>()
  /// The share of the coming school year that the teacher is on leave.
  package var leaveShare = Column<Float>()
  /// Whether the teacher counts in the workforce.
  package var status: [TeacherStatus] = []
  /// How many people each row stands for.
  package var weight = Column<Double>()
  /// Whether the row has left and goes before recruitment.
  package var hasLeft: [Bool] = []

  /// The school of those who have none.
  package static let noSchool = UInt32.max
  /// The cell for which those train who do not train.
  package static let noTraining = UInt32.max

  /// Creates an empty population.
  package init() {}

  /// The number of rows, those marked as left included.
  package var count: Int { id.count }

  /// Makes room for rows.
  ///
  /// - Parameter capacity: The number of rows to hold without growing.
  package mutating func reserveCapacity(_ capacity: Int) {
    id.reserveCapacity(capacity)
    cell.reserveCapacity(capacity)
    birth.reserveCapacity(capacity)
    serviceStart.reserveCapacity(capacity)
    schoolStart.reserveCapacity(capacity)
    titleStart.reserveCapacity(capacity)
    obligationEnd.reserveCapacity(capacity)
    contractEnd.reserveCapacity(capacity)
    sex.reserveCapacity(capacity)
    title.reserveCapacity(capacity)
    degree.reserveCapacity(capacity)
    contract.reserveCapacity(capacity)
    channel.reserveCapacity(capacity)
    secondSubject.reserveCapacity(capacity)
    school.reserveCapacity(capacity)
    isBackbone.reserveCapacity(capacity)
    standbySince.reserveCapacity(capacity)
    trainingEnd.reserveCapacity(capacity)
    trainingCell.reserveCapacity(capacity)
    salaryStep.reserveCapacity(capacity)
    postGrade.reserveCapacity(capacity)
    role.reserveCapacity(capacity)
    roleDraw.reserveCapacity(capacity)
    fullTimeShare.reserveCapacity(capacity)
    leaveEnd.reserveCapacity(capacity)
    leaveShare.reserveCapacity(capacity)
    status.reserveCapacity(capacity)
    weight.reserveCapacity(capacity)
    hasLeft.reserveCapacity(capacity)
  }

  /// Adds a teacher in post.
  ///
  /// - Parameter teacher: The teacher.
  package mutating func append(_ teacher: Teacher) {
    append(contentsOf: CollectionOfOne(teacher))
  }

  /// Adds teachers in post, column after column.
  ///
  /// - Parameter teachers: The teachers.
  package mutating func append(contentsOf teachers: some RandomAccessCollection<Teacher>) {
    id.append(contentsOf: teachers.lazy.map { $0.id })
    cell.append(contentsOf: teachers.lazy.map { $0.cell })
    birth.append(contentsOf: teachers.lazy.map { $0.birth })
    serviceStart.append(contentsOf: teachers.lazy.map { $0.serviceStart })
    schoolStart.append(contentsOf: teachers.lazy.map { $0.schoolStart })
    titleStart.append(contentsOf: teachers.lazy.map { $0.titleStart })
    obligationEnd.append(contentsOf: teachers.lazy.map { $0.obligationEnd })
    contractEnd.append(contentsOf: teachers.lazy.map { $0.contractEnd })
    sex.append(contentsOf: teachers.lazy.map { $0.sex })
    title.append(contentsOf: teachers.lazy.map { $0.title })
    degree.append(contentsOf: teachers.lazy.map { $0.degree })
    contract.append(contentsOf: teachers.lazy.map { $0.contract })
    channel.append(contentsOf: teachers.lazy.map { $0.channel })
    secondSubject.append(contentsOf: teachers.lazy.map { $0.secondSubject })
    school.append(contentsOf: teachers.lazy.map { $0.school })
    isBackbone.append(contentsOf: teachers.lazy.map { $0.isBackbone })
    salaryStep.append(contentsOf: teachers.lazy.map { $0.salaryStep })
    postGrade.append(contentsOf: teachers.lazy.map { $0.postGrade })
    fullTimeShare.append(contentsOf: teachers.lazy.map { $0.fullTimeShare })
    weight.append(contentsOf: teachers.lazy.map { $0.weight })
    appendBeginnings(teachers.count)
  }

  /// Adds to the other columns what is the same for everybody who enters.
  ///
  /// - Parameter count: How many rows enter.
  mutating func appendBeginnings(_ count: Int) {
    standbySince.append(.future, count: count)
    trainingEnd.append(.past, count: count)
    trainingCell.append(Population.noTraining, count: count)
    role.append(Teacher.noRole, count: count)
    roleDraw.append(0, count: count)
    leaveEnd.append(.past, count: count)
    leaveShare.append(0, count: count)
    status.append(.inPost, count: count)
    hasLeft.append(false, count: count)
  }

  /// The attributes of a row as a value.
  ///
  /// - Parameter row: The row.
  /// - Returns: The teacher.
  package subscript(row: Int) -> Teacher {
    var teacher = Teacher(
      id: id[row],
      cell: cell[row],
      birth: birth[row],
      serviceStart: serviceStart[row],
    )
    teacher.schoolStart = schoolStart[row]
    teacher.titleStart = titleStart[row]
    teacher.obligationEnd = obligationEnd[row]
    teacher.contractEnd = contractEnd[row]
    teacher.sex = sex[row]
    teacher.title = title[row]
    teacher.degree = degree[row]
    teacher.contract = contract[row]
    teacher.channel = channel[row]
    teacher.secondSubject = secondSubject[row]
    teacher.school = school[row]
    teacher.isBackbone = isBackbone[row]
    teacher.salaryStep = salaryStep[row]
    teacher.postGrade = postGrade[row]
    teacher.fullTimeShare = fullTimeShare[row]
    teacher.weight = weight[row]
    return teacher
  }

  /// Whether a row counts in the workforce.
  ///
  /// - Parameter row: The row.
  /// - Returns: Whether the teacher is in post and has not left this year.
  @inline(__always)
  package func isInWorkforce(_ row: Int) -> Bool {
    !hasLeft[row] && status[row] == .inPost
  }

  /// Marks the rows of those who leave.
  ///
  /// - Parameter leavers: How they leave.
  package mutating func markAsLeft(_ leavers: [TeacherEvent]) {
    var hasLeft = hasLeft.mutableSpan
    for leaver in leavers { hasLeft[leaver.row] = true }
  }

  /// Whether a row trains for another subject or stage.
  ///
  /// - Parameter row: The row.
  /// - Returns: Whether a training has begun that was not ended.
  @inline(__always)
  package func isTraining(_ row: Int) -> Bool { trainingEnd[row] != .past }

  /// Ends the training of a row, whatever came of it.
  ///
  /// - Parameter row: The row.
  package mutating func endTraining(_ row: Int) {
    trainingEnd[row] = .past
    trainingCell[row] = Population.noTraining
  }

  /// Keeps a share of the people that a row stands for.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - share: The share that stays; a row of which nothing stays has left.
  package mutating func reduceWeight(of row: Int, toShare share: Double) {
    weight[row] *= share
    if weight[row] <= 0 { hasLeft[row] = true }
  }

  /// Splits a row in two, so that a share of its people can change an attribute.
  ///
  /// - Parameters:
  ///   - row: The row, which keeps the rest of the people.
  ///   - share: The share of the people that the new row takes.
  ///   - change: Changes the new row; is given the population and the row's number.
  package mutating func split(
    _ row: Int,
    share: Double,
    change: (inout Population, Int) -> Void,
  ) {
    var part = self[row]
    part.weight = weight[row] * share
    append(part)
    leaveShare[count - 1] = leaveShare[row]
    leaveEnd[count - 1] = leaveEnd[row]
    standbySince[count - 1] = standbySince[row]
    trainingEnd[count - 1] = trainingEnd[row]
    trainingCell[count - 1] = trainingCell[row]
    change(&self, count - 1)
    reduceWeight(of: row, toShare: 1 - share)
  }

  /// Removes the rows that have left; the others keep their order.
  package mutating func removeThoseWhoLeft() {
    guard let first = hasLeft.firstIndex(of: true) else { return }
    // Column after column, so that one at a time is in the processor's cache.
    let kept = KeptRows(hasLeft, first: first)
    kept.compact(&id)
    kept.compact(&cell)
    kept.compact(&birth)
    kept.compact(&serviceStart)
    kept.compact(&schoolStart)
    kept.compact(&titleStart)
    obligationEnd.compact(kept)
    contractEnd.compact(kept)
    kept.compact(&sex)
    kept.compact(&title)
    degree.compact(kept)
    kept.compact(&contract)
    channel.compact(kept)
    secondSubject.compact(kept)
    school.compact(kept)
    isBackbone.compact(kept)
    standbySince.compact(kept)
    trainingEnd.compact(kept)
    trainingCell.compact(kept)
    kept.compact(&salaryStep)
    kept.compact(&postGrade)
    kept.compact(&role)
    roleDraw.compact(kept)
    fullTimeShare.compact(kept)
    leaveEnd.compact(kept)
    leaveShare.compact(kept)
    kept.compact(&status)
    weight.compact(kept)
    hasLeft.removeLast(kept.removedCount)
    for row in hasLeft.indices { hasLeft[row] = false }
  }
}

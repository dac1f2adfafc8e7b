// SPDX-License-Identifier: GPL-3.0-or-later

/// The figures of a year that are not in the population itself.
package struct YearFigures: Sendable {
  /// The pupils on the counting day.
  package var pupils: PupilStock
  /// The classes by region, location class and grade.
  package var classes: [Double]
  /// The need in full-time equivalents by cell.
  package var need: [Double]
  /// The norm posts by group.
  package var normPosts: [Double]
  /// The authorised posts by group.
  package var posts: [Double]
  /// Those who fill an authorised post, by group.
  package var holdersOfPosts: [Double]
  /// What the channels did, by region, channel and stage.
  package var recruitment: [ChannelCounts]
  /// What the year leaves behind about schools; `nil` if schools are not modelled.
  package var schools: SchoolFigures?
  /// What requalification did.
  package var requalification = RequalificationCounts()
}

/// Counts of the workforce by the cells of the tables.
package struct WorkforceCounts: Sendable {
  /// People by cell.
  package let headcount: [Double]
  /// Full-time equivalents by cell.
  package let fullTimeEquivalents: [Double]
  /// Available full-time equivalents by cell.
  package let available: [Double]
  /// People by group and title.
  package let byTitle: [Double]
  /// People by group, age band and sex.
  package let byAge: [Double]
  /// People who hold an authorised post, by group.
  package let established: [Double]
  /// People on early retirement.
  package let earlyRetired: Double
  /// People on early retirement by group.
  package let earlyRetiredByGroup: [Double]
  /// People in schools that county management covers, and those whom it has no post for.
  package let countyManaged: Double
  /// People on standby, who count as heads but are not available.
  package let standby: Double
  /// Those who train for another subject or stage.
  package let training: TrainingCounts
  /// Available full-time equivalents by cell and second subject; empty if nobody has one.
  package let availableBySecondSubject: [Double]

  /// Counts the population.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - participation: Turns people into full-time equivalents.
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The counting day.
  ///   - coveredSchools: Whether county management covers each school; empty without schools.
  package init(
    _ population: borrowing Population,
    participation: Participation,
    dimensions: Dimensions,
    clock: TeacherClock,
    coveredSchools: [Bool] = [],
  ) {
    var countyManaged = 0.0
    var standby = 0.0
    let titles = dimensions.count(.title)
    let sexes = dimensions.count(.sex)
    let bands = RecordLayout.ageBands.count
    let subjects = dimensions.subjectCount
    let groupOfCell = (0..<dimensions.cellCount).map { dimensions.group(ofCell: $0) }
    var headcount = [Double](repeating: 0, count: dimensions.cellCount)
    var fullTimeEquivalents = headcount
    var available = headcount
    var byTitle = [Double](repeating: 0, count: dimensions.groupCount * titles)
    var byAge = [Double](repeating: 0, count: dimensions.groupCount * bands * sexes)
    var established = [Double](repeating: 0, count: dimensions.groupCount)
    var earlyRetiredByGroup = established
    var training = TrainingCounts()
    var bySecondSubject: [Double] = []
    for row in 0..<population.count where !population.hasLeft[row] {
      let cell = Int(population.cell[row])
      let group = groupOfCell[cell]
      let weight = population.weight[row]
      guard population.status[row] == .inPost else {
        earlyRetiredByGroup[group] += weight
        continue
      }
      let equivalents = participation.fullTimeEquivalents(of: row, in: population)
      headcount[cell] += weight
      fullTimeEquivalents[cell] += equivalents
      let isOnStandby = population.standbySince[row] != .future
      let present =
        isOnStandby ? 0 : participation.available(equivalents, of: row, in: population)
      if isOnStandby { standby += weight }
      if isOnStandby || Self.isManaged(population.school[row], coveredSchools) {
        countyManaged += weight
      }
      available[cell] += present
      if population.isTraining(row) {
        training.add(row, available: present, in: population, cellCount: dimensions.cellCount)
      }
      let second = population.secondSubject[row]
      if second != Teacher.noSubject {
        if bySecondSubject.isEmpty {
          bySecondSubject = [Double](repeating: 0, count: dimensions.cellCount * subjects)
        }
        bySecondSubject[cell * subjects + Int(second)] += present
      }
      byTitle[group * titles + Int(population.title[row])] += weight
      let age = clock.years(since: population.birth[row], limit: 120)
      let band = age < 25 ? 0 : min((age - 20) / 5, bands - 1)
      byAge[(group * bands + band) * sexes + Int(population.sex[row])] += weight
      if dimensions.contractIsEstablished[Int(population.contract[row])] {
        established[group] += weight
      }
    }
    self.headcount = headcount
    self.fullTimeEquivalents = fullTimeEquivalents
    self.available = available
    self.byTitle = byTitle
    self.byAge = byAge
    self.established = established
    self.earlyRetiredByGroup = earlyRetiredByGroup
    self.earlyRetired = earlyRetiredByGroup.reduce(0, +)
    self.countyManaged = countyManaged
    self.standby = standby
    self.training = training
    self.availableBySecondSubject = bySecondSubject
  }

  private static func isManaged(_ school: UInt32, _ covered: [Bool]) -> Bool {
    !covered.isEmpty && school != Population.noSchool && covered[Int(school)]
  }
}

/// Writes a year's figures into the record of a replication.
package struct YearRecorder: Sendable {
  private let layout: RecordLayout
  private let dimensions: Dimensions

  /// Creates a recorder.
  package init(_ layout: RecordLayout, dimensions: Dimensions) {
    self.layout = layout
    self.dimensions = dimensions
  }

  /// Writes one year.
  ///
  /// - Parameters:
  ///   - record: The numbers of the replication.
  ///   - start: The position of the year's first number.
  ///   - counts: The workforce on the counting day.
  ///   - flows: The movements of the year.
  ///   - figures: Pupils, posts, need and recruitment.
  package func write(
    into record: inout [Double],
    at start: Int,
    counts: WorkforceCounts,
    flows: YearFlows,
    figures: YearFigures,
  ) {
    var writer = BlockWriter(start: start, layout: layout)
    let cover = Cover(
      need: figures.need,
      available: counts.available,
      bySecondSubject: counts.availableBySecondSubject,
      dimensions: dimensions,
    )
    writer.write(summary(counts, flows, figures, cover), of: "summary", into: &record)
    writer.write(
      interleaved([counts.headcount, counts.fullTimeEquivalents]),
      of: "teachers",
      into: &record,
    )
    writer.write(counts.byTitle, of: "teachers_by_title", into: &record)
    writer.write(counts.byAge, of: "teachers_by_age", into: &record)
    writer.write(flows.byGroup, of: "flows", into: &record)
    writer.write(
      interleaved([figures.need, counts.available, cover.bySecondSubject, cover.outOfField]),
      of: "shortage",
      into: &record,
    )
    writer.write(
      interleaved([
        classesByGroup(figures.classes), figures.normPosts, figures.posts, counts.established,
      ]),
      of: "posts",
      into: &record,
    )
    let channels = figures.recruitment.flatMap {
      [$0.planned, $0.applicants, $0.offers, $0.hired, $0.unfilled]
    }
    writer.write(channels, of: "recruitment", into: &record)
    writer.write(pupils(figures.pupils), of: "pupils", into: &record)
    if let schools = figures.schools {
      writer.write(schools.network(dimensions), of: "network", into: &record)
      writer.write(schools.placementTable(dimensions), of: "placement", into: &record)
      writer.write(schools.schools, of: "schools", into: &record)
    }
  }

  /// The whole's measures, in the order of the layout.
  private func summary(
    _ counts: WorkforceCounts,
    _ flows: YearFlows,
    _ figures: YearFigures,
    _ cover: Cover,
  ) -> [Double] {
    let gaps = Gaps(need: figures.need, available: counts.available, dimensions: dimensions)
    let vacancies = zip(figures.posts, figures.holdersOfPosts).reduce(0) {
      $0 + max(0, $1.0 - $1.1)
    }
    let need = figures.need.reduce(0, +)
    let available = counts.available.reduce(0, +)
    let measures: [Double] = [
      counts.headcount.reduce(0, +),
      counts.fullTimeEquivalents.reduce(0, +),
      counts.established.reduce(0, +),
      counts.earlyRetired,
      figures.pupils.pupils.reduce(0, +),
      figures.classes.reduce(0, +),
      figures.normPosts.reduce(0, +),
      figures.posts.reduce(0, +),
      vacancies,
      need,
      available,
      need - available,
      gaps.shortage,
      gaps.surplus,
      gaps.structuralShortage,
      Double(figures.schools?.state.openCount ?? 0),
      counts.countyManaged,
      counts.standby,
      cover.bySecondSubject.reduce(0, +),
      cover.outOfField.reduce(0, +),
      cover.uncovered.reduce(0, +),
      figures.recruitment.reduce(0) { $0 + $1.planned },
      figures.recruitment.reduce(0) { $0 + $1.hired },
      figures.recruitment.reduce(0) { $0 + $1.unfilled },
      figures.requalification.allStarted,
      counts.training.people,
    ]
    return measures + (0..<flows.kinds.count).map { flows.total($0) }
  }

  /// The classes of each region and stage.
  private func classesByGroup(_ classes: [Double]) -> [Double] {
    var stock = PupilStock(dimensions)
    stock.pupils = classes
    return stock.byGroup(dimensions)
  }

  private func pupils(_ stock: PupilStock) -> [Double] {
    (0..<dimensions.regionCount).flatMap { region in
      dimensions.stageOfGrade.indices.sorted {
        (dimensions.stageOfGrade[$0], $0) < (dimensions.stageOfGrade[$1], $1)
      }.map { grade in
        (0..<dimensions.count(.location)).reduce(0) { $0 + stock[region, $1, grade] }
      }
    }
  }

  /// Puts the first elements of all columns first, then the second ones, and so on.
  private func interleaved(_ columns: [[Double]]) -> [Double] {
    columns[0].indices.flatMap { row in columns.map { $0[row] } }
  }
}

/// Writes the tables of a year one after another and makes sure that each fills its block.
private struct BlockWriter {
  let start: Int
  let layout: RecordLayout

  mutating func write(_ numbers: [Double], of name: String, into record: inout [Double]) {
    let table = layout.required(name)
    precondition(
      numbers.count == table.rows?.count ?? table.count,
      "\(name) has \(table.rows?.count ?? table.count) rows; \(numbers.count) were recorded",
    )
    for (position, number) in numbers.enumerated() {
      record[start + table.offset + position] = number
    }
  }
}

/// Shortage and surplus by cell, and the shortage that is structural.
///
/// gap = need − available; shortage is its positive part and surplus the positive part of the
/// opposite. Structural is the shortage of cells whose region and stage as a whole is in surplus.
package struct Gaps: Sendable {
  /// The sum of the shortages of all cells.
  package private(set) var shortage = 0.0
  /// The sum of the surpluses of all cells.
  package private(set) var surplus = 0.0
  /// The sum of the shortages of cells whose region and stage is in surplus.
  package private(set) var structuralShortage = 0.0

  /// Works out the sums.
  ///
  /// - Parameters:
  ///   - need: The need by cell.
  ///   - available: The available full-time equivalents by cell.
  ///   - dimensions: The scenario's dimensions.
  package init(need: [Double], available: [Double], dimensions: Dimensions) {
    var total = [Double](repeating: 0, count: dimensions.groupCount)
    var short = total
    for cell in need.indices {
      let gap = need[cell] - available[cell]
      let group = dimensions.group(ofCell: cell)
      total[group] += gap
      short[group] += max(0, gap)
      shortage += max(0, gap)
      surplus += max(0, -gap)
    }
    for group in total.indices where total[group] < 0 { structuralShortage += short[group] }
  }
}

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

/// Writes a year's figures into the record of a replication.
package final class YearRecorder: Sendable {
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
    let writer = BlockWriter(start: start, layout: layout)
    let cover = Cover(
      need: figures.need,
      available: counts.time.available,
      bySecondSubject: counts.time.availableBySecondSubject,
      dimensions: dimensions,
    )
    writer.write(summary(counts, flows, figures, cover), of: "summary", into: &record)
    writer.write(
      columns: [counts.heads.byCell, counts.time.fullTimeEquivalents],
      of: "teachers",
      into: &record,
    )
    writer.write(counts.heads.byTitle, of: "teachers_by_title", into: &record)
    writer.write(counts.byAge, of: "teachers_by_age", into: &record)
    writer.write(flows.byGroup, of: "flows", into: &record)
    writer.write(
      columns: [
        figures.need, counts.time.available, cover.bySecondSubject, cover.outOfField,
      ],
      of: "shortage",
      into: &record,
    )
    writer.write(
      columns: [
        classesByGroup(figures.classes), figures.normPosts, figures.posts, counts.heads.established,
      ],
      of: "posts",
      into: &record,
    )
    writer.write(channels(figures.recruitment), of: "recruitment", into: &record)
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
    let gaps = Gaps(need: figures.need, available: counts.time.available, dimensions: dimensions)
    let vacancies = zip(figures.posts, figures.holdersOfPosts).reduce(0) {
      $0 + max(0, $1.0 - $1.1)
    }
    let need = figures.need.reduce(0, +)
    let available = counts.time.available.reduce(0, +)
    let measures: [Double] = [
      counts.heads.byCell.reduce(0, +),
      counts.time.fullTimeEquivalents.reduce(0, +),
      counts.heads.established.reduce(0, +),
      counts.heads.earlyRetired.reduce(0, +),
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
      counts.time.training.people,
      // Pay is known only when the fiscal year is over; the ledger of costs writes it.
      0, 0,
    ]
    return measures + (0..<flows.kinds.count).map { flows.total($0) }
  }

  /// The classes of each region and stage.
  private func classesByGroup(_ classes: [Double]) -> [Double] {
    var stock = PupilStock(dimensions)
    stock.pupils = classes
    return stock.byGroup(dimensions)
  }

  private func channels(_ counts: [ChannelCounts]) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(5 * counts.count)
    for channel in counts {
      result.append(channel.planned)
      result.append(channel.applicants)
      result.append(channel.offers)
      result.append(channel.hired)
      result.append(channel.unfilled)
    }
    return result
  }

  private func pupils(_ stock: PupilStock) -> [Double] {
    let stages = dimensions.stageOfGrade
    let grades = stages.indices.sorted { (stages[$0], $0) < (stages[$1], $1) }
    var pupils: [Double] = []
    pupils.reserveCapacity(dimensions.regionCount * grades.count)
    for region in 0..<dimensions.regionCount {
      for grade in grades {
        pupils.append(
          (0..<dimensions.count(.location)).reduce(0) { $0 + stock[region, $1, grade] }
        )
      }
    }
    return pupils
  }
}

/// Writes the tables of a year one after another and makes sure that each fills its block.
private struct BlockWriter {
  let start: Int
  let layout: RecordLayout

  /// Writes the numbers of a table.
  func write(_ numbers: [Double], of name: String, into record: inout [Double]) {
    let first = place(of: name, count: numbers.count)
    record.replaceSubrange(first..<first + numbers.count, with: numbers)
  }

  /// Writes the first numbers of all columns, then the second ones, and so on.
  func write(columns: [[Double]], of name: String, into record: inout [Double]) {
    let rows = columns[0].count
    precondition(
      columns.allSatisfy { $0.count == rows },
      "The columns of \(name) differ in length.",
    )
    let first = place(of: name, count: columns.count * rows)
    var record = record.mutableSpan
    for (number, column) in columns.enumerated() {
      let column = column.span
      var place = first &+ number
      for row in column.indices {
        record[place] = column[row]
        place &+= columns.count
      }
    }
  }

  /// The position of a table's first number.
  private func place(of name: String, count: Int) -> Int {
    let table = layout.required(name)
    precondition(
      count == table.rows?.count ?? table.count,
      "\(name) has \(table.rows?.count ?? table.count) rows; \(count) were recorded",
    )
    return start + table.offset
  }
}

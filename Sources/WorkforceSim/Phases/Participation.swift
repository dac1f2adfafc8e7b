// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters that turn people into full-time equivalents.
package struct ParticipationRules: Sendable {
  package let employedShare: ParameterReference
  package let fullTimeShare: ParameterReference

  /// The parameters that participation reads.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "participation.employed_share",
      .share,
      axes: Axis.ofTeacher,
      standard: 1,
      "Share of the people of a cell who are employed as teachers",
      chinese: "实际从教比例",
    ),
    ParameterDefinition(
      "participation.full_time_share",
      .factor,
      axes: Axis.ofTeacher,
      standard: 1,
      "Mean full-time equivalent of those who are employed",
      chinese: "从教者平均全时当量",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet) {
    self.employedShare = parameters.required("participation.employed_share")
    self.fullTimeShare = parameters.required("participation.full_time_share")
  }
}

/// The full-time equivalents that a person of each kind contributes.
///
/// fte = weight × contract share × employed share × mean full-time equivalent; available is what
/// leave and training do not take in the coming school year.
package struct Participation {
  private let lookup: TeacherLookup
  private let factors: [Double]
  private let clock: TeacherClock
  /// Whether everybody counts as the contract says.
  private let isNeutral: Bool
  private let absenceInTraining: Double

  /// Prepares the factors of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters; `nil` where everybody counts as the contract says.
  ///   - training: The parameters of training for another subject; `nil` where nobody trains.
  ///   - year: The year.
  package init(
    _ rules: ParticipationRules?,
    training: RequalificationRules? = nil,
    in year: SimulatedYear,
  ) {
    let product =
      rules.map { year.values($0.employedShare).multiplied(by: year.values($0.fullTimeShare)) }
      ?? ParameterValues(1)
    self.lookup = TeacherLookup(product, dimensions: year.dimensions)
    self.factors = product.values
    self.clock = year.clock
    self.isNeutral = product.values.allSatisfy { $0 == 1 }
    self.absenceInTraining = training.map { year.number($0.absence) } ?? 0
  }

  /// Whether each row is one person who gives one full-time equivalent, all of it available and none
  /// of it by a second subject, so that heads need not be added up once more.
  ///
  /// - Parameter population: The teachers.
  /// - Returns: Whether it is so without looking at any row.
  package func isFullTime(_ population: borrowing Population) -> Bool {
    isNeutral && population.weight.shared == 1 && population.fullTimeShare.shared == 1
      && population.leaveShare.shared == 0 && population.standbySince.shared == .future
      && population.trainingEnd.shared == .past
      && population.secondSubject.shared == Teacher.noSubject
  }

  /// Finds the times of neighbouring rows.
  ///
  /// available = fte × (1 − leave share) × (1 − absence × months of training in the year ÷ 12).
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers.
  ///   - times: Receives the times, from its start; zero for rows that are not in the workforce.
  package func findTimes(
    of rows: Range<Int>,
    in population: borrowing Population,
    into times: inout BlockTimes,
  ) {
    findEquivalents(of: rows, in: population, into: &times.fullTimeEquivalents, &times.places)
    findAvailable(of: rows, in: population, times.fullTimeEquivalents, into: &times.available)
    times.training = population.trainingEnd.rows(rows) { $0 != .past }
    deductTraining(
      of: times.training,
      first: rows.lowerBound,
      in: population,
      from: &times.available,
    )
  }

  private func findEquivalents(
    of rows: Range<Int>,
    in population: borrowing Population,
    into equivalents: inout [Double],
    _ places: inout [Int32],
  ) {
    Self.findContracts(of: rows, in: population, into: &equivalents)
    guard !isNeutral else { return }
    lookup.findPlaces(of: rows, in: population, at: clock, into: &places)
    let block = 0..<rows.count
    let (factors, places) = (factors.span, places.span.extracting(block))
    var equivalents = equivalents.mutableSpan
    for index in block { equivalents[index] *= factors[Int(places[index])] }
  }

  /// Finds what the contracts of those in post amount to.
  private static func findContracts(
    of rows: Range<Int>,
    in population: borrowing Population,
    into equivalents: inout [Double],
  ) {
    let block = 0..<rows.count
    let hasLeft = population.hasLeft.span.extracting(rows).extracting(block)
    let status = population.status.span.extracting(rows).extracting(block)
    var equivalents = equivalents.mutableSpan
    // Asked once for the whole block, so that no row has to be.
    precondition(block.count <= equivalents.count, "There are \(block.count) rows.")
    if let weight = population.weight.shared, let share = population.fullTimeShare.shared {
      let contract = weight * Double(share)
      for index in block {
        // Written without a branch, so that several rows are worked out at a time.
        let isAway = status[index].rawValue | (hasLeft[index] ? 1 : 0)
        equivalents[index] = isAway == 0 ? contract : 0
      }
      return
    }
    let (weights, shares) = (population.weight, population.fullTimeShare)
    for index in block {
      let row = rows.lowerBound &+ index
      let contract = weights[row] * Double(shares[row])
      equivalents[index] = !hasLeft[index] && status[index] == .inPost ? contract : 0
    }
  }

  private func findAvailable(
    of rows: Range<Int>,
    in population: borrowing Population,
    _ equivalents: [Double],
    into available: inout [Double],
  ) {
    let block = 0..<rows.count
    let equivalents = equivalents.span.extracting(block)
    var available = available.mutableSpan
    precondition(block.count <= available.count, "There are \(block.count) rows.")
    if let leave = population.leaveShare.own {
      let leave = leave.span.extracting(rows).extracting(block)
      for index in block {
        available[index] = equivalents[index] * (1 - Double(leave[index]))
      }
    } else {
      let present = 1 - Double(population.leaveShare.shared ?? 0)
      for index in block { available[index] = equivalents[index] * present }
    }
    for row in population.standbySince.rows(rows, where: { $0 != .future }) {
      available[row &- rows.lowerBound] = 0
    }
  }

  private func deductTraining(
    of training: [Int],
    first: Int,
    in population: borrowing Population,
    from available: inout [Double],
  ) {
    for row in training {
      let months = Int(population.trainingEnd[row].months) - clock.now
      guard months > 0 else { continue }
      available[row - first] *= 1 - absenceInTraining * Double(min(months, 12)) / 12
    }
  }
}

/// What the teachers of a block contribute.
package struct BlockTimes {
  /// The full-time equivalents of each row, leave not deducted.
  fileprivate(set) var fullTimeEquivalents = [Double](repeating: 0, count: RowBlocks.size)
  /// What leave, training and standby leave of them.
  fileprivate(set) var available = [Double](repeating: 0, count: RowBlocks.size)
  /// The rows that train, in the workforce or not.
  fileprivate(set) var training: [Int] = []
  /// The places of the factors.
  fileprivate var places = [Int32](repeating: 0, count: RowBlocks.size)

  /// Creates room for a block.
  package init() {}
}

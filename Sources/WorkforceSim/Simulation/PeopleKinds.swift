// SPDX-License-Identifier: GPL-3.0-or-later

/// What people are told apart by within a group: the title, whether they hold an authorised post, the
/// sex and the age band, numbered together.
struct PeopleKinds: Sendable {
  /// The number of kinds.
  let count: Int
  /// The number of titles.
  let titles: Int
  /// The kinds of contract: without and with an authorised post, or one where all contracts count alike.
  let contracts: Int
  /// Whether those of the last kind of contract hold an authorised post.
  let lastHolds: Bool
  /// The age bands and sexes, which run fastest; 1 if nobody's age is told apart.
  let ages: Int
  private let ageKinds: AgeKinds?
  private let titleStep: UInt16
  /// The contracts with an authorised post, where some contracts have none.
  private let established: [UInt8]

  /// Numbers the kinds, if there are not more than 16 bits can tell apart.
  ///
  /// - Parameters:
  ///   - dimensions: The scenario's dimensions.
  ///   - clock: The day of the ages; `nil` if ages are not told apart.
  init?(_ dimensions: Dimensions, ages clock: TeacherClock?) {
    self.ageKinds = clock.map { AgeKinds(dimensions, $0) }
    self.ages = ageKinds?.count ?? 1
    self.titles = dimensions.count(.title)
    let holds = dimensions.contractIsEstablished
    self.lastHolds = holds.contains(true)
    self.contracts = lastHolds && holds.contains(false) ? 2 : 1
    self.count = titles * contracts * ages
    guard count <= UInt16.max else { return nil }
    self.titleStep = UInt16(contracts * ages)
    self.established = contracts == 1 ? [] : holds.indices.filter { holds[$0] }.map { UInt8($0) }
  }

  /// Finds the kinds of neighbouring rows, several at a time.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - population: The teachers.
  ///   - kinds: Receives the kinds, from its start.
  func find(of rows: Range<Int>, in population: borrowing Population, into kinds: inout [UInt16]) {
    precondition(rows.count <= kinds.count, "There are \(rows.count) rows.")
    findTitles(of: rows, in: population, into: &kinds)
    for contract in established { add(contract, of: rows, in: population, to: &kinds) }
    ageKinds?.add(of: rows, in: population, to: &kinds)
  }

  private func findTitles(
    of rows: Range<Int>,
    in population: borrowing Population,
    into kinds: inout [UInt16],
  ) {
    let block = 0..<rows.count
    let titles = population.title.span.extracting(rows).extracting(block)
    var kinds = kinds.mutableSpan
    let step = titleStep
    for index in block { kinds[index] = UInt16(titles[index]) &* step }
  }

  /// Tells the holders of a contract from others.
  private func add(
    _ contract: UInt8,
    of rows: Range<Int>,
    in population: borrowing Population,
    to kinds: inout [UInt16],
  ) {
    let block = 0..<rows.count
    let contracts = population.contract.span.extracting(rows).extracting(block)
    let step = UInt16(ages)
    var kinds = kinds.mutableSpan
    for index in block { kinds[index] &+= contracts[index] == contract ? step : 0 }
  }
}

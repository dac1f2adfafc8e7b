// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// The records of all replications of a scenario.
///
/// The figures of the summary, of cost and of pay are held in double precision, those of other tables
/// in single precision, in which counts up to 16.7 million are exact, and those of schools in 16 bits:
/// whole numbers up to 65,535, and full-time equivalents in tenths.
public struct Ensemble: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Where every figure of a year lies.
  public let layout: RecordLayout
  /// The schools; `nil` if schools are not modelled.
  public let network: SchoolNetwork?
  /// The number of replications.
  public let replications: Int
  private let exactWidth: Int
  private let exact: [[Double]]
  private let details: [[Float]]
  private let schools: [[UInt16]]

  /// Puts the records together.
  ///
  /// - Parameters:
  ///   - simulation: The scenario that was run.
  ///   - records: The records in the order of the replications.
  init(_ simulation: Simulation, records: [ReplicationRecord]) {
    self.scenario = simulation.scenario
    self.layout = simulation.layout
    self.network = simulation.network
    self.replications = records.count
    self.exactWidth = simulation.layout.exactWidth
    self.exact = records.map(\.exact)
    self.details = records.map(\.details)
    self.schools = records.map(\.schools)
  }

  /// One figure of one replication.
  ///
  /// - Parameters:
  ///   - position: The figure's position in a year's record.
  ///   - year: The year's number, from 0.
  ///   - replication: The number of the replication.
  /// - Returns: The figure.
  public func value(_ position: Int, year: Int, replication: Int) -> Double {
    if position < exactWidth {
      return exact[replication][year * exactWidth + position]
    }
    let schoolsOffset = layout.schoolsOffset
    guard position < schoolsOffset else {
      let place = position - schoolsOffset
      let steps = SchoolTables.schoolSteps
      let whole = schools[replication][year * (layout.width - schoolsOffset) + place]
      return Double(whole) / steps[place % steps.count]
    }
    let width = schoolsOffset - exactWidth
    return Double(details[replication][year * width + position - exactWidth])
  }

  /// One figure of all replications, in their order.
  ///
  /// - Parameters:
  ///   - position: The figure's position in a year's record.
  ///   - year: The year's number, from 0.
  ///   - values: Receives the figures.
  public func values(_ position: Int, year: Int, into values: inout [Double]) {
    values.removeAll(keepingCapacity: true)
    for replication in 0..<replications {
      values.append(value(position, year: year, replication: replication))
    }
  }
}

/// The numbers that one replication leaves behind.
struct ReplicationRecord: Sendable {
  let exact: [Double]
  let details: [Float]
  let schools: [UInt16]

  /// Divides the blocks of all years by how precisely they are held.
  init(_ record: [Double], layout: RecordLayout, years: Int) {
    let width = layout.exactWidth
    var exact: [Double] = []
    var details: [Float] = []
    var schools: [UInt16] = []
    let schoolsOffset = layout.schoolsOffset
    exact.reserveCapacity(width * years)
    details.reserveCapacity((schoolsOffset - width) * years)
    schools.reserveCapacity((layout.width - schoolsOffset) * years)
    for year in 0..<years {
      let start = year * layout.width
      exact += record[start..<(start + width)]
      for position in (start + width)..<(start + schoolsOffset) {
        details.append(Float(record[position]))
      }
      for place in 0..<(layout.width - schoolsOffset) {
        let step = SchoolTables.schoolSteps[place % SchoolTables.schoolSteps.count]
        let figure = record[start + schoolsOffset + place] * step
        schools.append(UInt16(min(figure.rounded(), 65_535)))
      }
    }
    self.exact = exact
    self.details = details
    self.schools = schools
  }
}

/// A run that was stopped before all replications were done.
public struct RunInterrupted: Error, Sendable {
  /// The replications that were whole.
  public let finished: Int
}

/// Hands out the numbers of replications to the threads.
private final class ReplicationQueue: Sendable {
  private let total: Int
  private let started = Atomic<Int>(0)
  private let finished = Atomic<Int>(0)

  init(total: Int) { self.total = total }

  /// The next replication to run, or `nil` if all have been handed out.
  func next() -> Int? {
    let number = started.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < total ? number : nil
  }

  /// Notes that a replication is done and says how many are.
  func finish() -> Int { finished.wrappingAdd(1, ordering: .relaxed).newValue }
}

extension Simulation {
  /// Runs all replications of the scenario.
  ///
  /// Threads take replications in turn; the records are put back by their number, so the result is
  /// the same on any number of threads.
  ///
  /// - Parameters:
  ///   - threads: The number of replications that run at the same time.
  ///   - shouldStop: Is asked between replications whether to stop.
  ///   - progress: Is told after each replication how many are done; may be called on any thread.
  /// - Returns: The records of all replications.
  /// - Throws: `ConservationError` if people appeared or vanished, `RunInterrupted` if stopped.
  public func run(
    threads: Int,
    shouldStop: @Sendable @escaping () -> Bool = { false },
    progress: @Sendable @escaping (_ finished: Int) -> Void = { _ in },
  ) async throws -> Ensemble {
    let total = scenario.method == .expected ? 1 : scenario.replications
    let queue = ReplicationQueue(total: total)
    var records = [ReplicationRecord?](repeating: nil, count: total)
    try await withThrowingTaskGroup(of: [(Int, ReplicationRecord)].self) { group in
      for _ in 0..<max(1, min(threads, total)) {
        group.addTask {
          var done: [(Int, ReplicationRecord)] = []
          while !shouldStop(), let number = queue.next() {
            var replication = Replication(self, number: number)
            let record = try replication.run()
            done.append(
              (
                number,
                ReplicationRecord(
                  record,
                  layout: layout,
                  years: scenario.calendar.yearCount,
                ),
              )
            )
            progress(queue.finish())
          }
          return done
        }
      }
      for try await part in group {
        for (number, record) in part { records[number] = record }
      }
    }
    let whole = records.compactMap { $0 }
    guard whole.count == total else { throw RunInterrupted(finished: whole.count) }
    return Ensemble(self, records: whole)
  }
}

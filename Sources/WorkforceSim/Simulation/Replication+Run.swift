// SPDX-License-Identifier: GPL-3.0-or-later

/// How a replication goes through its years.
extension Replication {
  /// Runs all years.
  ///
  /// - Parameter checkpoints: Keeps where the replication stands at the end of years, and knows where
  ///   an earlier attempt stood; `nil` starts over and keeps nothing.
  /// - Returns: The numbers of all years, one block after another.
  /// - Throws: `ConservationError` if people appeared or vanished, or what the keeper throws.
  package mutating func run(
    keeping checkpoints: (any CheckpointKeeper)? = nil
  ) throws -> [Double] {
    let years = scenario.calendar.years
    var record = [Double](repeating: 0, count: years.count * simulation.layout.width)
    let reached = checkpoints.flatMap { resume(from: $0, record: &record) }
    try advance(
      after: reached,
      through: years.upperBound,
      record: &record,
      keeping: checkpoints,
    )
    try closeLastFiscalYear(after: years.upperBound)
    payroll?.write(into: &record, layout: simulation.layout)
    return record
  }

  /// Runs years; those of a fork's base are taken over.
  ///
  /// - Parameters:
  ///   - reached: The year at whose end the replication stands; `nil` at the opening.
  ///   - last: The last year.
  ///   - record: Receives the numbers of the years, except those of fiscal years.
  ///   - checkpoints: Keeps where the replication stands at the end of years.
  /// - Throws: `ConservationError` if people appeared or vanished, or what the keeper throws.
  mutating func advance(
    after reached: Int? = nil,
    through last: Int,
    record: inout [Double],
    keeping checkpoints: (any CheckpointKeeper)? = nil,
  ) throws {
    let width = simulation.layout.width
    let first = scenario.calendar.firstYear
    var next = reached.map { $0 + 1 } ?? first
    if reached == nil, let fork = simulation.fork {
      let taken = min(last, fork.year)
      try takeOver(fork, through: taken, record: &record)
      try keep(after: taken, record, in: checkpoints)
      next = taken + 1
    }
    for year in next..<(last + 1) {
      try advance(to: year, record: &record, at: (year - first) * width)
      if year < last { try keep(after: year, record, in: checkpoints) }
    }
  }

  /// Goes to where an earlier attempt stood.
  ///
  /// - Returns: The year that had ended; `nil` if there was no attempt, or its state is of no use.
  private mutating func resume(
    from checkpoints: any CheckpointKeeper,
    record: inout [Double],
  ) -> Int? {
    guard let state = checkpoints.state(ofReplication: number) else { return nil }
    if let year = restore(state, record: &record) { return year }
    checkpoints.refuse(number)
    return nil
  }

  private mutating func keep(
    after year: Int,
    _ record: [Double],
    in checkpoints: (any CheckpointKeeper)?,
  ) throws {
    guard let checkpoints, checkpoints.isDue(number) else { return }
    try checkpoints.keep(state(after: year, record: record), after: year, ofReplication: number)
  }

  /// Goes on through the steps that pay needs, until the last fiscal year is over.
  private mutating func closeLastFiscalYear(after last: Int) throws(ConservationError) {
    guard payroll != nil else { return }
    var nothing: [Double] = []
    try advance(to: last + 1, record: &nothing, at: 0)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a replication stands at the end of a year, as bytes.
extension Replication {
  /// The version of the form; rises whenever what is handed over changes.
  private static let formatVersion = 1

  /// Writes where the replication stands.
  ///
  /// - Parameters:
  ///   - year: The year that has just ended.
  ///   - record: The numbers of all years so far.
  /// - Returns: The bytes.
  mutating func state(after year: Int, record: [Double]) -> [UInt8] {
    var writer = StateWriter()
    var (year, record) = (year, record)
    do {
      try code(&writer, year: &year, record: &record)
    } catch {
      preconditionFailure("a state can always be written")
    }
    return writer.bytes
  }

  /// Puts the replication where another one of the same scenario stood.
  ///
  /// - Parameters:
  ///   - bytes: What was written there.
  ///   - record: Receives the numbers of the years so far.
  /// - Returns: The year that had ended; `nil` if the bytes are no such state, and nothing changes.
  mutating func restore(_ bytes: [UInt8], record: inout [Double]) -> Int? {
    var reader = StateReader(bytes)
    var other = self
    var otherRecord = record
    var year = 0
    do {
      try other.code(&reader, year: &year, record: &otherRecord)
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
    (self, record) = (other, otherRecord)
    return year
  }

  /// Hands over all that one year leaves to the next: the same as what a fork takes over.
  private mutating func code(
    _ coder: inout some StateCoder,
    year: inout Int,
    record: inout [Double],
  ) throws(StateProblem) {
    var version = Self.formatVersion
    try coder.number(&version)
    try coder.number(&year)
    guard version == Self.formatVersion, scenario.calendar.years.contains(year) else {
      throw StateProblem()
    }
    try code(&coder, recordUpTo: year, &record)
    try population.code(&coder)
    try coder.column(&pupils.pupils, count: pupils.pupils.count)
    try coder.column(&posts, count: posts.count)
    try coder.column(&headcount, count: headcount.count)
    try coder.column(&openingStock, count: openingStock.count)
    try coder.column(&previousTitles.base, count: previousTitles.base.count)
    try coder.column(&previousTitles.held, count: previousTitles.held.count)
    try coder.column(&schoolStaff, count: schoolStaff.count)
    try schools?.code(&coder)
    try payroll?.code(&coder)
  }

  private func code(
    _ coder: inout some StateCoder,
    recordUpTo year: Int,
    _ record: inout [Double],
  ) throws(StateProblem) {
    let length = (year - scenario.calendar.firstYear + 1) * simulation.layout.width
    var part = Array(record[..<length])
    try coder.column(&part, count: length)
    if coder.isReading { record.replaceSubrange(..<length, with: part) }
  }
}

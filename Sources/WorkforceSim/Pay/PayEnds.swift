// SPDX-License-Identifier: GPL-3.0-or-later

/// Until when those are paid to whom anything happens within a window.
struct PayEnds {
  /// The month after the last one that is paid, event by event, and room for more; beyond the year
  /// for whoever stays.
  private var months: [UInt8] = []
  private var ids: [UInt64] = []
  private var words: [UInt32] = []

  /// Finds the ends of a window; what is drawn is drawn for all together.
  ///
  /// - Parameters:
  ///   - events: What happens.
  ///   - population: The teachers.
  ///   - year: The window.
  mutating func find(
    _ events: [TeacherEvent],
    in population: borrowing Population,
    year: PayYear,
  ) {
    let missing = max(0, events.count - ids.count)
    ids.append(0, count: missing)
    words.append(0, count: missing)
    months.append(0, count: missing)
    Self.findIdentities(of: events, in: population, into: &ids)
    year.fillExitWords(of: ids[..<events.count], into: &words)
    Self.findMonths(after: events, words, in: year, into: &months)
  }

  private static func findIdentities(
    of events: [TeacherEvent],
    in population: borrowing Population,
    into ids: inout [UInt64],
  ) {
    let (events, known) = (events.span, population.id.span)
    var ids = ids.mutableSpan
    for number in events.indices { ids[number] = known[events[number].row] }
  }

  private static func findMonths(
    after events: [TeacherEvent],
    _ words: [UInt32],
    in year: PayYear,
    into months: inout [UInt8],
  ) {
    let (events, words) = (events.span, words.span)
    var months = months.mutableSpan
    for number in events.indices {
      let end = year.end(after: events[number].kind, word: words[number])
      months[number] = UInt8(truncatingIfNeeded: end ?? PayWindow.monthCount)
    }
  }

  /// The month after the last one that is paid to whoever leaves and is paid by whole segments up to
  /// then; `nil` for whoever stays or is paid for the thirteenth month.
  ///
  /// - Parameter event: The number of the event.
  /// - Returns: The month.
  @inline(__always)
  subscript(event: Int) -> Int? {
    let end = Int(months[event])
    return end < PayWindow.monthCount ? end : nil
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Until when those are paid to whom anything happens within a window.
struct PayEnds {
  /// The month after the last one that is paid, event by event; beyond the year for whoever stays.
  private var months: [Int] = []
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
    ids.removeAll(keepingCapacity: true)
    for event in events { ids.append(population.id[event.row]) }
    words.append(0, count: max(0, ids.count - words.count))
    year.fillExitWords(of: ids, into: &words)
    months.removeAll(keepingCapacity: true)
    for (event, word) in zip(events, words) {
      months.append(year.end(after: event.kind, word: word) ?? PayWindow.monthCount)
    }
  }

  /// The month after the last one that is paid to whoever leaves and is paid by whole segments up to
  /// then; `nil` for whoever stays or is paid for the thirteenth month.
  ///
  /// - Parameter event: The number of the event.
  subscript(event: Int) -> Int? {
    months[event] < PayWindow.monthCount ? months[event] : nil
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

extension YearFlows {
  /// What happened to single teachers, in the order of rows and, for one row, as it happened.
  ///
  /// Each phase records events in the order of rows, so the events are a few ascending runs, which
  /// are merged two by two.
  package var eventsByRow: [TeacherEvent] {
    var runs = ascendingRuns
    while runs.count > 1 {
      runs = stride(from: 0, to: runs.count, by: 2).map { first in
        first + 1 < runs.count ? Self.merged(runs[first], runs[first + 1])[...] : runs[first]
      }
    }
    return runs.first.map { Array($0) } ?? []
  }

  /// The events cut wherever a lower row follows a higher one.
  private var ascendingRuns: [ArraySlice<TeacherEvent>] {
    let events = events
    let starts = events.indices.dropFirst().filter { events[$0].row < events[$0 - 1].row }
    guard !events.isEmpty else { return [] }
    return zip([0] + starts, starts + [events.count]).map { events[$0..<$1] }
  }

  /// Two runs as one; for one row, the events of the first run come first.
  static func merged(
    _ first: ArraySlice<TeacherEvent>,
    _ second: ArraySlice<TeacherEvent>,
  ) -> [TeacherEvent] {
    [TeacherEvent](capacity: first.count + second.count) { merged in
      let (first, second) = (first.span, second.span)
      var next = 0
      for number in first.indices {
        let event = first[number]
        while next < second.count, second[next].row < event.row {
          merged.append(second[next])
          next &+= 1
        }
        merged.append(event)
      }
      for number in next..<second.count { merged.append(second[number]) }
    }
  }
}

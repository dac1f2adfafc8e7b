// SPDX-License-Identifier: GPL-3.0-or-later

extension YearFlows {
  /// What happened to single teachers, in the order of rows and, for one row, as it happened.
  ///
  /// Each phase records events in the order of rows, so there are a few runs, which are merged two by
  /// two.
  package var eventsByRow: [TeacherEvent] {
    var runs = runs
    while runs.count > 1 {
      runs = stride(from: 0, to: runs.count, by: 2).map { first in
        first + 1 < runs.count ? Self.merged(runs[first], runs[first + 1]) : runs[first]
      }
    }
    return runs.first ?? []
  }

  /// Two runs as one; for one row, the events of the first run come first.
  static func merged(_ first: [TeacherEvent], _ second: [TeacherEvent]) -> [TeacherEvent] {
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

// SPDX-License-Identifier: GPL-3.0-or-later

/// What happens to a teacher within a window.
struct PaidChange: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8

  /// Anything at all but the rise of grade and step.
  static let moved = PaidChange(rawValue: 1)
  /// Anything for which the teacher is not paid whole segments up to the end or to leaving.
  static let irregular = PaidChange(rawValue: 2)
}

/// A teacher who is paid whole segments, nothing but step and grade changing within the window.
struct PaidTeacher {
  /// The first key of the teacher's kind before step and grade change, and from then on.
  var careers: PayKey = .zero
  /// The second key, which stays.
  var others = 0
  /// The group of the teacher.
  var group: Int32 = 0
}

/// A teacher who leaves within the window and is paid whole segments up to then.
struct LeavingTeacher {
  /// The row.
  let row: Int
  /// How the teacher would be paid who stayed.
  let teacher: PaidTeacher
}

/// A teacher who is counted in both tallies as if nothing happened, but leaves within the window.
struct PaidLeaver {
  /// The numbers of kinds in the tally of what depends on careers and in that of the rest.
  typealias Kinds = (careers: Int32, others: Int32)

  /// The kinds of the teacher.
  let kinds: Kinds
  /// The group of the teacher.
  let group: Int32
  /// The month after the last one that is paid.
  let end: Int32
}

/// A teacher for whom anything else happens within the window, or who is paid on entry.
struct OtherTeacher {
  /// The row.
  let row: Int
  /// The salary step before it rises.
  let step: UInt8
  /// Whether the teacher is counted in the tallies, and only what is paid on entry is missing.
  let isCounted: Bool
}

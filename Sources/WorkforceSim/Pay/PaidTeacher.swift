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

/// A teacher for whom anything else happens within the window, or who is paid on entry.
struct OtherTeacher {
  /// The row.
  let row: Int
  /// The keys of the teacher's kind before step and grade change.
  let before: PayKey
  /// The keys from then on.
  let after: PayKey
  /// The group of the teacher.
  let group: Int32
  /// The salary step before it rises.
  let step: UInt8
  /// Whether the window is the first one of a hire.
  let isHire: Bool
  /// Whether the teacher is paid whole segments up to the end of the window or to leaving.
  var isRegular: Bool
  /// Whether anything happens within the window, which is leaving if the teacher is regular.
  let isMoved: Bool
}

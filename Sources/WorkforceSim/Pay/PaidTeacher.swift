// SPDX-License-Identifier: GPL-3.0-or-later

/// A teacher of a batch, and what changes for the teacher within the window.
struct PaidTeacher {
  /// The keys of the teacher's kind until steps rise.
  var before: PayKey = .zero
  /// The keys from then on.
  var after: PayKey = .zero
  /// The group of the teacher.
  var group: Int32 = 0
  /// The salary step once steps have risen.
  var step: UInt8 = 0
  /// The grade of posts from then on.
  var grade: UInt8 = 0
  /// Whether the teacher is paid whole segments, nothing else happening within the window.
  var isWhole = true
}

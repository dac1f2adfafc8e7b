// SPDX-License-Identifier: GPL-3.0-or-later

/// A teacher who is paid whole segments, and what changes for the teacher within the window.
struct WholePay {
  /// The keys of the career until steps rise and from then on.
  var careers = SIMD2(0, 0)
  /// The key of what does not depend on the career.
  var others = 0
  /// The teacher's row.
  var row: Int32 = 0
  /// The group of the teacher.
  var group: Int32 = 0
  /// The step once steps have risen.
  var step: UInt8 = 0
  /// The grade of posts from then on.
  var grade: UInt8 = 0
}

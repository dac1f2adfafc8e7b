// SPDX-License-Identifier: GPL-3.0-or-later

/// A teacher who is paid whole segments, and what changes for the teacher within the window.
struct WholePay {
  /// The teacher's row.
  let row: Int32
  /// The group of the teacher.
  let group: Int32
  /// The keys of the career until steps rise and from then on.
  let careers: SIMD2<Int>
  /// The key of what does not depend on the career.
  let others: Int
  /// The key of what is paid on entry.
  let entry: Int
  /// The step once steps have risen.
  let step: UInt8
  /// The grade of posts from then on.
  let grade: UInt8
}

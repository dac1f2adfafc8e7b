// SPDX-License-Identifier: GPL-3.0-or-later

/// What the codes of an attribute add to a place.
struct CodeOffsets: Sendable {
  /// An offset for each possible code, so that no row has to be asked; empty if all are zero.
  private let offsets: [Int32]

  /// Keeps the offsets.
  ///
  /// - Parameter offsets: By code.
  init(_ offsets: [Int32]) {
    let unused = repeatElement(Int32(0), count: Self.codes - offsets.count)
    self.offsets = offsets.contains { $0 != 0 } ? offsets + unused : []
  }

  /// The number of codes that a byte can hold.
  private static let codes = 256

  /// Whether any offset is not zero.
  var matter: Bool { !offsets.isEmpty }

  /// The offset of a code, where they matter.
  @inline(__always)
  subscript(code: UInt8) -> Int32 { offsets[Int(code)] }

  /// Adds the offsets of rows of a block to their places.
  ///
  /// - Parameters:
  ///   - codes: The codes of the block.
  ///   - count: How many rows.
  ///   - position: Where in the block each of them stands.
  ///   - places: Receives the sums, from its start.
  @inline(__always)
  func add(
    _ codes: Span<UInt8>,
    _ count: Int,
    at position: (Int) -> Int,
    to places: inout MutableSpan<Int32>,
  ) {
    guard matter else { return }
    let offsets = offsets.span
    precondition(offsets.count == Self.codes)
    for index in 0..<count { places[index] &+= offsets[Int(codes[position(index)])] }
  }
}

/// What the whole years since something began add to a place.
struct LengthOffsets: Sendable {
  /// The offsets month by month, the last one for all that is longer; empty if all are zero.
  private let offsets: [Int32]

  /// Lays the offsets out by months.
  ///
  /// - Parameter ofYears: By whole years, the last one for all that is longer.
  init(_ ofYears: [Int32]) {
    self.offsets = ofYears.contains { $0 != 0 } ? ofYears.byMonths : []
  }

  /// Whether any offset is not zero.
  var matter: Bool { !offsets.isEmpty }

  /// The offset since a month, where they matter; what lies ahead counts as if it began now.
  @inline(__always)
  subscript(start: CompactMonth, clock: TeacherClock) -> Int32 {
    offsets[Self.months(since: start, clock, limit: offsets.count - 1)]
  }

  @inline(__always)
  private static func months(
    since start: CompactMonth,
    _ clock: TeacherClock,
    limit: Int,
  ) -> Int {
    min(max(0, clock.now &- Int(start.months)), limit)
  }

  /// Adds the offsets of rows of a block to their places.
  ///
  /// - Parameters:
  ///   - starts: When it began for the rows of the block.
  ///   - clock: The date.
  ///   - count: How many rows.
  ///   - position: Where in the block each of them stands.
  ///   - places: Receives the sums, from its start.
  @inline(__always)
  func add(
    _ starts: Span<CompactMonth>,
    _ clock: TeacherClock,
    _ count: Int,
    at position: (Int) -> Int,
    to places: inout MutableSpan<Int32>,
  ) {
    guard matter else { return }
    let offsets = offsets.span
    for index in 0..<count {
      let start = starts[position(index)]
      let months = Self.months(since: start, clock, limit: offsets.count - 1)
      places[index] &+= offsets[months]
    }
  }
}

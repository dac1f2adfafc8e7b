// SPDX-License-Identifier: GPL-3.0-or-later

/// What ages and lengths of service add at the start of a window, and whether it lasts.
struct PayTimes<Part: KeyPart>: Sendable {
  private let ofExperience: LengthParts<Part>
  private let ofAge: LengthParts<Part>
  private let ofTenure: LengthParts<Part>
  private let obligation: Part
  /// The month, counted since January 1900, by which the first month of the window is reckoned.
  let first: Int
  private let last: Int

  /// Prepares a window.
  ///
  /// - Parameters:
  ///   - parts: What each attribute adds.
  ///   - first: The clock by which the first month is reckoned.
  ///   - last: That of the last month of teachers who stay.
  init(_ parts: KeyParts<Part>, from first: TeacherClock, to last: TeacherClock) {
    self.ofExperience = LengthParts(parts.ofExperience, from: first, to: last)
    self.ofAge = LengthParts(parts.ofAge, from: first, to: last)
    self.ofTenure = LengthParts(parts.ofTenure, from: first, to: last)
    self.obligation = parts.ofObligation[1]
    self.first = first.now
    self.last = last.now
  }

  /// Whether what they add lasts through the window for everybody.
  var areSteady: Bool {
    ofExperience.isSteady && ofAge.isSteady && ofTenure.isSteady
      && (obligation == .zero || first == last)
  }

  /// Whether anything but ages makes a difference.
  var useMoreThanAges: Bool {
    ofExperience.isUsed || ofTenure.isUsed || obligation != .zero
  }

  /// Adds the parts of teachers at the start of the window, and says for whom they change within it.
  ///
  /// - Parameters:
  ///   - rows: The teachers' rows.
  ///   - population: The teachers.
  ///   - sums: Receives the parts, from its start.
  ///   - changes: Receives who is concerned, from its start.
  @inline(__always)
  func add(
    _ rows: Range<Int>,
    of population: borrowing Population,
    to sums: inout MutableSpan<Part>,
    _ changes: inout MutableSpan<PaidChange>,
  ) {
    ofExperience.add(population.serviceStart.span.extracting(rows), to: &sums, &changes)
    ofAge.add(population.birth.span.extracting(rows), to: &sums, &changes)
    ofTenure.add(population.schoolStart.span.extracting(rows), to: &sums, &changes)
    guard obligation != .zero else { return }
    let ends = population.obligationEnd
    for index in 0..<rows.count {
      let end = Int(ends[rows.lowerBound &+ index].months)
      if end > first { sums[index] = sums[index].plus(obligation) }
      if end > first, end <= last { changes[index].insert(.irregular) }
    }
  }

  /// Adds the parts of teachers, those of ages excepted, where they last through the window.
  ///
  /// - Parameters:
  ///   - rows: The teachers' rows.
  ///   - population: The teachers.
  ///   - sums: Receives the parts, from its start.
  @inline(__always)
  func addAllButAges(
    _ rows: Range<Int>,
    of population: borrowing Population,
    to sums: inout MutableSpan<Part>,
  ) {
    ofExperience.add(population.serviceStart.span.extracting(rows), to: &sums)
    ofTenure.add(population.schoolStart.span.extracting(rows), to: &sums)
    guard obligation != .zero else { return }
    let ends = population.obligationEnd
    for index in 0..<rows.count where Int(ends[rows.lowerBound &+ index].months) > first {
      sums[index] = sums[index].plus(obligation)
    }
  }
}

/// The parts by the months that have passed since something began.
private struct LengthParts<Part: KeyPart>: Sendable {
  /// The parts by months; empty if the length makes no difference.
  private let parts: [Part]
  /// Whether the part is another one at the end of the window, by months; empty if none is.
  private let changes: [PaidChange]
  private let now: Int
  /// Whether no part changes within the window.
  let isSteady: Bool

  /// Whether the length makes a difference.
  var isUsed: Bool { !parts.isEmpty }

  init(_ ofYears: [Part], from first: TeacherClock, to last: TeacherClock) {
    let isUsed = ofYears.contains { $0 != .zero }
    self.parts = isUsed ? ofYears.byMonths : []
    self.changes = Self.changes(of: self.parts, in: last.now - first.now)
    self.now = first.now
    self.isSteady = changes.isEmpty
  }

  /// Which parts are other ones when some months have passed; empty if none is.
  private static func changes(of parts: [Part], in months: Int) -> [PaidChange] {
    let isSteady =
      months == 0 || parts.indices.allSatisfy { later(parts, $0 + months) == parts[$0] }
    guard !isSteady else { return [] }
    return parts.indices.map { later(parts, $0 + months) == parts[$0] ? [] : .irregular }
  }

  private static func later(_ parts: [Part], _ months: Int) -> Part {
    parts[min(months, parts.count - 1)]
  }

  /// The months that have passed since a start.
  @inline(__always)
  private func months(since start: CompactMonth) -> Int { now &- Int(start.months) }

  /// The number of months that stands for a time, which may not have begun or have lasted longer.
  @inline(__always)
  private func known(_ months: Int, of count: Int) -> Int { min(max(0, months), count &- 1) }

  @inline(__always)
  func add(_ starts: Span<CompactMonth>, to sums: inout MutableSpan<Part>) {
    guard isUsed else { return }
    let parts = parts.span
    let (first, last) = starts.bounds
    if months(since: last) >= 0, months(since: first) < parts.count {
      // Asked for all together, so that no row has to be.
      for index in starts.indices {
        sums[index] = sums[index].plus(parts[months(since: starts[index])])
      }
    } else {
      for index in starts.indices {
        let months = known(months(since: starts[index]), of: parts.count)
        sums[index] = sums[index].plus(parts[months])
      }
    }
  }

  @inline(__always)
  func add(
    _ starts: Span<CompactMonth>,
    to sums: inout MutableSpan<Part>,
    _ changes: inout MutableSpan<PaidChange>,
  ) {
    add(starts, to: &sums)
    guard !isSteady else { return }
    let ofMonths = self.changes.span
    for index in starts.indices {
      let months = known(months(since: starts[index]), of: ofMonths.count)
      changes[index].formUnion(ofMonths[months])
    }
  }
}

extension Span<CompactMonth> {
  /// The first and the last month.
  fileprivate var bounds: (first: CompactMonth, last: CompactMonth) {
    var (first, last) = (Int16.max, Int16.min)
    for index in indices {
      first = Swift.min(first, self[index].months)
      last = Swift.max(last, self[index].months)
    }
    return (CompactMonth(months: first), CompactMonth(months: last))
  }
}

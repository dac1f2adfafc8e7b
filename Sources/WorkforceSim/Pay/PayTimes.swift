// SPDX-License-Identifier: GPL-3.0-or-later

/// What ages and lengths of service add at the start of a window, and whether it lasts.
struct PayTimes<Part: KeyPart>: Sendable {
  private let ofExperience: LengthParts<Part>
  private let ofAge: LengthParts<Part>
  private let ofTenure: LengthParts<Part>
  private let obligation: Part
  private let first: Int
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

  /// Adds the parts of teachers where they last through the window.
  ///
  /// - Parameters:
  ///   - rows: The teachers' rows.
  ///   - population: The teachers.
  ///   - sums: Receives the parts, from its start.
  @inline(__always)
  func add(_ rows: Range<Int>, of population: borrowing Population, to sums: inout MutableSpan<Part>) {
    ofExperience.add(population.serviceStart.span.extracting(rows), to: &sums)
    ofAge.add(population.birth.span.extracting(rows), to: &sums)
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
  /// Whether the part is another one at the end of the window, by months.
  private let changes: [PaidChange]
  private let now: Int
  /// Whether no part changes within the window.
  let isSteady: Bool

  init(_ ofYears: [Part], from first: TeacherClock, to last: TeacherClock) {
    let limit = ofYears.count - 1
    let passing = last.now - first.now
    let isUsed = ofYears.contains { $0 != .zero }
    let months = isUsed ? 0..<limit * 12 + 1 : 0..<0
    self.parts = months.map { ofYears[$0 / 12] }
    let changes = months.map { month -> PaidChange in
      ofYears[month / 12] == ofYears[min((month + passing) / 12, limit)] ? [] : .irregular
    }
    self.changes = changes
    self.now = first.now
    self.isSteady = changes.allSatisfy { $0 == [] }
  }

  /// The months that have passed since a start.
  @inline(__always)
  private func months(since start: CompactMonth, most: Int) -> Int {
    min(max(0, now &- Int(start.months)), most)
  }

  @inline(__always)
  func add(_ starts: Span<CompactMonth>, to sums: inout MutableSpan<Part>) {
    guard !parts.isEmpty else { return }
    let parts = parts.span
    for index in starts.indices {
      let months = months(since: starts[index], most: parts.count &- 1)
      sums[index] = sums[index].plus(parts[months])
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
      let months = months(since: starts[index], most: ofMonths.count &- 1)
      changes[index].formUnion(ofMonths[months])
    }
  }
}

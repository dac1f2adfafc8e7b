// SPDX-License-Identifier: GPL-3.0-or-later

/// What ages and lengths of service make of keys at the start of a window, and whether it lasts.
struct PayTimes: Sendable {
  private let ofExperience: LengthParts
  private let ofAge: LengthParts
  private let ofTenure: LengthParts
  private let obligation: PayKey
  private let first: Int
  private let last: Int

  /// Prepares a window.
  ///
  /// - Parameters:
  ///   - keys: The parts of keys.
  ///   - first: The clock by which the first month is reckoned.
  ///   - last: That of the last month of teachers who stay.
  init(_ keys: PayKeys, from first: TeacherClock, to last: TeacherClock) {
    self.ofExperience = LengthParts(keys.ofExperience, from: first, to: last)
    self.ofAge = LengthParts(keys.ofAge, from: first, to: last)
    self.ofTenure = LengthParts(keys.ofTenure, from: first, to: last)
    self.obligation = keys.ofObligation[1]
    self.first = first.now
    self.last = last.now
  }

  /// Adds the parts of teachers, and says of whom they are not the same in the whole window.
  ///
  /// - Parameters:
  ///   - rows: The teachers' rows.
  ///   - population: The teachers.
  ///   - teachers: Receives the parts, from its start.
  @inline(__always)
  func add(
    _ rows: Range<Int>,
    of population: borrowing Population,
    to teachers: inout MutableSpan<PayStart>,
  ) {
    ofExperience.add(population.serviceStart.span.extracting(rows), to: &teachers)
    ofAge.add(population.birth.span.extracting(rows), to: &teachers)
    ofTenure.add(population.schoolStart.span.extracting(rows), to: &teachers)
    guard obligation != .zero else { return }
    let ends = population.obligationEnd
    for index in 0..<rows.count {
      let end = Int(ends[rows.lowerBound &+ index].months)
      if end > first { teachers[index].key &+= obligation }
      if end > first, end <= last { teachers[index].isIrregular = true }
    }
  }
}

/// The parts of keys by the months that have passed since something began.
private struct LengthParts: Sendable {
  private struct Part: Sendable {
    let key: PayKey
    /// Whether it is the same at the end of the window.
    let lasts: Bool
  }

  /// The parts by months; empty if the length makes no difference.
  private let parts: [Part]
  private let now: Int

  init(_ ofYears: [PayKey], from first: TeacherClock, to last: TeacherClock) {
    let limit = ofYears.count - 1
    let passing = last.now - first.now
    self.now = first.now
    guard ofYears.contains(where: { $0 != .zero }) else {
      self.parts = []
      return
    }
    self.parts = (0...limit * 12).map { months in
      let key = ofYears[months / 12]
      return Part(key: key, lasts: key == ofYears[min((months + passing) / 12, limit)])
    }
  }

  @inline(__always)
  func add(_ starts: Span<CompactMonth>, to teachers: inout MutableSpan<PayStart>) {
    guard !parts.isEmpty else { return }
    let parts = parts.span
    for index in starts.indices {
      let months = min(max(0, now - Int(starts[index].months)), parts.count - 1)
      teachers[index].key &+= parts[months].key
      if !parts[months].lasts { teachers[index].isIrregular = true }
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// A holder of a grade who can rise to the next one.
struct PostGradeCandidate {
  let row: Int32
  /// The place and the months in the title in one number, as ``SeniorityCounts`` counts.
  let seniority: UInt32

  /// Nobody.
  init() {
    self.row = 0
    self.seniority = 0
  }

  /// Describes a holder.
  ///
  /// - Parameters:
  ///   - row: The row of the holder.
  ///   - place: The group and the grade to which the holder can rise.
  ///   - months: The months in the title.
  @inline(__always)
  init(row: Int, place: Int, months: Int) {
    self.row = Int32(truncatingIfNeeded: row)
    let known = min(months, SeniorityCounts.longest)
    self.seniority = UInt32(truncatingIfNeeded: place &* SeniorityCounts.width &+ known)
  }

  /// The group and the grade to which the holder can rise.
  var place: Int { Int(seniority / UInt32(SeniorityCounts.width)) }

  /// The months in the title, long times taken together.
  var months: Int16 { Int16(truncatingIfNeeded: seniority % UInt32(SeniorityCounts.width)) }
}

/// Who rises to a place: all above a number of months, and some of those who have as many.
struct SeniorityLimit {
  /// The months above which everybody rises.
  var months: Int16
  /// The places for those with as many months.
  var places: Int32
}

/// Working space for who rises to another grade, kept from year to year as it is large.
package struct PostGradeWorkspace {
  /// How senior the candidates are; counts nobody between two years.
  var seniority = SeniorityCounts()
  /// The candidates, and room for more.
  var candidates: [PostGradeCandidate] = []

  /// Creates empty working space.
  package init() {}

  /// Makes room.
  ///
  /// - Parameters:
  ///   - places: The number of groups and grades.
  ///   - holders: The number of those who could be candidates.
  mutating func prepare(places: Int, holders: Int) {
    seniority.prepare(places: places)
    let missing = max(0, holders - candidates.count)
    candidates += repeatElement(PostGradeCandidate(), count: missing)
  }
}

/// How many candidates of each place have held their title for how long.
struct SeniorityCounts {
  /// Longer times are taken together; the order among them is that of holders.
  static let longest = 255
  /// The lengths of time of a place.
  static let width = longest + 1

  /// Candidates by place and months.
  private var counts: [Int32] = []

  /// Makes room for places; nobody is counted yet.
  ///
  /// - Parameter places: The number of places.
  mutating func prepare(places: Int) {
    guard counts.count != places * Self.width else { return }
    counts = [Int32](repeating: 0, count: places * Self.width)
  }

  /// Forgets the candidates that were counted.
  ///
  /// - Parameters:
  ///   - candidates: The candidates and others after them.
  ///   - count: How many were counted.
  mutating func forget(_ candidates: [PostGradeCandidate], count: Int) {
    var counts = counts.mutableSpan
    for candidate in candidates.prefix(count) { counts[Int(candidate.seniority)] = 0 }
  }

  /// Counts a candidate once or not at all.
  @inline(__always)
  mutating func count(_ candidate: PostGradeCandidate, times: Int32) {
    counts[Int(candidate.seniority)] &+= times
  }

  /// Who rises to each place.
  ///
  /// Nobody has as many months as the limit of a place that is not free.
  ///
  /// - Parameter free: The free places by group and grade.
  /// - Returns: The limit of each place.
  func limits(free: [Int]) -> [SeniorityLimit] {
    free.indices.map { place in
      guard free[place] > 0 else { return SeniorityLimit(months: .max, places: 0) }
      var left = Int32(truncatingIfNeeded: free[place])
      let first = place * Self.width
      let counts = counts.span.extracting(first..<first + Self.width)
      for months in (1...Self.longest).reversed() {
        let count = counts[months]
        if count > left { return SeniorityLimit(months: Int16(months), places: left) }
        left -= count
      }
      return SeniorityLimit(months: 0, places: 0)
    }
  }
}

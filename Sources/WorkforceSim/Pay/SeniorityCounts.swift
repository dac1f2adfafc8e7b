// SPDX-License-Identifier: GPL-3.0-or-later

/// The grade of a holder and the months in the title in one number.
struct Seniority: Comparable {
  /// Longer times are taken together; the order among them is that of holders.
  static let longest = 255
  /// The lengths of time of a place.
  static let width = longest + 1
  /// That of those who are not in post; no limit is lower.
  static let none = Seniority(place: 0, months: 0)

  private let number: UInt32

  /// Puts place and months together.
  ///
  /// - Parameters:
  ///   - place: The group and the grade that is held.
  ///   - months: The months in the title.
  @inline(__always)
  init(place: Int, months: Int) {
    let known = max(0, min(months, Self.longest))
    self.number = UInt32(truncatingIfNeeded: place &* Self.width &+ known)
  }

  /// The group and the grade that is held.
  @inline(__always)
  var place: Int { index / Self.width }

  /// The position among the seniorities of all places.
  @inline(__always)
  var index: Int { Int(number) }

  @inline(__always)
  static func < (left: Seniority, right: Seniority) -> Bool { left.number < right.number }
}

/// Who rises from a place: all above a seniority, and some of those who have the same.
struct SeniorityLimit {
  /// The seniority above which everybody rises.
  var seniority: Seniority
  /// The places for those with the same seniority.
  var places: Int32
}

/// Working space for who rises to another grade, kept from year to year as it is large.
package struct PostGradeWorkspace {
  /// How many holders are how senior.
  var counts = SeniorityCounts()
  /// The seniority of each row.
  var seniority: [Seniority] = []

  /// Creates empty working space.
  package init() {}

  /// Makes room.
  ///
  /// - Parameters:
  ///   - places: The number of groups and grades.
  ///   - rows: The number of rows.
  mutating func prepare(places: Int, rows: Int) {
    counts.prepare(places: places)
    let missing = max(0, rows - seniority.count)
    seniority += repeatElement(.none, count: missing)
  }
}

/// How many holders of each place have held their title for how long.
struct SeniorityCounts {
  /// Holders by place and months.
  private var counts: [Int32] = []

  /// Makes room for places; nobody is counted yet.
  ///
  /// - Parameter places: The number of places.
  mutating func prepare(places: Int) {
    counts.replaceAll(with: 0, count: places * Seniority.width)
  }

  /// Counts holders.
  ///
  /// - Parameter holders: How senior they are.
  mutating func count(_ holders: ArraySlice<Seniority>) {
    let holders = holders.span
    var counts = counts.mutableSpan
    for row in holders.indices { counts[holders[row].index] &+= 1 }
  }

  /// Who rises from each place.
  ///
  /// Nobody is above the limit of a place from which nobody can rise.
  ///
  /// - Parameter free: The free places to which holders can rise, by group and grade.
  /// - Returns: The limit of each place.
  func limits(free: [Int]) -> [SeniorityLimit] {
    free.indices.map { place in
      let (months, places) = limit(of: place, free: free[place])
      return SeniorityLimit(seniority: Seniority(place: place, months: months), places: places)
    }
  }

  private func limit(of place: Int, free: Int) -> (months: Int, places: Int32) {
    guard free > 0 else { return (Seniority.longest, 0) }
    var left = Int32(truncatingIfNeeded: free)
    let first = place * Seniority.width
    let counts = counts.span.extracting(first..<first + Seniority.width)
    for months in (1...Seniority.longest).reversed() {
      let count = counts[months]
      if count > left { return (months, left) }
      left -= count
    }
    return (0, 0)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The points of teachers in the competition for posts, and the rank that schools give them.
///
/// points = title + degree + service × min(years, limit) + backbone + merit × *u*, with *u* drawn for
/// each teacher and year. Schools of a region see the same points. Ranks are whole numbers, the
/// smaller the better: first those who hold the post already, then by points in steps of 2^-20, then
/// by lot.
package struct CompetitionScore: Sendable {
  private let title: [Double]
  private let degree: [Double]
  private let service: Double
  private let serviceYears: Int
  private let backbone: Double
  private let merit: Double
  private let draws: DecisionStream
  private let clock: TeacherClock

  /// Prepares the points of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - year: The year.
  package init(_ rules: PlacementRules, in year: SimulatedYear) {
    let titles = year.values(rules.titleScore)
    let degrees = year.values(rules.degreeScore)
    self.title = (0..<year.dimensions.count(.title)).map { titles[(.title, $0)] }
    self.degree = (0..<year.dimensions.count(.degree)).map { degrees[(.degree, $0)] }
    self.service = year.number(rules.serviceScore)
    self.serviceYears = Int(year.number(rules.serviceScoreYears))
    self.backbone = year.number(rules.backboneScore)
    self.merit = year.number(rules.meritScore)
    self.draws = year.stream(.placementMerit)
    self.clock = year.clock
  }

  /// The ranks that schools give teachers who hold none of their posts.
  ///
  /// - Parameters:
  ///   - rows: The rows of the teachers.
  ///   - population: All teachers.
  /// - Returns: The rank of each of the rows.
  package func ranks(of rows: [Int], in population: borrowing Population) -> [UInt64] {
    let words = draws.words(of: rows, ids: population.id)
    return rows.indices.map { rank(of: rows[$0], in: population, bits: words[$0]) }
  }

  /// The rank that schools give a teacher who holds none of their posts.
  package func rank(of row: Int, in population: borrowing Population) -> UInt64 {
    rank(of: row, in: population, bits: draws.bits(for: population.id[row]))
  }

  @inline(__always)
  private func rank(of row: Int, in population: borrowing Population, bits: UInt32) -> UInt64 {
    let points = points(of: row, in: population, bits: bits)
    // 12 bits before the point hold points from -2048 to 2047, 20 bits after it the rest.
    let steps = UInt64((min(max(points, -2047), 2047) + 2048) * 0x1p20)
    return 1 << 63 | (0xFFFF_FFFF - steps) << 31 | UInt64(bits >> 1)
  }

  @inline(__always)
  private func points(of row: Int, in population: borrowing Population, bits: UInt32) -> Double {
    let years = clock.years(since: population.serviceStart[row], limit: serviceYears)
    return title[Int(population.title[row])] + degree[Int(population.degree[row])]
      + service * Double(years) + (population.isBackbone[row] ? backbone : 0)
      + merit * (Double(bits) + 0.5) * 0x1p-32
  }

  /// The rank of a teacher for a post that is the teacher's own, before all others.
  package static func rankOfHolder(_ rank: UInt64) -> UInt64 { rank & ~(1 << 63) }
}

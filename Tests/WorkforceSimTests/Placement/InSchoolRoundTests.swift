// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The competition of the teachers of a school for its posts.
struct InSchoolRoundTests {
  /// One school with eight teachers of Chinese and four posts of it.
  private func scenario() -> SchoolScenario {
    var built = SchoolScenario(years: 4, School(code: "a", region: 0, stages: [0]))
    built.add(8, to: 0) { teacher, number in
      teacher.title = number == 1 || number == 4 ? 1 : 0
      teacher.degree = number == 2 || number == 4 ? 1 : 0
      teacher.isBackbone = number == 5 || number == 4
      teacher.serviceStart = CompactMonth(Month(year: 2000 + number, month: 9))
    }
    built.needInPrimary(4)
    built.small.set("posts.table", 4)
    built.small.set("placement.merit_score", 0)
    return built
  }

  /// The teachers who keep their post.
  private func keepers(_ built: SchoolScenario, in year: Int = 2025) throws -> [UInt64] {
    var bench = try SchoolBench(built)
    bench.advance(to: year)
    return (0..<8).filter { bench.school(ofTeacher: $0) == 0 }
  }

  static let criteria: [(parameter: String, axis: Axis, values: [Double], kept: [UInt64])] = [
    ("placement.title_score", .title, [0, 5], [1, 4]),
    ("placement.title_score", .title, [5, 0], [0, 2, 3, 5, 6, 7]),
    ("placement.degree_score", .degree, [0, 5], [2, 4]),
  ]

  @Test(arguments: criteria)
  func `a title or degree that scores goes before the others`(
    criterion: (parameter: String, axis: Axis, values: [Double], kept: [UInt64])
  ) throws {
    var built = scenario()
    built.small.set(criterion.parameter, by: [criterion.axis]) { criterion.values[$0[0]] }
    let kept = try keepers(built)
    #expect(kept.count == 4)
    #expect(Set(kept).isSuperset(of: criterion.kept) || Set(kept).isSubset(of: criterion.kept))
  }

  @Test func `backbone teachers go before the others where that scores`() throws {
    var built = scenario()
    built.small.set("placement.backbone_score", 0.01)
    #expect(Set(try keepers(built)).isSuperset(of: [4, 5]))
  }

  @Test func `years of service score up to a limit`() throws {
    var built = scenario()
    built.small.set("placement.service_score", 0.1)
    #expect(try keepers(built) == [0, 1, 2, 3])
    // All have 18 years on the counting day, and with a limit of 10 a title decides.
    built.small.set("placement.service_score_years", 10)
    built.small.set("placement.title_score", by: [.title], 0, 0.01)
    #expect(Set(try keepers(built)).isSuperset(of: [1, 4]))
  }

  @Test func `the sum of all points decides`() throws {
    var built = scenario()
    built.small.set("placement.title_score", by: [.title], 0, 4)
    built.small.set("placement.degree_score", by: [.degree], 0, 3)
    built.small.set("placement.backbone_score", 2)
    // Points 9, 4, 3 and 2 for teachers 4, 1, 2 and 5; the rest have none.
    #expect(try keepers(built) == [1, 2, 4, 5])
  }

  @Test func `merit alone goes by the draw of the year`() throws {
    var built = scenario()
    built.small.set("placement.merit_score", 1)
    let year = try SchoolBench(built).year(2025)
    let draws = year.stream(.placementMerit)
    let best = (0..<8).map { UInt64($0) }.sorted {
      draws.uniform(for: $0) > draws.uniform(for: $1)
    }.prefix(4).sorted()
    #expect(try keepers(built) == best)
  }

  @Test func `the posts of the school bind, not those of its subjects alone`() throws {
    // Three subjects need 1.5 posts each of four: each may take up to two, the school only four.
    var built = scenario()
    built.small.teachers = []
    for cell in 0..<3 {
      built.add(2, to: 0, cell: cell) { teacher, number in
        teacher.title = cell == 1 ? 1 : UInt8(number)
      }
    }
    built.needInPrimary(4, 4, 4)
    built.small.set("placement.title_score", by: [.title], 0, 5)
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.slotStaff(bench.population) == [1, 2, 1])
  }

  @Test(arguments: [
    (2025, 3.0, [2025, 2028]), (2026, 2, [2026, 2028]), (2023, 3, [2026]), (2025, 1, [2025]),
  ])
  func `terms begin in their years`(first: Int, length: Double, years: [Int]) throws {
    for year in 2025...2028 {
      var built = scenario()
      built.small.set("placement.first_term", Double(Month(year: first, month: 9).index))
      built.small.set("placement.term_years", length)
      let begins = length == 1 || years.contains(year)
      #expect(try keepers(built, in: year).count == (begins ? 4 : 8), "\(year)")
    }
  }

  @Test func `teachers without an authorised post do not compete`() throws {
    var built = scenario()
    built.add(5, to: 0) { teacher, _ in teacher.contract = 1 }
    var bench = try SchoolBench(built)
    bench.advance(to: 2025)
    #expect(bench.counts[0].covered == 8)
    #expect(bench.counts[0].competing == 8)
    #expect(bench.staff(of: 0) == 9)
  }
}

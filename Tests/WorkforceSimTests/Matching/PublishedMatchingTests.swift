// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct PublishedMatchingTests {
  private func match(_ instance: MatchingInstance) -> Matching {
    var market = TwoLevelMarket()
    return instance.match(with: &market)
  }

  private func numbers(_ lists: [[Int]]) -> [[Int]] {
    lists.map { $0.map { $0 - 1 } }
  }

  // National Resident Matching Program, "How the matching algorithm works", its example of eight
  // applicants and four programmes of two places each, with the final matches printed there.
  // Applicants: Anderson, Brown, Chen, Davis, Eastman, Ford, Garcia, Hassan (0 to 7).
  // Programmes: Mercy, City, General, State (0 to 3). A programme that does not
  // rank an applicant comes off the applicant's list.
  @Test func `the example of the NRMP gives its published matches`() {
    let lists = [
      [1], [1, 0], [1, 0], [1, 2, 3], [1, 0, 3, 2], [1, 3], [1, 0, 3, 2], [3, 1, 0, 2],
    ]
    let rankings = [
      [2, 6], [6, 7, 4, 0, 1, 2, 3, 5], [1, 4, 7, 0, 2, 3, 6], [1, 4, 0, 2, 7, 5, 3, 6],
    ]
    let acceptable = lists.enumerated().map { applicant, list in
      list.filter { rankings[$0].contains(applicant) }
    }
    let instance = MatchingInstance(
      capacities: [2, 2, 2, 2],
      lists: acceptable,
      rankings: rankings,
    )
    #expect(match(instance) == [nil, nil, 0, 2, 1, 3, 1, 3])
  }

  // Abraham, Irving and Manlove (2007), their instance of seven students, eight projects and three
  // lecturers; that no stable matching is better for a student is found by search.
  @Test func `the worked instance of Abraham, Irving and Manlove gives its best matching`() {
    var instance = MatchingInstance(
      capacities: [3, 2, 2],
      lists: numbers([
        [1, 7], [1, 2, 3, 4, 5, 6], [2, 1, 4], [2], [1, 2, 3, 4], [2, 3, 4, 5, 6], [5, 3, 8],
      ]),
      rankings: numbers([[7, 4, 1, 3, 2, 5, 6], [3, 2, 6, 7, 5], [1, 7]]),
    )
    instance.posts = numbers([[1, 2, 3], [4, 5, 6], [7, 8]])
    instance.postCapacity = [2, 1, 1, 1, 1, 1, 1, 1]
    let result = match(instance)
    #expect(result == [0, 4, 3, 1, nil, nil, 2])
    let stable = instance.stableMatchings()
    #expect(stable.contains(result))
    for other in stable {
      for (student, project) in other.enumerated() {
        guard let project else { continue }
        #expect(!instance.prefers(student, post: project, to: result[student]))
      }
    }
  }

  /// An instance of stable marriage with the best matching of either side.
  struct Marriage: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var men: [[Int]]
    var women: [[Int]]
    /// The wife of each man in the best matching of the men, and in that of the women.
    var bestOfMen: [Int]
    var bestOfWomen: [Int]
    var stableCount: Int
  }

  static let marriages = [
    // D. Gale and L. S. Shapley, College admissions and the stability of marriage, American
    // Mathematical Monthly 69 (1962), example 1: exactly three stable sets of marriages.
    Marriage(
      testDescription: "Gale and Shapley 1962",
      men: [[1, 2, 3], [2, 3, 1], [3, 1, 2]],
      women: [[2, 3, 1], [3, 1, 2], [1, 2, 3]],
      bestOfMen: [1, 2, 3],
      bestOfWomen: [3, 1, 2],
      stableCount: 3,
    ),
    // D. E. Knuth, Mariages stables, 1976; D. Gusfield and R. W. Irving, The Stable Marriage Problem,
    // 1989: ten stable matchings, the most for four couples.
    Marriage(
      testDescription: "Knuth 1976",
      men: [[1, 2, 3, 4], [2, 1, 4, 3], [3, 4, 1, 2], [4, 3, 2, 1]],
      women: [[4, 3, 2, 1], [3, 4, 1, 2], [2, 1, 4, 3], [1, 2, 3, 4]],
      bestOfMen: [1, 2, 3, 4],
      bestOfWomen: [4, 3, 2, 1],
      stableCount: 10,
    ),
  ]

  @Test(arguments: marriages)
  func `the side that proposes gets its best stable matching`(example: Marriage) {
    let count = example.men.count
    let ones = [Int](repeating: 1, count: count)
    let (men, women) = (numbers(example.men), numbers(example.women))
    let menPropose = MatchingInstance(capacities: ones, lists: men, rankings: women)
    let womenPropose = MatchingInstance(capacities: ones, lists: women, rankings: men)
    #expect(match(menPropose) == example.bestOfMen.map { $0 - 1 })
    let husbands = match(womenPropose)
    #expect((0..<count).map { husbands.firstIndex(of: $0) } == example.bestOfWomen.map { $0 - 1 })
    #expect(menPropose.stableMatchings().count == example.stableCount)
  }
}

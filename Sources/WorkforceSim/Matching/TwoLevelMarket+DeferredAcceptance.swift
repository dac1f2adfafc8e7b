// SPDX-License-Identifier: GPL-3.0-or-later

extension TwoLevelMarket {
  /// Matches applicants to posts by deferred acceptance, the applicants proposing.
  ///
  /// Each applicant without a place proposes to the next post of its list. A full post keeps the
  /// better of the newcomer and its worst admitted; so does, over all of its posts, a full school
  /// whose post has room. The rejected proposes further. The result has no blocking pair
  /// (``blockingPairs(of:)``), gives every applicant the best post it has in any matching without
  /// one, and does not depend on the order of proposals.
  ///
  /// Source: algorithm SPA-student of Abraham, Irving and Manlove (2007). It deletes
  /// choices that can no longer succeed; here they are proposed and rejected, which leaves the result
  /// as it is: the worst admitted of a full post or school only ever gets better, and a post that
  /// loses an admitted to the limit of its school belongs to a school that stays full.
  ///
  /// - Parameter assignment: Replaced by the choice each applicant gets, as a position in
  ///   ``choicePost``, or -1 for none.
  /// - Complexity: O(c log p + a s) at worst, for c choices, p places a post, a admissions and s
  ///   posts a school.
  package mutating func match(into assignment: inout [Int32]) {
    assert(hasConsistentChoices, "A list names a post twice or a school ranks an applicant twice.")
    prepareAdmission()
    assignment.removeAll(keepingCapacity: true)
    for first in firstChoice { assignment.append(Int32(truncatingIfNeeded: first)) }
    for applicant in 0..<applicantCount { place(applicant, proposing: &assignment) }
    for applicant in 0..<applicantCount
    where Int(assignment[applicant]) == choices(of: applicant).upperBound {
      assignment[applicant] = -1
    }
  }

  /// Empties all posts; none needs more room than it can ever fill.
  private mutating func prepareAdmission() {
    demand.replaceAll(with: 0, count: postSchool.count)
    Self.count(choicePost, into: &demand)
    for post in postSchool.indices {
      let capacity = min(postCapacity[post], schoolCapacity[postSchool[post]])
      demand[post] = min(demand[post], capacity)
    }
    admitted.replaceAll(rooms: demand)
    schoolCount.replaceAll(with: 0, count: schoolCapacity.count)
    worstOfSchool.replaceAll(with: .best, count: schoolCapacity.count)
  }

  /// Counts how many applicants list each post.
  private static func count(_ choicePost: [Int32], into demand: inout [Int]) {
    var demand = demand.mutableSpan
    for post in choicePost { demand[Int(post)] += 1 }
  }

  /// Lets an applicant propose, then whoever is rejected, until nobody is.
  ///
  /// - Parameters:
  ///   - newcomer: The applicant without a place.
  ///   - choice: The choice each applicant stands at: the one it holds, or proposes next, or the end
  ///     of its list.
  private mutating func place(_ newcomer: Int, proposing choice: inout [Int32]) {
    var applicant = newcomer
    while Int(choice[applicant]) < choices(of: applicant).upperBound {
      let position = Int(choice[applicant])
      let claim = Claim(rank: choiceRank[position], applicant: Int32(applicant))
      guard let rejected = admit(claim, to: Int(choicePost[position])) else { return }
      applicant = Int(rejected.applicant)
      choice[applicant] += 1
    }
  }

  /// Admits an applicant to a post if it is good enough.
  ///
  /// - Returns: Who has no place now: the applicant, one who had to make room, or nobody.
  private mutating func admit(_ claim: Claim, to post: Int) -> Claim? {
    let school = postSchool[post]
    let schoolIsFull = schoolCount[school] == schoolCapacity[school]
    if schoolIsFull, worstOfSchool[school] < claim { return claim }
    var rejected: Claim?
    if admitted.isFull(post) {
      let worst = admitted.worst(of: post)
      guard claim < worst else { return claim }
      admitted.replaceWorst(of: post, with: claim)
      rejected = worst
    } else {
      if schoolIsFull { rejected = dismissWorst(of: school) } else { schoolCount[school] += 1 }
      admitted.insert(claim, into: post)
    }
    if schoolCount[school] == schoolCapacity[school] {
      worstOfSchool[school] = admitted.worst(of: worstPost(of: school))
    }
    return rejected
  }

  /// Takes the place from the worst admitted of a full school.
  private mutating func dismissWorst(of school: Int) -> Claim {
    let post = worstPost(of: school)
    defer { admitted.removeWorst(of: post) }
    return admitted.worst(of: post)
  }

  /// The post that holds the worst admitted of a school.
  private func worstPost(of school: Int) -> Int {
    let posts = posts(of: school)
    var worst = posts.lowerBound
    for post in posts
    where admitted.worst(of: worst) < admitted.worst(of: post) {
      worst = post
    }
    return worst
  }

  /// Whether no list names a post twice and each school has one rank for each applicant.
  private var hasConsistentChoices: Bool {
    (0..<applicantCount).allSatisfy { applicant in
      var posts: Set<Int32> = []
      var ranks: [Int: UInt64] = [:]
      return choices(of: applicant).allSatisfy { choice in
        let school = postSchool[Int(choicePost[choice])]
        let rank = ranks.updateValue(choiceRank[choice], forKey: school) ?? choiceRank[choice]
        return posts.insert(choicePost[choice]).inserted && rank == choiceRank[choice]
      }
    }
  }
}

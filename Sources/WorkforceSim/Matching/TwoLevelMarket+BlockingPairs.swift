// SPDX-License-Identifier: GPL-3.0-or-later

extension TwoLevelMarket {
  /// Counts the pairs of an applicant and a post that would rather be matched with each other.
  ///
  /// A pair blocks an assignment if the applicant lists the post, prefers it to the post assigned,
  /// or has none, and
  /// - both the post and its school have a place left; or
  /// - the post has a place left, the school is full, and the applicant is at the school already or
  ///   ranks before the worst admitted of the school; or
  /// - the post is full and the applicant ranks before the worst admitted of the post.
  ///
  /// An assignment without such a pair is stable. Source: Abraham, Irving and Manlove (2007),
  /// section 2.
  ///
  /// - Parameter assignment: The choice each applicant has, as a position in ``choicePost``, or -1;
  ///   no post and no school has more than its capacity.
  /// - Returns: The number of blocking pairs.
  /// - Complexity: O(n) for n choices, applicants, posts and schools together.
  package mutating func blockingPairs(of assignment: [Int32]) -> Int {
    countAdmitted(in: assignment)
    var count = 0
    for applicant in 0..<applicantCount {
      let held = assignment[applicant]
      let choices = choices(of: applicant)
      let end = held < 0 ? choices.upperBound : Int(held)
      let school = held < 0 ? nil : postSchool[Int(choicePost[Int(held)])]
      for choice in choices.lowerBound..<end {
        let claim = Claim(rank: choiceRank[choice], applicant: Int32(applicant))
        if wouldAdmit(claim, to: Int(choicePost[choice]), currentSchool: school) { count += 1 }
      }
    }
    return count
  }

  /// Whether a post would take an applicant who leaves its place for it.
  private func wouldAdmit(_ claim: Claim, to post: Int, currentSchool: Int?) -> Bool {
    let school = postSchool[post]
    if postCount[post] >= postCapacity[post] { return claim < worstOfPost[post] }
    if schoolCount[school] < schoolCapacity[school] { return true }
    return school == currentSchool || claim < worstOfSchool[school]
  }

  /// Counts the admitted of each post and school and finds the worst of them.
  private mutating func countAdmitted(in assignment: [Int32]) {
    precondition(assignment.count == applicantCount, "There are \(applicantCount) applicants.")
    postCount.replaceAll(with: 0, count: postSchool.count)
    worstOfPost.replaceAll(with: .best, count: postSchool.count)
    schoolCount.replaceAll(with: 0, count: schoolCapacity.count)
    worstOfSchool.replaceAll(with: .best, count: schoolCapacity.count)
    for (applicant, held) in assignment.enumerated() where held >= 0 {
      count(applicant, holding: Int(held))
    }
  }

  /// Counts one applicant at the post of a choice and at its school.
  private mutating func count(_ applicant: Int, holding choice: Int) {
    precondition(
      choices(of: applicant).contains(choice),
      "Choice \(choice) is not one of applicant \(applicant).",
    )
    let claim = Claim(rank: choiceRank[choice], applicant: Int32(applicant))
    let post = Int(choicePost[choice])
    let school = postSchool[post]
    postCount[post] += 1
    schoolCount[school] += 1
    worstOfPost[post] = max(worstOfPost[post], claim)
    worstOfSchool[school] = max(worstOfSchool[school], claim)
  }
}

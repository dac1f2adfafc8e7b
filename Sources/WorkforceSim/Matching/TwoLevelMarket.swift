// SPDX-License-Identifier: GPL-3.0-or-later

/// A market of applicants and posts in which posts and the schools they belong to have capacities.
///
/// Each applicant lists posts in strict order of preference; a post not listed is not acceptable.
/// A school ranks the applicants to all of its posts on one scale. It admits at most as many to a
/// post as the post has places, and at most as many in all as the school has places. This is the
/// student-project allocation problem with applicants as students, posts as projects and schools as
/// lecturers. Source: D. J. Abraham, R. W. Irving and D. F. Manlove, Two algorithms for the
/// Student-Project Allocation problem, Journal of Discrete Algorithms 5 (2007), 73-90,
/// doi:10.1016/j.jda.2006.03.006. Unlike there, a capacity may be zero and bears no relation to
/// the others.
///
/// Schools come first, each followed by its posts; then applicants, each followed by its choices:
///
///     market.removeAll()
///     market.addSchool(capacity: 3)
///     let post = market.addPost(capacity: 2)
///     market.addApplicant()
///     market.addChoice(post: post, rank: 17)
///     market.match(into: &assignment)
///
/// Equal ranks go to the applicant added first. With strict ranks the result does not depend on the
/// order of the applicants: a caller whose scores tie puts a lot into the low bits of the rank.
///
/// A value keeps its memory between markets: once it has seen the largest, nothing is allocated.
package struct TwoLevelMarket: Sendable {
  /// The number of places of each school.
  package private(set) var schoolCapacity: [Int] = []
  /// Where the posts of each school begin.
  private(set) var firstPost: [Int] = []
  /// The school of each post.
  package private(set) var postSchool: [Int] = []
  /// The number of places of each post.
  package private(set) var postCapacity: [Int] = []
  /// Where the choices of each applicant begin.
  package private(set) var firstChoice: [Int] = []
  /// The post of each choice.
  package private(set) var choicePost: [Int32] = []
  /// The rank the post's school gives the applicant of each choice; smaller is better.
  package private(set) var choiceRank: [UInt64] = []

  /// How many applicants each post can admit of those who list it, once applicants are matched.
  var demand: [Int] = []
  /// The admitted of each post while applicants are matched.
  var admitted = ClaimHeaps()
  /// The number of admitted of each post.
  var postCount: [Int] = []
  /// The number of admitted of each school.
  var schoolCount: [Int] = []
  /// The worst of the admitted of each post.
  var worstOfPost: [Claim] = []
  /// The worst of the admitted of each school.
  var worstOfSchool: [Claim] = []

  /// Creates an empty market.
  package init() {}

  /// The number of applicants.
  package var applicantCount: Int { firstChoice.count }

  /// The choices of an applicant, best first.
  @inline(__always)
  func choices(of applicant: Int) -> Range<Int> {
    let next = applicant + 1
    let end = next < firstChoice.count ? firstChoice[next] : choicePost.count
    return firstChoice[applicant]..<end
  }

  /// The posts of a school.
  @inline(__always)
  func posts(of school: Int) -> Range<Int> {
    let next = school + 1
    let end = next < firstPost.count ? firstPost[next] : postSchool.count
    return firstPost[school]..<end
  }

  /// Removes schools, posts and applicants and keeps the memory.
  package mutating func removeAll() {
    schoolCapacity.removeAll(keepingCapacity: true)
    firstPost.removeAll(keepingCapacity: true)
    postSchool.removeAll(keepingCapacity: true)
    postCapacity.removeAll(keepingCapacity: true)
    removeApplicants()
  }

  /// Removes the applicants and keeps schools, posts and the memory.
  package mutating func removeApplicants() {
    firstChoice.removeAll(keepingCapacity: true)
    choicePost.removeAll(keepingCapacity: true)
    choiceRank.removeAll(keepingCapacity: true)
  }

  /// Adds a school; the posts added next are its own.
  ///
  /// - Parameter capacity: The most it admits to all of its posts; not negative.
  /// - Returns: The position of the school.
  @discardableResult
  package mutating func addSchool(capacity: Int) -> Int {
    precondition(capacity >= 0, "The capacity \(capacity) of a school is negative.")
    schoolCapacity.append(capacity)
    firstPost.append(postSchool.count)
    return schoolCapacity.count - 1
  }

  /// Adds a post to the school added last.
  ///
  /// - Parameter capacity: The most it admits; not negative.
  /// - Returns: The position of the post.
  @discardableResult
  package mutating func addPost(capacity: Int) -> Int {
    precondition(capacity >= 0, "The capacity \(capacity) of a post is negative.")
    precondition(!schoolCapacity.isEmpty, "The post belongs to no school.")
    postSchool.append(schoolCapacity.count - 1)
    postCapacity.append(capacity)
    return postSchool.count - 1
  }

  /// Adds an applicant; the choices added next are its own, best first.
  ///
  /// - Returns: The position of the applicant.
  @discardableResult
  package mutating func addApplicant() -> Int {
    firstChoice.append(choicePost.count)
    return applicantCount - 1
  }

  /// Adds the next best post to the list of the applicant added last.
  ///
  /// - Parameters:
  ///   - post: The post; a list names it once.
  ///   - rank: The place the post's school gives the applicant, smaller is better; the same for all
  ///     posts of the school.
  package mutating func addChoice(post: Int, rank: UInt64) {
    precondition(postSchool.indices.contains(post), "There is no post \(post).")
    precondition(applicantCount > 0, "The choice belongs to no applicant.")
    choicePost.append(Int32(post))
    choiceRank.append(rank)
  }

  /// Adds the next best posts to the list of the applicant added last.
  ///
  /// - Parameters:
  ///   - posts: The posts, best first; a list names none twice.
  ///   - rank: The place the posts' schools give the applicant, smaller is better.
  package mutating func addChoices(_ posts: some Collection<Int>, rank: UInt64) {
    precondition(applicantCount > 0, "The choices belong to no applicant.")
    let (start, postCount) = (choicePost.count, postSchool.count)
    choicePost.append(contentsOf: repeatElement(0, count: posts.count))
    choiceRank.append(contentsOf: repeatElement(rank, count: posts.count))
    var added = choicePost.mutableSpan
    for (position, post) in posts.enumerated() {
      precondition(post >= 0 && post < postCount, "There is no post \(post).")
      added[start + position] = Int32(truncatingIfNeeded: post)
    }
  }
}

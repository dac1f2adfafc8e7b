// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

/// The post each applicant has.
typealias Matching = [Int?]

/// An instance of the student-project allocation problem, with a definition of stability of its own.
struct MatchingInstance: Sendable {
  var schoolCapacity: [Int]
  /// The posts of each school, numbered from 0 school after school.
  var posts: [[Int]]
  var postCapacity: [Int]
  /// The posts each applicant lists, best first.
  var lists: [[Int]]
  /// The applicants of each school, best first; who is not listed does not list its posts.
  var rankings: [[Int]]

  /// The instance of one post a school: hospitals and residents.
  init(capacities: [Int], lists: [[Int]], rankings: [[Int]]) {
    schoolCapacity = capacities
    posts = capacities.indices.map { [$0] }
    postCapacity = capacities
    self.lists = lists
    self.rankings = rankings
  }

  /// Whether a school ranks an applicant before another.
  func prefers(_ school: Int, _ applicant: Int, to other: Int) -> Bool {
    rankings[school].prefix { $0 != other }.contains(applicant)
  }

  /// Whether an applicant likes a post better than what it has; having none comes last.
  func prefers(_ applicant: Int, post: Int, to held: Int?) -> Bool {
    lists[applicant].prefix { $0 != held }.contains(post)
  }

  /// Whether nobody has an unlisted post and no capacity is exceeded.
  func isFeasible(_ matching: Matching) -> Bool {
    zip(lists, matching).allSatisfy { list, post in post.map(list.contains) ?? true }
      && posts.indices.allSatisfy { school in
        people(matching, atPostsOf: school).count <= schoolCapacity[school]
          && posts[school].allSatisfy { post in
            matching.count { $0 == post } <= postCapacity[post]
          }
      }
  }

  private func people(_ matching: Matching, atPostsOf school: Int) -> [Int] {
    matching.indices.filter { matching[$0].map(posts[school].contains) ?? false }
  }

  /// Whether an applicant and a post block a matching, by trial.
  ///
  /// The applicant, who likes the post better, leaves its place and sits down at the post. The pair
  /// blocks if that fits the capacities as it is or after the dismissal of somebody whom the school
  /// ranks behind the applicant. This is the definition of Abraham, Irving and Manlove (2007) without
  /// its cases.
  func blocks(_ applicant: Int, _ post: Int, in matching: Matching) -> Bool {
    guard prefers(applicant, post: post, to: matching[applicant]) else { return false }
    var trial = matching
    trial[applicant] = post
    if isFeasible(trial) { return true }
    guard let school = posts.firstIndex(where: { $0.contains(post) }) else { return false }
    return people(matching, atPostsOf: school).contains { other in
      guard prefers(school, applicant, to: other) else { return false }
      var trial = trial
      trial[other] = nil
      return isFeasible(trial)
    }
  }

  func blockingPairs(of matching: Matching) -> Int {
    lists.indices.reduce(0) { count, applicant in
      count + lists[applicant].count { blocks(applicant, $0, in: matching) }
    }
  }

  /// All matchings within the capacities.
  func allMatchings() -> [Matching] {
    var matchings: [Matching] = [[]]
    for list in lists {
      matchings = matchings.flatMap { start in
        ([nil] + list.map(Optional.some)).map { start + [$0] }
      }
    }
    return matchings.filter(isFeasible)
  }

  func stableMatchings() -> [Matching] {
    allMatchings().filter { blockingPairs(of: $0) == 0 }
  }
}

extension MatchingInstance {
  /// Draws a small instance, scarce enough to have several stable matchings at times.
  init(using generator: inout SplitMix64) {
    let schools = Int.random(in: 2...4, using: &generator)
    let applicants = Int.random(in: 1...5, using: &generator)
    self.init(capacities: [], lists: [], rankings: [])
    for _ in 0..<schools {
      let count = Int.random(in: 1...2, using: &generator)
      posts.append(Array(postCapacity.count..<postCapacity.count + count))
      for _ in 0..<count {
        postCapacity.append([0, 1, 1, 1, 1, 2].randomElement(using: &generator) ?? 1)
      }
      schoolCapacity.append([0, 1, 1, 1, 1, 2, 2, 3].randomElement(using: &generator) ?? 1)
      rankings.append((0..<applicants).shuffled(using: &generator))
    }
    for _ in 0..<applicants {
      let length = [0, 2, 3, 4, 4, 4].randomElement(using: &generator) ?? 4
      lists.append(Array(postCapacity.indices.shuffled(using: &generator).prefix(length)))
    }
  }

  /// Fills a market, the applicants in an order.
  func fill(_ market: inout TwoLevelMarket, order: [Int]) {
    market.removeAll()
    for school in schoolCapacity.indices {
      market.addSchool(capacity: schoolCapacity[school])
      for post in posts[school] { market.addPost(capacity: postCapacity[post]) }
    }
    for applicant in order {
      market.addApplicant()
      for post in lists[applicant] {
        let rank = rankings[market.postSchool[post]].prefix { $0 != applicant }.count
        market.addChoice(post: post, rank: UInt64(rank))
      }
    }
  }

  /// Matches the applicants in an order.
  func match(with market: inout TwoLevelMarket, order: [Int]? = nil) -> Matching {
    let order = order ?? Array(lists.indices)
    fill(&market, order: order)
    var assignment: [Int32] = []
    market.match(into: &assignment)
    var matching = Matching(repeating: nil, count: order.count)
    for (applicant, choice) in zip(order, assignment) where choice >= 0 {
      matching[applicant] = Int(market.choicePost[Int(choice)])
    }
    return matching
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// What schools are worth to teachers.
///
/// utility = location + key school + ε, with ε a standard Gumbel draw for each pair of teacher and
/// school that stays the same for life, so that choices follow a multinomial logit and a teacher who
/// liked a school last year still does. Source: D. McFadden, Conditional logit analysis of
/// qualitative choice behavior, in Frontiers in Econometrics, 1974.
package struct SchoolPreference: ~Copyable {
  private let base: [Double]
  /// The third word of the counters of each school's tastes: the school takes the place of the year,
  /// since a taste is for life and for one school.
  private let tasteWord: [UInt32]
  private let ownSchool: Double
  private let key: RandomKey
  private var stream: CountStream
  private var blocks = PhiloxBlocks()

  /// Prepares the utilities of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - network: The schools.
  ///   - year: The year.
  package init(_ rules: PlacementRules, network: SchoolNetwork, in year: SimulatedYear) {
    let location = year.values(rules.locationUtility)
    let keySchool = year.number(rules.keySchoolUtility)
    self.base = zip(network.locationOfSchool, network.isKeySchool).map { own, isKeySchool in
      location[(.location, own)] + (isKeySchool ? keySchool : 0)
    }
    let key = year.key
    self.tasteWord = network.codeNumber.map {
      key.counter(decision: .placementTaste, year: Int($0 & 0xFFFF), choiceOf: 0).z
    }
    self.ownSchool = year.number(rules.ownSchoolUtility)
    self.key = key
    self.stream = CountStream(key: year.key, decision: .placementTaste, year: 0)
  }

  /// The utility of a school to a teacher.
  ///
  /// - Parameters:
  ///   - school: The school.
  ///   - id: The teacher's identity.
  /// - Returns: The utility.
  package mutating func utility(of school: Int, to id: UInt64) -> Double {
    var counter = counter(of: id)
    counter.z = tasteWord[school]
    stream.start(at: counter, key: key.philoxKey)
    return base[school] + stream.gumbel(location: 0, scale: 1)
  }

  /// The utility of staying at the own school.
  package mutating func utilityOfStaying(at school: Int, to id: UInt64) -> Double {
    utility(of: school, to: id) + ownSchool
  }

  /// The utilities of several schools to a teacher.
  ///
  /// - Parameters:
  ///   - schools: The schools.
  ///   - id: The teacher's identity.
  ///   - utilities: Replaced by the utility of each school.
  package mutating func findUtilities(
    of schools: [Int],
    to id: UInt64,
    into utilities: inout [Double],
  ) {
    findUtilities(count: schools.count, to: id, into: &utilities) { schools[$0] }
  }

  /// The utilities of several schools to a teacher.
  ///
  /// - Parameters:
  ///   - count: The number of schools.
  ///   - id: The teacher's identity.
  ///   - utilities: Replaced by the utility of each school.
  ///   - school: The school at each position.
  @inline(__always)
  package mutating func findUtilities(
    count: Int,
    to id: UInt64,
    into utilities: inout [Double],
    school: (Int) -> Int,
  ) {
    var counter = counter(of: id)
    let (key, tasteWord) = (key.philoxKey, tasteWord)
    blocks.compute(count: count, key: key) { position in
      counter.z = tasteWord[school(position)]
      return counter
    }
    utilities.replaceAll(with: 0, count: count)
    var found = utilities.mutableSpan
    for position in 0..<count {
      // One draw stays within the block, so that the counter of the next one is never used.
      stream.start(at: counter, key: key, block: blocks[position])
      found[position] = base[school(position)] + stream.gumbel(location: 0, scale: 1)
    }
  }

  /// The counter of a teacher's tastes, without the word that is the school's.
  private func counter(of id: UInt64) -> SIMD4<UInt32> {
    key.counter(decision: .placementTaste, year: 0, choiceOf: id)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// What schools are worth to teachers.
///
/// utility = location + key school + ε, with ε a standard Gumbel draw for each pair of teacher and
/// school that stays the same for life, so that choices follow a multinomial logit and a teacher who
/// liked a school last year still does. Source: D. McFadden, Conditional logit analysis of
/// qualitative choice behavior, in Frontiers in Econometrics, 1974.
package struct SchoolPreference: ~Copyable {
  private let base: [Double]
  /// The distinct values of `base`, and the position of each school's.
  private let levels: [Double]
  private let levelOfSchool: [Int]
  private let tasteNumber: [Int]
  private let ownSchool: Double
  private let key: RandomKey
  private var stream: CountStream
  private var blocks = PhiloxBlocks()
  private var lowestWords: [UInt32] = []

  /// Prepares the utilities of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of placement.
  ///   - network: The schools.
  ///   - year: The year.
  package init(_ rules: PlacementRules, network: SchoolNetwork, in year: SimulatedYear) {
    let location = year.values(rules.locationUtility)
    let keySchool = year.number(rules.keySchoolUtility)
    let base = zip(network.locationOfSchool, network.isKeySchool).map { own, isKeySchool in
      location[(.location, own)] + (isKeySchool ? keySchool : 0)
    }
    let levels = Set(base).sorted()
    self.base = base
    self.levels = levels
    self.levelOfSchool = base.map { levels.firstIndex(of: $0) ?? 0 }
    self.tasteNumber = network.codeNumber.map { Int($0 & 0xFFFF) }
    self.ownSchool = year.number(rules.ownSchoolUtility)
    self.key = year.key
    self.stream = CountStream(key: year.key, decision: .placementTaste, year: 0)
  }

  /// The utility of a school to a teacher.
  ///
  /// - Parameters:
  ///   - school: The school.
  ///   - id: The teacher's identity.
  /// - Returns: The utility.
  package mutating func utility(of school: Int, to id: UInt64) -> Double {
    stream.start(at: Self.counter(tasteNumber[school], of: id, key), key: key.philoxKey)
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
  ///   - least: The utility from which a school matters.
  ///   - utilities: Replaced by the utility of each school, or −∞ where it is surely below the least.
  package mutating func findUtilities(
    of schools: [Int],
    to id: UInt64,
    least: Double = -.infinity,
    into utilities: inout [Double],
  ) {
    let (key, tasteNumber) = (key, tasteNumber)
    blocks.compute(count: schools.count, key: key.philoxKey) {
      Self.counter(tasteNumber[schools[$0]], of: id, key)
    }
    utilities.removeAll(keepingCapacity: true)
    findLowestWords(least: least)
    for (position, school) in schools.enumerated() {
      let block = blocks[position]
      guard block.x >= lowestWords[levelOfSchool[school]] else {
        utilities.append(-.infinity)
        continue
      }
      stream.start(
        at: Self.counter(tasteNumber[school], of: id, key),
        key: key.philoxKey,
        block: block,
      )
      utilities.append(base[school] + stream.gumbel(location: 0, scale: 1))
    }
  }

  /// Finds the first words of a taste below which the utility stays below the least, by level.
  ///
  /// ε is −log(−log *u*) of a uniform *u* whose upper 32 bits are the word, so the utility reaches the
  /// least from *u* = exp(−exp(level − least)) on; a billionth less leaves room for rounding.
  private mutating func findLowestWords(least: Double) {
    lowestWords.removeAll(keepingCapacity: true)
    for level in levels {
      let lowest = exp(-exp(level - least)) * (1 - 1e-9)
      lowestWords.append(UInt32(lowest * 0x1p32))
    }
  }

  /// The counter of a taste: the school takes the place of the year, since a taste is for life and
  /// for one school.
  @inline(__always)
  private static func counter(_ taste: Int, of id: UInt64, _ key: RandomKey) -> SIMD4<UInt32> {
    key.counter(decision: .placementTaste, year: taste, choiceOf: id)
  }
}

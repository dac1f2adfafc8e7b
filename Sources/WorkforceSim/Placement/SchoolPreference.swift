// SPDX-License-Identifier: GPL-3.0-or-later

/// What schools are worth to teachers.
///
/// utility = location + key school + ε, with ε a standard Gumbel draw for each pair of teacher and
/// school that stays the same for life, so that choices follow a multinomial logit and a teacher who
/// liked a school last year still does. Source: D. McFadden, Conditional logit analysis of
/// qualitative choice behavior, in Frontiers in Econometrics, 1974.
package struct SchoolPreference {
  private let base: [Double]
  /// The third word of the counters of each school's tastes: the school takes the place of the year,
  /// since a taste is for life and for one school.
  private let tasteWord: [UInt32]
  private let ownSchool: Double
  private let key: RandomKey
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
  }

  /// The utility of a school to a teacher.
  ///
  /// - Parameters:
  ///   - school: The school.
  ///   - id: The teacher's identity.
  /// - Returns: The utility.
  package func utility(of school: Int, to id: UInt64) -> Double {
    let block = Philox.block(counter: counter(of: id, school), key: key.philoxKey)
    return base[school] + StandardGumbel.draw(of: Philox.uniform(block.x, block.y))
  }

  /// The utility of staying at the own school.
  package func utilityOfStaying(at school: Int, to id: UInt64) -> Double {
    utility(of: school, to: id) + ownSchool
  }

  /// The utilities of the schools of several posts, each to the teacher who may wish for it.
  ///
  /// - Parameters:
  ///   - wishes: The teachers and posts; their tastes are drawn together.
  ///   - utilities: Replaced by the utility of each.
  mutating func findUtilities(of wishes: [PostWish], into utilities: inout [Double]) {
    let wishes = wishes.span.extracting(wishes.indices)
    let tasteWord = tasteWord
    blocks.compute(count: wishes.count, key: key.philoxKey) { [key] position in
      let (id, school) = (wishes[position].id, wishes[position].school)
      var counter = key.counter(decision: .placementTaste, year: 0, choiceOf: id)
      counter.z = tasteWord[Int(school)]
      return counter
    }
    utilities.replaceAll(with: 0, count: wishes.count)
    let base = base.span
    var found = utilities.mutableSpan
    blocks.forEachUniform { position, uniform in
      found[position] = base[Int(wishes[position].school)] + StandardGumbel.draw(of: uniform)
    }
  }

  /// The counter of a teacher's taste for a school.
  @inline(__always)
  private func counter(of id: UInt64, _ school: Int) -> SIMD4<UInt32> {
    var counter = key.counter(decision: .placementTaste, year: 0, choiceOf: id)
    counter.z = tasteWord[school]
    return counter
  }
}

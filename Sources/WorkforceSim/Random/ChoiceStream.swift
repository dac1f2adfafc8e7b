// SPDX-License-Identifier: GPL-3.0-or-later

/// One choice for each teacher, for one decision in one year of one replication.
///
/// What ``DecisionStream`` is for an event, this is for a choice among many: drawn with GSL from a
/// ``DiscreteDistribution``, and dependent on seed, replication, year, decision and the teacher's
/// identity alone. A teacher has one block of Philox, which is two uniform numbers: the first picks
/// from the table, the second is spare. There is no way to draw a third, which would be the next
/// teacher's first.
package struct ChoiceStream: ~Copyable {
  private var stream: CountStream
  private let key: RandomKey
  private let decision: Decision
  private let year: Int
  private var blocks = PhiloxBlocks()

  /// Creates the stream of a decision in a year.
  ///
  /// - Parameters:
  ///   - key: The seed and the replication.
  ///   - decision: What is decided.
  ///   - year: The school year, 0 to 65,535.
  package init(key: RandomKey, decision: Decision, year: Int) {
    self.stream = CountStream(key: key, decision: decision, year: year)
    self.key = key
    self.decision = decision
    self.year = year
  }

  /// Draws a teacher's class, which is the same however often it is asked for.
  ///
  /// - Parameters:
  ///   - table: The classes and their probabilities.
  ///   - id: The teacher's identity, below 2^63.
  /// - Returns: The position of the class among the weights of the table, and a number between 0
  ///   and 1, both excluded, that is independent of it.
  package mutating func draw(
    from table: DiscreteDistribution,
    for id: UInt64,
  ) -> (choice: Int, spare: Double) {
    stream.start(at: counter(of: id), key: key.philoxKey)
    return draw(from: table)
  }

  /// Draws the classes of many teachers, as if each were drawn alone.
  ///
  /// - Parameters:
  ///   - table: The classes and their probabilities.
  ///   - ids: The teachers' identities.
  /// - Returns: For each of them what ``draw(from:for:)`` gives.
  package mutating func draw(
    from table: DiscreteDistribution,
    for ids: [UInt64],
  ) -> [(choice: Int, spare: Double)] {
    let (key, decision, year) = (key, decision, year)
    blocks.compute(count: ids.count, key: key.philoxKey) {
      key.counter(decision: decision, year: year, choiceOf: ids[$0])
    }
    return ids.indices.map { position in
      stream.start(at: counter(of: ids[position]), key: key.philoxKey, block: blocks[position])
      return draw(from: table)
    }
  }

  private func counter(of id: UInt64) -> SIMD4<UInt32> {
    key.counter(decision: decision, year: year, choiceOf: id)
  }

  /// Draws from where the stream stands.
  private mutating func draw(from table: DiscreteDistribution) -> (choice: Int, spare: Double) {
    // GSL takes one uniform number for the table.
    let choice = table.sample(using: &stream)
    return (choice, stream.uniform())
  }
}

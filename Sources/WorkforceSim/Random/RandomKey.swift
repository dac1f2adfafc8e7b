// SPDX-License-Identifier: GPL-3.0-or-later

/// The identity of one replication's random numbers.
///
/// A draw is a function of seed, replication, year, decision and subject: the teacher, or the index
/// of a count stream and the place in it. These are mapped one to one into the key and the counter
/// of Philox, so that different draws never share a random word. Key and counter word 3 are the same
/// for all kinds of draw: the seed, low half first, and the replication. The rest is:
///
/// | counter | event of a teacher       | choice of a teacher      | count stream         |
/// |---------|--------------------------|--------------------------|----------------------|
/// | word 0  | id / 4, low half         | id, low half             | block in the stream  |
/// | word 1  | id / 4, high half        | 2^31, id, high half      | index of the stream  |
/// | word 2  | decision (15 bits), year | decision (15 bits), year | 2^31, decision, year |
///
/// The remainder of id / 4 chooses among the four words of an event's block; a choice has a block to
/// itself. The uppermost bit of word 2 keeps count streams apart from teachers even if they were
/// given the same decision. That of word 1 keeps choices apart from events, where a quarter of an
/// identity leaves it 0.
package struct RandomKey: Hashable, Sendable {
  /// The seed of the run, given by the scenario.
  package var seed: UInt64
  /// The replication, counted from 0.
  package var replication: UInt32

  /// Creates the identity of a replication's random numbers.
  ///
  /// - Parameters:
  ///   - seed: The seed of the run.
  ///   - replication: The replication, counted from 0.
  package init(seed: UInt64, replication: UInt32) {
    self.seed = seed
    self.replication = replication
  }

  /// The key of Philox, low word first.
  package var philoxKey: (UInt32, UInt32) {
    (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  }

  /// Returns the counter of the block that holds a teacher's word and those of three neighbours.
  ///
  /// - Parameters:
  ///   - decision: What is decided.
  ///   - year: The school year, 0 to 65,535.
  ///   - id: The teacher's identity.
  /// - Returns: The counter; the two low bits of `id` are not in it.
  package func counter(decision: Decision, year: Int, teacher id: UInt64) -> SIMD4<UInt32> {
    let block = id >> 2
    return SIMD4(
      UInt32(truncatingIfNeeded: block),
      UInt32(truncatingIfNeeded: block >> 32),
      Self.word(decision, year),
      replication,
    )
  }

  /// Returns the counter of the block that holds a teacher's choice.
  ///
  /// - Parameters:
  ///   - decision: What is decided.
  ///   - year: The school year, 0 to 65,535.
  ///   - id: The teacher's identity, below 2^63.
  /// - Returns: The counter, which no other teacher has.
  package func counter(decision: Decision, year: Int, choiceOf id: UInt64) -> SIMD4<UInt32> {
    precondition(id < 1 << 63, "a teacher's identity is below 2^63; \(id) was given")
    return SIMD4(
      UInt32(truncatingIfNeeded: id),
      1 << 31 | UInt32(truncatingIfNeeded: id >> 32),
      Self.word(decision, year),
      replication,
    )
  }

  /// Returns the counter of the first block of a count stream.
  ///
  /// - Parameters:
  ///   - decision: What is counted.
  ///   - year: The school year, 0 to 65,535.
  ///   - index: The cell or other part that the stream belongs to.
  /// - Returns: The counter with block number 0.
  package func counter(decision: Decision, year: Int, stream index: UInt32) -> SIMD4<UInt32> {
    SIMD4(0, index, 1 << 31 | Self.word(decision, year), replication)
  }

  private static func word(_ decision: Decision, _ year: Int) -> UInt32 {
    precondition(
      0...0xFFFF ~= year,
      "random numbers exist for the years 0 to 65535; \(year) was given",
    )
    precondition(decision.rawValue < 1 << 15, "\(decision) has a number above 15 bits")
    return UInt32(decision.rawValue) << 16 | UInt32(year)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The identity of one replication's random numbers.
///
/// A draw is a function of seed, replication, year, decision and subject: the teacher, or the index
/// of a count stream and the place in it. These are mapped one to one into the key and the counter
/// of Philox, so that different draws never share a random word:
///
/// | word      | draw for a teacher         | count stream              |
/// |-----------|----------------------------|---------------------------|
/// | key 0     | seed, low half             | seed, low half            |
/// | key 1     | seed, high half            | seed, high half           |
/// | counter 0 | id / 4, low half           | block in the stream       |
/// | counter 1 | id / 4, high half          | index of the stream       |
/// | counter 2 | decision (15 bits), year   | 2^31, decision, year      |
/// | counter 3 | replication                | replication               |
///
/// The remainder of id / 4 chooses among the four words of the block. The uppermost bit of counter
/// word 2 keeps the two kinds of stream apart even if they were given the same decision.
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

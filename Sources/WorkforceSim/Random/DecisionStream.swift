// SPDX-License-Identifier: GPL-3.0-or-later

import CKeyedRandom

/// One random word for each teacher, for one decision in one year of one replication.
///
/// The word of a teacher depends on seed, replication, year, decision and the teacher's identity
/// alone: not on the order of the calls, not on who else is asked. A lever that changes nothing
/// changes no word, and scenarios are compared teacher by teacher on the same words.
///
/// Four neighbouring identities share one block of Philox: word = block(id / 4)[id mod 4]. Asking
/// for single teachers computes a block each time, ``NeighbouringWords`` computes it once for
/// neighbours that follow each other, ``fill(ids:into:)`` and ``find(_:among:into:)`` compute many at
/// a time; the words are the same.
package struct DecisionStream: Sendable {
  private let key: (UInt32, UInt32)
  private let upperHalf: (UInt32, UInt32)

  /// Creates the stream of a decision in a year.
  ///
  /// - Parameters:
  ///   - key: The seed and the replication.
  ///   - decision: What is decided.
  ///   - year: The school year, 0 to 65,535.
  package init(key: RandomKey, decision: Decision, year: Int) {
    let counter = key.counter(decision: decision, year: year, teacher: 0)
    self.key = key.philoxKey
    upperHalf = (counter.z, counter.w)
  }

  /// Returns the random word of a teacher.
  ///
  /// - Parameter id: The teacher's identity.
  /// - Returns: A word uniform over all 32-bit numbers.
  @inline(__always)
  package func bits(for id: UInt64) -> UInt32 {
    Self.word(of: id, in: block(id >> 2))
  }

  /// Returns the random number of a teacher between 0 and 1, both excluded.
  ///
  /// - Parameter id: The teacher's identity.
  /// - Returns: (word + 1/2) × 2^-32.
  @inline(__always)
  package func uniform(for id: UInt64) -> Double {
    Self.uniform(of: bits(for: id))
  }

  /// Returns the number between 0 and 1 that a word stands for, both excluded.
  ///
  /// - Parameter word: The word.
  /// - Returns: (word + 1/2) × 2^-32.
  @inline(__always)
  package static func uniform(of word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  /// How many words stand for a number below a share, so that none has to be turned into the number:
  /// (word + 1/2) × 2^-32 is below the share where the word is below this bound.
  ///
  /// - Parameter share: The share, at least 0.
  /// - Returns: The bound.
  static func words(below share: Double) -> UInt64 {
    UInt64(max(0, (share * 0x1p32 - 0.5).rounded(.up)))
  }

  /// Decides whether an event happens to a teacher.
  ///
  /// - Parameters:
  ///   - threshold: The probability of the event.
  ///   - id: The teacher's identity.
  /// - Returns: Whether the teacher's word is below the threshold.
  @inline(__always)
  package func happens(_ threshold: ProbabilityThreshold, for id: UInt64) -> Bool {
    threshold.includes(bits(for: id))
  }

  /// Writes the random word of each teacher, as ``bits(for:)`` gives it.
  ///
  /// - Parameters:
  ///   - ids: The teachers' identities in any order.
  ///   - words: Where the words go, one for each identity, from its start.
  package func fill(ids: Span<UInt64>, into words: inout [UInt32]) {
    precondition(
      ids.count <= words.count,
      "\(ids.count) teachers need as many words; there is room for \(words.count)",
    )
    unsafe ids.withUnsafeBufferPointer { ids in
      unsafe words.withUnsafeMutableBufferPointer { words in
        guard let first = ids.baseAddress, let place = words.baseAddress else { return }
        unsafe keyed_random_fill(
          first,
          ids.count,
          upperHalf.0,
          upperHalf.1,
          keyed_random_key(word: key),
          place,
        )
      }
    }
  }

  /// Finds the teachers to whom an event happens, and their words.
  ///
  /// - Parameters:
  ///   - threshold: The probability of the event.
  ///   - ids: The teachers' identities in any order.
  ///   - draws: Receives those whose words are below the threshold, in the order of identities.
  package func find(
    _ threshold: ProbabilityThreshold,
    among ids: Span<UInt64>,
    into draws: inout LowDraws,
  ) {
    unsafe ids.withUnsafeBufferPointer { ids in
      unsafe draws.replace(capacity: ids.count) { positions, words in
        guard let first = ids.baseAddress else { return 0 }
        return unsafe keyed_random_below(
          first,
          ids.count,
          upperHalf.0,
          upperHalf.1,
          keyed_random_key(word: key),
          threshold.bound,
          positions,
          words,
        )
      }
    }
  }

  @inline(__always)
  fileprivate func block(_ number: UInt64) -> SIMD4<UInt32> {
    let low = UInt32(truncatingIfNeeded: number)
    let high = UInt32(truncatingIfNeeded: number >> 32)
    return Philox.block(counter: SIMD4(low, high, upperHalf.0, upperHalf.1), key: key)
  }

  // Two selections instead of a subscript, which would go through memory.
  @inline(__always)
  fileprivate static func word(of id: UInt64, in block: SIMD4<UInt32>) -> UInt32 {
    let first = id & 1 == 0 ? block.x : block.y
    let second = id & 1 == 0 ? block.z : block.w
    return id & 2 == 0 ? first : second
  }
}

/// The words of a decision for teachers who are asked one after another.
///
/// The last block is kept, so neighbours that follow each other share the work; the words are those
/// of ``DecisionStream/bits(for:)``.
package struct NeighbouringWords: Sendable {
  private let stream: DecisionStream
  private var number: UInt64
  private var current: SIMD4<UInt32>

  /// Begins with the block of the identities 0 to 3.
  ///
  /// - Parameter stream: The stream of the decision.
  package init(_ stream: DecisionStream) {
    self.stream = stream
    self.number = 0
    self.current = stream.block(0)
  }

  /// Returns the random word of a teacher.
  ///
  /// - Parameter id: The teacher's identity.
  /// - Returns: A word uniform over all 32-bit numbers.
  @inline(__always)
  package mutating func bits(for id: UInt64) -> UInt32 {
    if id >> 2 != number {
      number = id >> 2
      current = stream.block(number)
    }
    return DecisionStream.word(of: id, in: current)
  }

  /// Returns the random number of a teacher between 0 and 1, both excluded.
  ///
  /// - Parameter id: The teacher's identity.
  /// - Returns: (word + 1/2) × 2^-32.
  @inline(__always)
  package mutating func uniform(for id: UInt64) -> Double {
    DecisionStream.uniform(of: bits(for: id))
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import CKeyedRandom

/// A sequence of draws for one cell, for one decision in one year of one replication.
///
/// The distributions are those of the GNU Scientific Library over a generator of our own type,
/// which is keyed as ``RandomKey`` says. A stream is moved to another cell with
/// ``use(key:decision:year:index:)``, which costs about a nanosecond; one stream serves a whole
/// replication.
///
/// A stream can be neither copied nor shared: two owners would draw the same numbers, and the
/// generator is not safe to use from two threads. Arguments that no distribution has are programmer
/// errors and end the process before GSL sees them; what a user writes is checked with
/// ``Distribution/problem`` first.
@safe
package struct CountStream: ~Copyable {
  let generator: UnsafeMutablePointer<gsl_rng>

  /// Creates the stream of a decision in a year, at its first draw.
  ///
  /// - Parameters:
  ///   - key: The seed and the replication.
  ///   - decision: What is counted.
  ///   - year: The school year, 0 to 65,535.
  ///   - index: The cell or other part that the stream belongs to.
  package init(key: RandomKey, decision: Decision, year: Int, index: UInt32 = 0) {
    GSLError.handlerIsOff
    guard let generator = unsafe gsl_rng_alloc(keyed_random_type()) else {
      preconditionFailure("there is no memory for a random number generator")
    }
    unsafe self.generator = generator
    use(key: key, decision: decision, year: year, index: index)
  }

  deinit {
    unsafe gsl_rng_free(generator)
  }

  /// Moves to the first draw of a stream.
  ///
  /// - Parameters:
  ///   - key: The seed and the replication.
  ///   - decision: What is counted.
  ///   - year: The school year, 0 to 65,535.
  ///   - index: The cell or other part that the stream belongs to.
  @inline(__always)
  package mutating func use(key: RandomKey, decision: Decision, year: Int, index: UInt32 = 0) {
    start(at: key.counter(decision: decision, year: year, stream: index), key: key.philoxKey)
  }

  /// Moves to the first draw of the block of a counter; the blocks after it follow.
  ///
  /// - Parameters:
  ///   - counter: The counter.
  ///   - key: The key of Philox, low word first.
  @inline(__always)
  mutating func start(at counter: SIMD4<UInt32>, key: (UInt32, UInt32)) {
    unsafe keyed_random_set(
      generator,
      keyed_random_key(word: key),
      keyed_random_words(word: (counter.x, counter.y, counter.z, counter.w)),
    )
  }

  /// Moves to the first draw of a block that has been computed already.
  ///
  /// - Parameters:
  ///   - counter: The counter.
  ///   - key: The key of Philox, low word first.
  ///   - block: The block of the counter.
  @inline(__always)
  mutating func start(at counter: SIMD4<UInt32>, key: (UInt32, UInt32), block: SIMD4<UInt32>) {
    unsafe keyed_random_set_computed(
      generator,
      keyed_random_key(word: key),
      keyed_random_words(word: (counter.x, counter.y, counter.z, counter.w)),
      keyed_random_words(word: (block.x, block.y, block.z, block.w)),
    )
  }

  /// Draws a number between 0 and 1, both excluded.
  ///
  /// - Returns: A multiple of 2^-52 plus 2^-53.
  package mutating func uniform() -> Double {
    unsafe gsl_rng_uniform(generator)
  }
}

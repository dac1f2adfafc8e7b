// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import CKeyedRandom
import Testing
import WorkforceSim

struct KeyedGeneratorTests {
  static let counter = SIMD4<UInt32>(7, 11, 13, 17)
  static let key: (UInt32, UInt32) = (0xa409_3822, 0x299f_31d0)

  /// The words of a generator that is set to a counter under our key.
  static func words(_ count: Int, from counter: SIMD4<UInt32>) throws -> [UInt32] {
    let generator = unsafe try #require(gsl_rng_alloc(keyed_random_type()))
    defer { unsafe gsl_rng_free(generator) }
    let words = keyed_random_words(word: (counter.x, counter.y, counter.z, counter.w))
    unsafe keyed_random_set(generator, keyed_random_key(word: key), words)
    return (0..<count).map { _ in unsafe UInt32(gsl_rng_get(generator)) }
  }

  static func blocks(from counters: [SIMD4<UInt32>]) -> [UInt32] {
    counters.flatMap { counter in
      let block = Philox.block(counter: counter, key: key)
      return [block.x, block.y, block.z, block.w]
    }
  }

  @Test func `a generator hands out block after block`() throws {
    let counters = (0..<5).map { Self.counter &+ SIMD4($0, 0, 0, 0) }
    #expect(try Self.words(20, from: Self.counter) == Self.blocks(from: counters))
  }

  @Test func `the block number wraps without touching the rest of the counter`() throws {
    let last = SIMD4<UInt32>(.max, 11, 13, 17)
    let first = SIMD4<UInt32>(0, 11, 13, 17)
    #expect(try Self.words(8, from: last) == Self.blocks(from: [last, first]))
  }

  @Test func `a seed becomes the key, at counter 0`() throws {
    let generator = unsafe try #require(gsl_rng_alloc(keyed_random_type()))
    defer { unsafe gsl_rng_free(generator) }
    _ = unsafe gsl_rng_get(generator)
    unsafe gsl_rng_set(generator, 0x299f_31d0_a409_3822)
    let words = (0..<4).map { _ in unsafe UInt32(gsl_rng_get(generator)) }
    #expect(words == Self.blocks(from: [SIMD4(repeating: 0)]))
  }

  @Test func `a uniform number takes 52 bits of two words and is never 0 nor 1`() throws {
    let words = try Self.words(2, from: SIMD4(0, 3, 0x8001_07ea, 5))
    let bits = UInt64(words[0]) << 20 | UInt64(words[1]) >> 12
    let seed = UInt64(Self.key.1) << 32 | UInt64(Self.key.0)
    let key = RandomKey(seed: seed, replication: 5)
    var stream = CountStream(key: key, decision: .parameters, year: 2026, index: 3)
    #expect(stream.uniform() == (Double(bits) + 0.5) * 0x1p-52)
    #expect((0 + 0.5) * 0x1p-52 > 0)
    #expect((Double((UInt64(1) << 52) - 1) + 0.5) * 0x1p-52 < 1)
  }

  @Test func `the generator tells GSL its name and its range`() {
    let type = unsafe keyed_random_type().pointee
    #expect(unsafe String(cString: type.name) == "philox4x32-10-keyed")
    #expect(unsafe type.min == 0)
    #expect(unsafe type.max == 0xFFFF_FFFF)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// The counter-based generator Philox4x32-10.
///
/// Every 64-bit key gives a bijection of the 128-bit counter, made of ten rounds of multiplication
/// and exclusive or; a draw is a pure function of key and counter. The C target `CKeyedRandom` has
/// the same function for GSL; this one is written in Swift so that it is inlined into the loops
/// over teachers.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as easy
/// as 1, 2, 3. SC'11, doi:10.1145/2063384.2063405, section 3.3.
package enum Philox {
  /// Computes the four random words that belong to a counter and a key.
  ///
  /// - Parameters:
  ///   - counter: What is drawn; different counters give different blocks.
  ///   - key: The key, low word first.
  /// - Returns: Four words, each uniform over all 32-bit numbers.
  @inline(__always)
  package static func block(
    counter: SIMD4<UInt32>,
    key: (UInt32, UInt32),
  ) -> SIMD4<UInt32> {
    // Scalars: the compiler keeps them in registers, but not the lanes of a changing vector.
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = key
    for _ in 0..<10 {
      let even = UInt64(0xD251_1F53) &* UInt64(c0)
      let odd = UInt64(0xCD9E_8D57) &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: odd >> 32) ^ c1 ^ k0
      c2 = UInt32(truncatingIfNeeded: even >> 32) ^ c3 ^ k1
      c1 = UInt32(truncatingIfNeeded: odd)
      c3 = UInt32(truncatingIfNeeded: even)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// The uniform number that two words make, between 0 and 1, both excluded.
  ///
  /// - Parameters:
  ///   - high: The upper 32 bits.
  ///   - low: A word of which the upper 20 bits follow.
  /// - Returns: (bits + 1/2) × 2^-52; with 53 bits the largest value plus a half would round up to 1.
  @inline(__always)
  package static func uniform(_ high: UInt32, _ low: UInt32) -> Double {
    (Double(Int(high) << 20 | Int(low >> 12)) + 0.5) * 0x1p-52
  }
}

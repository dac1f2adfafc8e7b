// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import CKeyedRandom
import Testing
import WorkforceSim

/// A counter, a key and the block that the authors of Philox publish for them.
struct KnownBlock: Sendable {
  var counter: SIMD4<UInt32>
  var key: [UInt32]
  var block: SIMD4<UInt32>

  // The file kat_vectors of Random123, lines "philox4x32 10".
  static let published = [
    KnownBlock(
      counter: SIMD4(repeating: 0),
      key: [0, 0],
      block: SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8),
    ),
    KnownBlock(
      counter: SIMD4(repeating: .max),
      key: [.max, .max],
      block: SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd),
    ),
    KnownBlock(
      counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: [0xa409_3822, 0x299f_31d0],
      block: SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1),
    ),
  ]
}

func blockInC(counter: SIMD4<UInt32>, key: (UInt32, UInt32)) -> SIMD4<UInt32> {
  let counter = keyed_random_words(word: (counter.x, counter.y, counter.z, counter.w))
  let block = keyed_random_block(counter, keyed_random_key(word: key)).word
  return SIMD4(block.0, block.1, block.2, block.3)
}

struct PhiloxTests {
  @Test(arguments: KnownBlock.published)
  func `the published blocks come out`(known: KnownBlock) {
    let key = (known.key[0], known.key[1])
    #expect(Philox.block(counter: known.counter, key: key) == known.block)
    #expect(blockInC(counter: known.counter, key: key) == known.block)
  }

  @Test func `the published blocks come out of a computation of many`() {
    for known in KnownBlock.published {
      var blocks = PhiloxBlocks()
      // Whole groups of lanes, single ones at the end, and fewer than a group.
      for count in [1, 3, 4, 8, 29] {
        blocks.compute(count: count, key: (known.key[0], known.key[1])) {
          $0 == count - 1 ? known.counter : SIMD4(repeating: UInt32($0))
        }
        #expect(blocks[count - 1] == known.block, "\(count) blocks")
      }
    }
  }

  @Test func `a block does not depend on those computed with it`() {
    var generator = SystemRandomNumberGenerator()
    var blocks = PhiloxBlocks()
    for count in [0, 1, 7, 8, 9, 64, 200, 5] {
      let key = (generator.next() as UInt32, generator.next() as UInt32)
      let counters = (0..<count).map { _ in
        SIMD4<UInt32>.random(in: 0...UInt32.max, using: &generator)
      }
      blocks.compute(count: count, key: key) { counters[$0] }
      for (position, counter) in counters.enumerated() {
        #expect(blocks[position] == Philox.block(counter: counter, key: key))
      }
    }
  }

  @Test func `Swift and C compute the same blocks`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let counter = SIMD4<UInt32>.random(in: 0...UInt32.max, using: &generator)
      let key = (generator.next() as UInt32, generator.next() as UInt32)
      let block = Philox.block(counter: counter, key: key)
      #expect(block == blockInC(counter: counter, key: key), "counter \(counter), key \(key)")
    }
  }
}

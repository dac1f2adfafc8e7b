// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import CKeyedRandom
import Testing
import WorkforceSim

struct StandardGumbelTests {
  @Test func `draws are those of GSL's generator from the same uniform numbers`() throws {
    let generator = unsafe try #require(gsl_rng_alloc(keyed_random_type()))
    defer { unsafe gsl_rng_free(generator) }
    unsafe gsl_rng_set(generator, 7)
    let drawn = (0..<1000).map { _ in unsafe gsl_ran_gumbel1(generator, 1, 1) }
    unsafe gsl_rng_set(generator, 7)
    let inverted = (0..<1000).map { _ in
      StandardGumbel.draw(of: unsafe gsl_rng_uniform(generator))
    }
    // The same number but for the last digits: one divides where the other changes a sign.
    for (one, other) in zip(inverted, drawn) {
      #expect(abs(one - other) < 1e-14 * max(1, abs(other)))
    }
  }

  @Test func `the uniform number of two words is that of a stream`() {
    let key = RandomKey(seed: 77, replication: 1)
    var stream = CountStream(key: key, decision: .births, year: 2026)
    let block = Philox.block(
      counter: key.counter(decision: .births, year: 2026, stream: 0),
      key: key.philoxKey,
    )
    #expect(Philox.uniform(block.x, block.y) == stream.uniform())
    #expect(Philox.uniform(block.z, block.w) == stream.uniform())
    #expect(Philox.uniform(0, 0) == 0x1p-53)
    #expect(Philox.uniform(.max, .max) == 1 - 0x1p-53)
  }
}

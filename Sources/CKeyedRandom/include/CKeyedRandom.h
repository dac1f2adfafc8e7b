// Random numbers that depend on a key and a counter only.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Philox4x32-10: a bijection of the 128-bit counter for every 64-bit key, in ten rounds of
// multiplication and exclusive or. Nothing is carried from one block to the next, so a draw can
// be found again from its key and counter alone.
//
// J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as easy as
// 1, 2, 3. SC'11, doi:10.1145/2063384.2063405. The constants below are those of section 3.3.

#ifndef CKEYEDRANDOM_H
#define CKEYEDRANDOM_H

#include <gsl/gsl_rng.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The 64-bit key, low word first.
typedef struct {
  uint32_t word[2];
} keyed_random_key;

/// A counter or a block of random words: four words, the first changing fastest.
typedef struct {
  uint32_t word[4];
} keyed_random_words;

/// The state behind a generator of type `keyed_random_type`.
typedef struct {
  keyed_random_key key;
  /// The counter of the block that is computed next.
  keyed_random_words counter;
  /// The block being handed out.
  keyed_random_words block;
  /// How many words of the block were handed out; 4 asks for the next block.
  uint32_t used;
} keyed_random_state;

/// Turns a counter into the random words that belong to it and a key, in place.
///
/// The words are the lower halves of the numbers, before and after; the upper halves do not matter.
/// Numbers as wide as the products need no shuffling where several blocks are worked out at a time.
/// Always inlined, so that loops over blocks are compiled to vector instructions.
__attribute__((always_inline)) static inline void keyed_random_rounds(uint64_t word[4],
                                                                      keyed_random_key key) {
  uint32_t k0 = key.word[0], k1 = key.word[1];
  for (int round = 0; round < 10; round++) {
    const uint64_t even = (uint64_t)UINT32_C(0xD2511F53) * (uint32_t)word[0];
    const uint64_t odd = (uint64_t)UINT32_C(0xCD9E8D57) * (uint32_t)word[2];
    word[0] = (odd >> 32) ^ word[1] ^ k0;
    word[2] = (even >> 32) ^ word[3] ^ k1;
    word[1] = odd;
    word[3] = even;
    k0 += UINT32_C(0x9E3779B9);
    k1 += UINT32_C(0xBB67AE85);
  }
}

/// Computes the four random words that belong to a counter and a key.
__attribute__((always_inline)) static inline keyed_random_words
keyed_random_block(keyed_random_words counter, keyed_random_key key) {
  uint64_t word[4] = {counter.word[0], counter.word[1], counter.word[2], counter.word[3]};
  keyed_random_rounds(word, key);
  return (keyed_random_words){
      {(uint32_t)word[0], (uint32_t)word[1], (uint32_t)word[2], (uint32_t)word[3]}};
}

/// Turns counters into the random words that belong to them and a key, in place.
///
/// `words` has `4 * count` words: the first words of all counters, then the second ones, the third
/// ones and the fourth ones. The result is that of `keyed_random_block` on every processor; those
/// with AVX-512 work on eight blocks at a time, those with AVX2 on four, others on two.
void keyed_random_blocks(uint32_t *words, size_t count, keyed_random_key key);

/// Writes the random word of each identity: word `id % 4` of the block whose counter is `id / 4`,
/// low half first, followed by the words `third` and `fourth`. Identities and words do not overlap.
void keyed_random_fill(const uint64_t *ids, size_t count, uint32_t third, uint32_t fourth,
                       keyed_random_key key, uint32_t *words);

/// Lists the identities whose random words are below a bound, in their order, and says how many.
///
/// Writes their places among the identities, and the words, which are those of `keyed_random_fill`;
/// there is room for all. Identities that follow each other closely share blocks, which are worked
/// out once. The three lists do not overlap.
size_t keyed_random_below(const uint64_t *ids, size_t count, uint32_t third, uint32_t fourth,
                          keyed_random_key key, uint64_t bound, uint32_t *positions,
                          uint32_t *low_words);

/// The generator type "philox4x32-10-keyed" for `gsl_rng_alloc`.
///
/// Integers: one word, 0 to 2^32 - 1. Uniforms: the upper 52 bits of two words as
/// (bits + 1/2) * 2^-52, so that they are never 0 and never 1. Fifty-two bits rather than 32
/// because gsl_ran_discrete splits one uniform in two, and the gamma and beta distributions with
/// small shapes raise it to a high power.
///
/// `gsl_rng_set` takes the seed as the key and starts at counter 0.
const gsl_rng_type *keyed_random_type(void);

/// Moves a generator of our type to the start of the stream of a key and a counter.
///
/// The first word of the counter counts blocks and wraps after 2^34 words within its own stream;
/// it never carries into the other three, which name the stream.
static inline void keyed_random_set(const gsl_rng *generator, keyed_random_key key,
                                    keyed_random_words counter) {
  keyed_random_state *state = (keyed_random_state *)generator->state;
  state->key = key;
  state->counter = counter;
  state->used = 4;
}

/// Does what `keyed_random_set` does where the first block of the stream has been computed already.
static inline void keyed_random_set_computed(const gsl_rng *generator, keyed_random_key key,
                                             keyed_random_words counter,
                                             keyed_random_words block) {
  keyed_random_state *state = (keyed_random_state *)generator->state;
  state->key = key;
  state->counter = counter;
  state->counter.word[0]++;
  state->block = block;
  state->used = 0;
}

#ifdef __cplusplus
}
#endif

#endif

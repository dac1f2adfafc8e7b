// SPDX-License-Identifier: GPL-3.0-or-later

#include "CKeyedRandom.h"

static inline uint32_t next_word(keyed_random_state *state) {
  if (state->used == 4) {
    state->block = keyed_random_block(state->counter, state->key);
    state->counter.word[0]++;
    state->used = 0;
  }
  return state->block.word[state->used++];
}

static void set_seed(void *memory, unsigned long int seed) {
  keyed_random_state *state = memory;
  const uint64_t wide = seed;
  state->key = (keyed_random_key){{(uint32_t)wide, (uint32_t)(wide >> 32)}};
  state->counter = (keyed_random_words){{0, 0, 0, 0}};
  state->used = 4;
}

static unsigned long int get_word(void *memory) { return next_word(memory); }

static double get_uniform(void *memory) {
  const uint64_t high = next_word(memory);
  const uint64_t low = next_word(memory);
  // With 53 bits the largest value plus a half would round up to 1.
  return ((double)((high << 20) | (low >> 12)) + 0.5) * 0x1p-52;
}

static const gsl_rng_type philox4x32_10_keyed = {
    .name = "philox4x32-10-keyed",
    .max = 0xFFFFFFFFUL,
    .min = 0,
    .size = sizeof(keyed_random_state),
    .set = set_seed,
    .get = get_word,
    .get_double = get_uniform,
};

const gsl_rng_type *keyed_random_type(void) { return &philox4x32_10_keyed; }

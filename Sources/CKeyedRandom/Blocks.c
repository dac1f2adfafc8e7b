// SPDX-License-Identifier: GPL-3.0-or-later

#include "CKeyedRandom.h"

// Three versions of a function, of which the processor at hand gets the fastest one: sixteen, eight
// or four blocks at a time.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

FOR_EACH_PROCESSOR
void keyed_random_blocks(uint32_t *words, size_t count, keyed_random_key key) {
  uint32_t *restrict first = words;
  uint32_t *restrict second = words + count;
  uint32_t *restrict third = words + 2 * count;
  uint32_t *restrict fourth = words + 3 * count;
  for (size_t index = 0; index < count; index++) {
    const keyed_random_words counter = {
        {first[index], second[index], third[index], fourth[index]}};
    const keyed_random_words block = keyed_random_block(counter, key);
    first[index] = block.word[0];
    second[index] = block.word[1];
    third[index] = block.word[2];
    fourth[index] = block.word[3];
  }
}

// Each identity has its block computed, although neighbours share blocks: telling which ones do takes
// longer than a block among sixteen.
FOR_EACH_PROCESSOR
void keyed_random_fill(const uint64_t *restrict ids, size_t count, uint32_t third, uint32_t fourth,
                       keyed_random_key key, uint32_t *restrict words) {
  for (size_t index = 0; index < count; index++) {
    const uint64_t number = ids[index] >> 2;
    const keyed_random_words counter = {
        {(uint32_t)number, (uint32_t)(number >> 32), third, fourth}};
    const keyed_random_words block = keyed_random_block(counter, key);
    // Selections instead of a subscript, which would go through memory.
    const uint32_t position = (uint32_t)ids[index] & 3;
    const uint32_t first = position & 1 ? block.word[1] : block.word[0];
    const uint32_t second = position & 1 ? block.word[3] : block.word[2];
    words[index] = position & 2 ? second : first;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

#include "CKeyedRandom.h"

// Two versions of a function, of which the processor at hand gets the faster one.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
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

/// The blocks that are computed together; they stay in the nearest cache.
#define BLOCKS 64

void keyed_random_fill(const uint64_t *ids, size_t count, uint32_t third, uint32_t fourth,
                       keyed_random_key key, uint32_t *words) {
  uint32_t blocks[4 * BLOCKS];
  uint8_t block_of[BLOCKS];
  for (size_t start = 0; start < count; start += BLOCKS) {
    const size_t length = count - start < BLOCKS ? count - start : BLOCKS;
    // The numbers of the blocks, each once where neighbours follow each other.
    uint64_t numbers[BLOCKS];
    size_t last = 0;
    numbers[0] = ids[start] >> 2;
    for (size_t index = 0; index < length; index++) {
      const uint64_t number = ids[start + index] >> 2;
      last += number != numbers[last];
      numbers[last] = number;
      block_of[index] = (uint8_t)last;
    }
    const size_t used = last + 1;
    for (size_t block = 0; block < used; block++) {
      blocks[block] = (uint32_t)numbers[block];
      blocks[used + block] = (uint32_t)(numbers[block] >> 32);
      blocks[2 * used + block] = third;
      blocks[3 * used + block] = fourth;
    }
    keyed_random_blocks(blocks, used, key);
    for (size_t index = 0; index < length; index++) {
      words[start + index] = blocks[(ids[start + index] & 3) * used + block_of[index]];
    }
  }
}

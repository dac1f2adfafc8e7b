// SPDX-License-Identifier: GPL-3.0-or-later

#include "CKeyedRandom.h"

#include <CColumns.h>

// Three versions of a function, of which the processor at hand gets the fastest one: eight, four or
// two blocks at a time.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
#define PART_OF_EACH __attribute__((always_inline)) static inline

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

/// How many identities are looked at together.
#define RUN 256

/// What the words of identities depend on besides them.
typedef struct {
  keyed_random_key key;
  uint32_t third;
  uint32_t fourth;
} stream;

/// Writes the words of any identities, each out of a block of its own.
PART_OF_EACH void write_words(const uint64_t *restrict ids, size_t count, stream stream,
                              uint32_t *restrict words) {
  for (size_t index = 0; index < count; index++) {
    const uint64_t id = ids[index];
    uint64_t word[4] = {id >> 2, id >> 34, stream.third, stream.fourth};
    keyed_random_rounds(word, stream.key);
    // Selections instead of a subscript, which would go through memory.
    const uint64_t low = id & 1 ? word[1] : word[0];
    const uint64_t high = id & 1 ? word[3] : word[2];
    words[index] = (uint32_t)(id & 2 ? high : low);
  }
}

/// Writes the words of all identities of neighbouring blocks.
PART_OF_EACH void write_blocks(uint64_t number, size_t count, stream stream,
                               uint32_t *restrict words) {
  const uint32_t second = (uint32_t)(number >> 32);
  for (size_t index = 0; index < count; index++) {
    uint64_t word[4] = {number + index, second, stream.third, stream.fourth};
    keyed_random_rounds(word, stream.key);
    words[4 * index] = (uint32_t)word[0];
    words[4 * index + 1] = (uint32_t)word[1];
    words[4 * index + 2] = (uint32_t)word[2];
    words[4 * index + 3] = (uint32_t)word[3];
  }
}

/// Whether identities lie between the first and the last one, and these so close to each other that
/// their blocks are no more than they are, all with the same upper half of the counter.
PART_OF_EACH int are_neighbours(const uint64_t *ids, size_t count) {
  const uint64_t first = ids[0], last = ids[count - 1];
  if ((last >> 2) - (first >> 2) >= count || first >> 34 != last >> 34) return 0;
  uint64_t differences = 0;
  for (size_t index = 0; index < count; index++)
    differences |= (ids[index] - first) | (last - ids[index]);
  return differences >> 63 == 0;
}

/// Writes the words of at most `RUN` identities.
PART_OF_EACH void write_run(const uint64_t *restrict ids, size_t count, stream stream,
                            uint32_t *restrict words) {
  if (!are_neighbours(ids, count)) {
    write_words(ids, count, stream, words);
    return;
  }
  uint32_t blocks[4 * RUN];
  const uint64_t number = ids[0] >> 2;
  write_blocks(number, (ids[count - 1] >> 2) - number + 1, stream, blocks);
  for (size_t index = 0; index < count; index++) words[index] = blocks[ids[index] - 4 * number];
}

FOR_EACH_PROCESSOR
void keyed_random_fill(const uint64_t *restrict ids, size_t count, uint32_t third, uint32_t fourth,
                       keyed_random_key key, uint32_t *restrict words) {
  const stream stream = {key, third, fourth};
  for (size_t start = 0; start < count; start += RUN)
    write_run(ids + start, count - start < RUN ? count - start : RUN, stream, words + start);
}

FOR_EACH_PROCESSOR
size_t keyed_random_below(const uint64_t *restrict ids, size_t count, uint32_t third,
                          uint32_t fourth, keyed_random_key key, uint64_t bound,
                          uint32_t *restrict positions, uint32_t *restrict low_words) {
  const stream stream = {key, third, fourth};
  const columns_instructions fastest = columns_fastest();
  uint32_t words[RUN];
  size_t found = 0;
  if (bound == 0) return 0;
  for (size_t start = 0; start < count; start += RUN) {
    const size_t size = count - start < RUN ? count - start : RUN;
    write_run(ids + start, size, stream, words);
    const columns_list room = {positions + found, low_words + found};
    found += columns_list_low(fastest, words, size, (uint32_t)(bound - 1), (uint32_t)start, room);
  }
  return found;
}

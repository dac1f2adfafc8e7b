// SPDX-License-Identifier: GPL-3.0-or-later

#include "CColumns.h"
#include <string.h>

// Three versions of a function, of which the processor at hand gets the fastest one.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512bw", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first number's bit is the lowest");

/// Sixteen numbers, and a bit for each of them.
typedef int16_t sixteen_numbers __attribute__((ext_vector_type(16)));
typedef _Bool sixteen_bits __attribute__((ext_vector_type(16)));

/// Which of sixty-four numbers are not above a limit, the first number's bit lowest.
__attribute__((always_inline)) static inline uint64_t not_above(int16_t highest,
                                                                const int16_t numbers[64]) {
  uint16_t pairs[4];
  for (int pair = 0; pair < 4; pair++) {
    sixteen_numbers sixteen;
    memcpy(&sixteen, numbers + 16 * pair, sizeof sixteen);
    const sixteen_bits bits = __builtin_convertvector(sixteen <= highest, sixteen_bits);
    memcpy(pairs + pair, &bits, 2);
  }
  uint64_t result;
  memcpy(&result, pairs, sizeof result);
  return result;
}

FOR_EACH_PROCESSOR
size_t columns_not_above(const int16_t *restrict numbers, size_t count, int16_t highest,
                         uint32_t *restrict positions) {
  size_t found = 0;
  for (size_t first = 0; first < count; first += 64) {
    int16_t last[64] = {0};
    const size_t size = count - first < 64 ? count - first : 64;
    const int16_t *part = numbers + first;
    if (size < 64) part = memcpy(last, part, size * sizeof *part);
    uint64_t low = not_above(highest, part);
    if (size < 64) low &= ((uint64_t)1 << size) - 1;
    for (; low; low &= low - 1)
      positions[found++] = (uint32_t)(first + (size_t)__builtin_ctzll(low));
  }
  return found;
}

// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef CCOLUMNS_POSITIONS_H
#define CCOLUMNS_POSITIONS_H

#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS_VECTORS 1
// Always inlined into functions for processors that work on eight elements at a time.
#define VECTORS __attribute__((target("avx2,popcnt"), always_inline)) static inline
#else
#define HAS_VECTORS 0
#endif

#if HAS_VECTORS

/// For each choice out of eight elements, the positions of those chosen, then zeros.
extern uint8_t columns_positions[256][8];

/// The positions of the elements chosen, in the lower half.
VECTORS __m128i positions_of(unsigned choice) {
  return _mm_loadl_epi64((const __m128i *)columns_positions[choice]);
}

#endif
#endif

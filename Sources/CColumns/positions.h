// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef CCOLUMNS_POSITIONS_H
#define CCOLUMNS_POSITIONS_H

#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS_VECTORS 1
#define AVX2 target("avx2,popcnt")
#define AVX512 target("avx512f,avx512bw,avx512vbmi2,popcnt")
// Always inlined into functions for processors that know these instructions.
#define PART_OF_AVX2 __attribute__((AVX2, always_inline)) static inline
#define PART_OF_AVX512 __attribute__((AVX512, always_inline)) static inline
#else
#define HAS_VECTORS 0
#endif

#if HAS_VECTORS

/// For each choice out of eight elements, the positions of those chosen, then zeros.
extern uint8_t columns_positions[256][8];

/// The positions of the elements chosen, in the lower half.
PART_OF_AVX2 __m128i positions_of(unsigned choice) {
  return _mm_loadl_epi64((const __m128i *)columns_positions[choice]);
}

#endif
#endif

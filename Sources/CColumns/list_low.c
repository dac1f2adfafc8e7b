// SPDX-License-Identifier: GPL-3.0-or-later

#include "CColumns.h"
#include "positions.h"

/// Lists those of the numbers from a position on that are not above a limit.
///
/// Each is written to the end of the list, and the next one over it if it is above the limit: which
/// ones are cannot be foreseen, so that a branch would cost more.
static size_t list_one_by_one(const uint32_t *restrict numbers, size_t from, size_t count,
                              uint32_t highest, uint32_t first, columns_list list, size_t found) {
  for (size_t index = from; index < count; index++) {
    list.positions[found] = first + (uint32_t)index;
    list.numbers[found] = numbers[index];
    found += numbers[index] <= highest;
  }
  return found;
}

#if HAS_VECTORS

/// Lists those of whole eights, and writes as much as it reads: what is of no meaning is written over.
__attribute__((AVX2))
static size_t list_eights(const uint32_t *restrict numbers, size_t count, uint32_t highest,
                          uint32_t first, columns_list list) {
  const __m256i limit = _mm256_set1_epi32((int)highest);
  size_t found = 0;
  for (size_t index = 0; index < count - count % 8; index += 8) {
    const __m256i eight = _mm256_loadu_si256((const __m256i *)(numbers + index));
    const __m256i is_low = _mm256_cmpeq_epi32(_mm256_min_epu32(eight, limit), eight);
    const unsigned choice = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(is_low));
    const __m256i places = _mm256_cvtepu8_epi32(positions_of(choice));
    const __m256i start = _mm256_set1_epi32((int)(first + (uint32_t)index));
    _mm256_storeu_si256((__m256i *)(list.positions + found), _mm256_add_epi32(places, start));
    _mm256_storeu_si256((__m256i *)(list.numbers + found),
                        _mm256_permutevar8x32_epi32(eight, places));
    found += (size_t)__builtin_popcount(choice);
  }
  return found;
}

/// Does what `list_eights` does, for whole sixteens.
__attribute__((AVX512))
static size_t list_sixteens(const uint32_t *restrict numbers, size_t count, uint32_t highest,
                            uint32_t first, columns_list list) {
  const __m512i limit = _mm512_set1_epi32((int)highest);
  const __m512i next = _mm512_set1_epi32(16);
  const __m512i counted = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  __m512i places = _mm512_add_epi32(_mm512_set1_epi32((int)first), counted);
  size_t found = 0;
  for (size_t index = 0; index < count - count % 16; index += 16) {
    const __m512i sixteen = _mm512_loadu_si512(numbers + index);
    const __mmask16 choice = _mm512_cmple_epu32_mask(sixteen, limit);
    _mm512_storeu_si512(list.positions + found, _mm512_maskz_compress_epi32(choice, places));
    _mm512_storeu_si512(list.numbers + found, _mm512_maskz_compress_epi32(choice, sixteen));
    places = _mm512_add_epi32(places, next);
    found += (size_t)__builtin_popcount(choice);
  }
  return found;
}

#endif

size_t columns_list_low(columns_instructions instructions, const uint32_t *restrict numbers,
                        size_t count, uint32_t highest, uint32_t first, columns_list list) {
  size_t from = 0, found = 0;
#if HAS_VECTORS
  if (instructions == columns_avx512) {
    from = count - count % 16;
    found = list_sixteens(numbers, count, highest, first, list);
  } else if (instructions == columns_avx2) {
    from = count - count % 8;
    found = list_eights(numbers, count, highest, first, list);
  }
#endif
  return list_one_by_one(numbers, from, count, highest, first, list, found);
}

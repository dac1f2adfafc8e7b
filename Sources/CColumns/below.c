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
__attribute__((target("avx2,popcnt")))
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

#endif

size_t columns_list_low_one_by_one(const uint32_t *restrict numbers, size_t count, uint32_t highest,
                                   uint32_t first, columns_list list) {
  return list_one_by_one(numbers, 0, count, highest, first, list, 0);
}

size_t columns_list_low(const uint32_t *restrict numbers, size_t count, uint32_t highest,
                        uint32_t first, columns_list list) {
  size_t from = 0, found = 0;
#if HAS_VECTORS
  if (__builtin_cpu_supports("avx2")) {
    from = count - count % 8;
    found = list_eights(numbers, count, highest, first, list);
  }
#endif
  return list_one_by_one(numbers, from, count, highest, first, list, found);
}

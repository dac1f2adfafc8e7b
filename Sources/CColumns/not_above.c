// SPDX-License-Identifier: GPL-3.0-or-later

#include "CColumns.h"
#include "positions.h"

/// Lists those of the numbers from a position on that are not above a limit.
///
/// Each is written to the end of the list, and the next one over it if it is above the limit: which
/// ones are cannot be foreseen, so that a branch would cost more.
static size_t list_one_by_one(const int16_t *restrict numbers, size_t from, size_t count,
                              int16_t highest, uint32_t *restrict positions, size_t found) {
  for (size_t index = from; index < count; index++) {
    positions[found] = (uint32_t)index;
    found += numbers[index] <= highest;
  }
  return found;
}

#if HAS_VECTORS

/// Lists those of whole eights, and writes as much as it reads: what is of no meaning is written over.
__attribute__((AVX2))
static size_t list_eights(const int16_t *restrict numbers, size_t count, int16_t highest,
                          uint32_t *restrict positions) {
  const __m128i limit = _mm_set1_epi16(highest);
  size_t found = 0;
  for (size_t index = 0; index < count - count % 8; index += 8) {
    const __m128i eight = _mm_loadu_si128((const __m128i *)(numbers + index));
    const __m128i is_low = _mm_cmpeq_epi16(_mm_min_epi16(eight, limit), eight);
    const unsigned choice = (unsigned)_mm_movemask_epi8(_mm_packs_epi16(is_low, is_low)) & 255;
    const __m256i places = _mm256_cvtepu8_epi32(positions_of(choice));
    const __m256i start = _mm256_set1_epi32((int)index);
    _mm256_storeu_si256((__m256i *)(positions + found), _mm256_add_epi32(places, start));
    found += (size_t)__builtin_popcount(choice);
  }
  return found;
}

/// Does what `list_eights` does, for whole thirty-twos.
__attribute__((AVX512))
static size_t list_thirty_twos(const int16_t *restrict numbers, size_t count, int16_t highest,
                               uint32_t *restrict positions) {
  const __m512i limit = _mm512_set1_epi16(highest);
  int16_t in_order[32];
  for (int place = 0; place < 32; place++) in_order[place] = (int16_t)place;
  const __m512i counted = _mm512_loadu_si512(in_order);
  size_t found = 0;
  for (size_t index = 0; index < count - count % 32; index += 32) {
    const __m512i thirty_two = _mm512_loadu_si512(numbers + index);
    const __mmask32 choice = _mm512_cmple_epi16_mask(thirty_two, limit);
    const __m512i places = _mm512_maskz_compress_epi16(choice, counted);
    const __m512i start = _mm512_set1_epi32((int)index);
    const __m512i low = _mm512_cvtepu16_epi32(_mm512_castsi512_si256(places));
    const __m512i high = _mm512_cvtepu16_epi32(_mm512_extracti64x4_epi64(places, 1));
    _mm512_storeu_si512(positions + found, _mm512_add_epi32(low, start));
    _mm512_storeu_si512(positions + found + 16, _mm512_add_epi32(high, start));
    found += (size_t)__builtin_popcount(choice);
  }
  return found;
}

#endif

size_t columns_not_above(columns_instructions instructions, const int16_t *restrict numbers,
                         size_t count, int16_t highest, uint32_t *restrict positions) {
  size_t from = 0, found = 0;
#if HAS_VECTORS
  if (instructions == columns_avx512) {
    from = count - count % 32;
    found = list_thirty_twos(numbers, count, highest, positions);
  } else if (instructions == columns_avx2) {
    from = count - count % 8;
    found = list_eights(numbers, count, highest, positions);
  }
#endif
  return list_one_by_one(numbers, from, count, highest, positions, found);
}

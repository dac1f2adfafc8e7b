// SPDX-License-Identifier: GPL-3.0-or-later

#include "CColumns.h"
#include "positions.h"
#include <string.h>

// Always inlined, so that there is a loop for each width.
#define PART_OF_EACH __attribute__((always_inline)) static inline

/// The elements that stay from a position on, one after another.
///
/// Each is written to the end of those that stay, whether it stays or not: the next one is written
/// over it if it does not. That costs less than a branch that cannot be foreseen.
PART_OF_EACH void keep_one_by_one(uint8_t *elements, size_t width, size_t first, size_t count,
                                  const uint8_t *stays, size_t kept) {
  for (size_t index = first; index < count; index++) {
    memmove(elements + kept * width, elements + index * width, width);
    kept += stays[index / 8] >> index % 8 & 1;
  }
}

#if HAS_VECTORS

PART_OF_AVX2 void keep_8_bytes(uint8_t *target, const uint8_t *source, unsigned choice) {
  const __m128i eight = _mm_loadl_epi64((const __m128i *)source);
  _mm_storel_epi64((__m128i *)target, _mm_shuffle_epi8(eight, positions_of(choice)));
}

PART_OF_AVX2 void keep_8_pairs(uint8_t *target, const uint8_t *source, unsigned choice) {
  // Position p becomes those of two bytes, 2p and 2p + 1.
  const __m128i wide = _mm_cvtepu8_epi16(positions_of(choice));
  const __m128i doubled = _mm_mullo_epi16(wide, _mm_set1_epi16(0x0202));
  const __m128i bytes = _mm_add_epi16(doubled, _mm_set1_epi16(0x0100));
  const __m128i eight = _mm_loadu_si128((const __m128i *)source);
  _mm_storeu_si128((__m128i *)target, _mm_shuffle_epi8(eight, bytes));
}

PART_OF_AVX2 void keep_8_words(uint8_t *target, const uint8_t *source, unsigned choice) {
  const __m256i eight = _mm256_loadu_si256((const __m256i *)source);
  const __m256i words = _mm256_cvtepu8_epi32(positions_of(choice));
  _mm256_storeu_si256((__m256i *)target, _mm256_permutevar8x32_epi32(eight, words));
}

PART_OF_AVX2 void keep_4_pairs_of_words(uint8_t *target, const uint8_t *source,
                                        unsigned choice) {
  // Position p becomes those of two words, 2p and 2p + 1.
  const __m256i wide = _mm256_cvtepu8_epi64(positions_of(choice));
  const __m256i twice = _mm256_slli_epi64(wide, 1), upper = _mm256_slli_epi64(wide, 33);
  const __m256i next = _mm256_set1_epi64x((long long)1 << 32);
  const __m256i words = _mm256_add_epi64(_mm256_or_si256(twice, upper), next);
  const __m256i four = _mm256_loadu_si256((const __m256i *)source);
  _mm256_storeu_si256((__m256i *)target, _mm256_permutevar8x32_epi32(four, words));
}

/// Keeps the elements of all whole bytes of `stays` and says how many they are.
///
/// As many elements are written as are read, so that some are of no meaning; these lie before the
/// end of what has been read, and the next ones are written over them.
PART_OF_AVX2 size_t keep_eight_at_a_time(uint8_t *elements, size_t width, size_t count,
                                         const uint8_t *stays) {
  const uint8_t *source = elements;
  uint8_t *target = elements;
#pragma clang loop unroll_count(4)
  for (size_t eight = 0; eight < count / 8; eight++, source += 8 * width) {
    const unsigned choice = stays[eight], half = choice & 15;
    switch (width) {
      case 1: keep_8_bytes(target, source, choice); break;
      case 2: keep_8_pairs(target, source, choice); break;
      case 4: keep_8_words(target, source, choice); break;
      default:
        keep_4_pairs_of_words(target, source, half);
        keep_4_pairs_of_words(target + 8 * __builtin_popcount(half), source + 32, choice >> 4);
    }
    target += width * (size_t)__builtin_popcount(choice);
  }
  return (size_t)(target - elements) / width;
}

__attribute__((AVX2))
static size_t keep_eights(uint8_t *elements, size_t width, size_t count, const uint8_t *stays) {
  switch (width) {
    case 1: return keep_eight_at_a_time(elements, 1, count, stays);
    case 2: return keep_eight_at_a_time(elements, 2, count, stays);
    case 4: return keep_eight_at_a_time(elements, 4, count, stays);
    case 8: return keep_eight_at_a_time(elements, 8, count, stays);
    default: return 0;
  }
}

/// The sixty-four bytes at a source, of which those that stay stand first.
PART_OF_AVX512 __m512i kept_of_64_bytes(const uint8_t *source, size_t width, uint64_t choice) {
  const __m512i all = _mm512_loadu_si512(source);
  switch (width) {
    case 1: return _mm512_maskz_compress_epi8(choice, all);
    case 2: return _mm512_maskz_compress_epi16((uint32_t)choice, all);
    case 4: return _mm512_maskz_compress_epi32((uint16_t)choice, all);
    default: return _mm512_maskz_compress_epi64((uint8_t)choice, all);
  }
}

/// Does what `keep_eight_at_a_time` does, for sixty-four bytes at a time.
PART_OF_AVX512 size_t keep_64_bytes_at_a_time(uint8_t *elements, size_t width, size_t count,
                                              const uint8_t *stays) {
  const uint8_t *source = elements;
  uint8_t *target = elements;
  const size_t together = 64 / width;
  for (size_t first = 0; first < count - count % 64; first += together, source += 64) {
    uint64_t choice = 0;
    memcpy(&choice, stays + first / 8, together / 8);
    _mm512_storeu_si512(target, kept_of_64_bytes(source, width, choice));
    target += width * (size_t)__builtin_popcountll(choice);
  }
  return (size_t)(target - elements) / width;
}

__attribute__((AVX512))
static size_t keep_64_bytes(uint8_t *elements, size_t width, size_t count, const uint8_t *stays) {
  switch (width) {
    case 1: return keep_64_bytes_at_a_time(elements, 1, count, stays);
    case 2: return keep_64_bytes_at_a_time(elements, 2, count, stays);
    case 4: return keep_64_bytes_at_a_time(elements, 4, count, stays);
    case 8: return keep_64_bytes_at_a_time(elements, 8, count, stays);
    default: return 0;
  }
}

#endif

/// Keeps the elements from a position on, the first ones being kept already.
static void keep_rest(uint8_t *elements, size_t width, size_t first, size_t count,
                      const uint8_t *stays, size_t kept) {
  switch (width) {
    case 1: keep_one_by_one(elements, 1, first, count, stays, kept); break;
    case 2: keep_one_by_one(elements, 2, first, count, stays, kept); break;
    case 4: keep_one_by_one(elements, 4, first, count, stays, kept); break;
    case 8: keep_one_by_one(elements, 8, first, count, stays, kept); break;
    default: break;
  }
}

void columns_keep(columns_instructions instructions, void *elements, size_t width, size_t count,
                  const uint8_t *stays) {
  size_t first = 0, kept = 0;
#if HAS_VECTORS
  if (instructions == columns_avx512) {
    first = count - count % 64;
    kept = keep_64_bytes(elements, width, count, stays);
  } else if (instructions == columns_avx2) {
    first = count - count % 8;
    kept = keep_eights(elements, width, count, stays);
  }
#endif
  keep_rest(elements, width, first, count, stays, kept);
}

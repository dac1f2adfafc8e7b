// SPDX-License-Identifier: GPL-3.0-or-later

#include "positions.h"
#include "CColumns.h"

columns_instructions columns_fastest(void) {
#if HAS_VECTORS
  if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw"))
    return columns_avx512;
  if (__builtin_cpu_supports("avx2")) return columns_avx2;
#endif
  return columns_plain;
}

#if HAS_VECTORS

uint8_t columns_positions[256][8];

__attribute__((constructor)) static void find_positions(void) {
  for (int choice = 0; choice < 256; choice++) {
    int count = 0;
    for (int position = 0; position < 8; position++)
      if (choice >> position & 1) columns_positions[choice][count++] = (uint8_t)position;
  }
}

#endif

// Columns of rows, of which some are found or removed.
// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef CCOLUMNS_H
#define CCOLUMNS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The instructions that a function may use, each of which does what those before it can do, only faster.
typedef enum {
  columns_plain,
  columns_avx2,
  columns_avx512,
} columns_instructions;

/// The fastest instructions that the processor at hand knows.
columns_instructions columns_fastest(void);

/// Moves the elements that stay together, in their order, to the start of a column.
///
/// `stays` has a bit for each element, eight elements a byte and the first one's bit lowest; bits
/// beyond the last element are not read. What stands after the elements that stay is of no meaning.
/// Processors with AVX2 move eight elements at a time, those with AVX-512 VBMI2 up to sixty-four, and
/// without branches, so that the time does not depend on how the rows that leave are scattered; the
/// result is the same on every processor.
///
/// - Parameters:
///   - instructions: The instructions to use, which the processor at hand knows.
///   - elements: The elements.
///   - width: The bytes of an element: 1, 2, 4 or 8.
///   - count: How many elements there are.
///   - stays: Which of them stay.
void columns_keep(columns_instructions instructions, void *elements, size_t width, size_t count,
                  const uint8_t *stays);

/// Lists the numbers of a column that are not above a limit, in their order, and says how many.
///
/// - Parameters:
///   - instructions: The instructions to use, which the processor at hand knows.
///   - numbers: The numbers.
///   - count: How many there are; fewer than 2^32.
///   - highest: The limit.
///   - positions: Receives the positions of those found; there is room for all, and what does not
///     belong to the list may be written to the rest of the room.
size_t columns_not_above(columns_instructions instructions, const int16_t *numbers, size_t count,
                         int16_t highest, uint32_t *positions);

/// Room for numbers and their positions.
typedef struct {
  uint32_t *positions;
  uint32_t *numbers;
} columns_list;

/// Lists the numbers of a part of a column that are not above a limit, with their positions, in their
/// order, and says how many.
///
/// - Parameters:
///   - instructions: The instructions to use, which the processor at hand knows.
///   - numbers: The numbers of the part.
///   - count: How many there are.
///   - highest: The limit.
///   - first: The position of the first one.
///   - list: Receives those found; there is room for all of the part, and what does not belong to the
///     list may be written to the rest of the room.
size_t columns_list_low(columns_instructions instructions, const uint32_t *numbers, size_t count,
                        uint32_t highest, uint32_t first, columns_list list);

#ifdef __cplusplus
}
#endif

#endif

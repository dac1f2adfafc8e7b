// SPDX-License-Identifier: GPL-3.0-or-later

/* Writes the teachers of TeacherBench as the roster of the scenario, to standard output.
 *
 * Usage: make-roster [TEACHERS]      40500 unless said
 *
 * Every attribute of teacher i is a pure function of i: bits of two words of splitmix64 (Steele,
 * Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014). The school is not
 * written: no rule and no figure of the specification reads it. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* The opening: September 2020, as months since the year 0. */
enum { opening = 2020 * 12 + 8 };

static uint64_t splitmix64(uint64_t x) {
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

/* The first member whose cumulative percentage exceeds a percentile. */
static unsigned member(const unsigned *cumulative, uint64_t percentile) {
  unsigned k = 0;
  while (percentile >= cumulative[k]) k++;
  return k;
}

int main(int count, char **words) {
  static const unsigned counties[] = {20, 33, 44, 53, 61, 68, 74, 80, 85, 89, 93, 97, 100};
  static const unsigned stages[] = {35, 70, 88, 100};
  static const unsigned grades[] = {40, 75, 95, 100};
  const uint64_t teachers = count > 1 ? strtoull(words[1], NULL, 10) : 40500;
  if (teachers == 0 || count > 2) {
    fprintf(stderr, "usage: make-roster [TEACHERS]\n");
    return 64;
  }
  puts("region,stage,subject,sex,birth,title");
  for (uint64_t i = 0; i < teachers; i++) {
    const uint64_t h1 = splitmix64(2 * i + 1), h2 = splitmix64(2 * i + 2);
    const int birth = opening - (288 + (int)((h2 & 0xFFFFFFFF) % 480));
    printf("c%u,s%u,k%u,%s,%04d-%02d,g%u\n",
           member(counties, (h1 & 0xFFFF) % 100), member(stages, (h1 >> 16 & 0xFFFF) % 100),
           (unsigned)((h1 >> 32 & 0xFFFF) % 16), (h1 >> 48) % 100 < 60 ? "female" : "male",
           birth / 12, birth % 12 + 1, member(grades, (h2 >> 32 & 0xFFFF) % 100));
  }
  return fclose(stdout) == 0 ? 0 : 74;
}

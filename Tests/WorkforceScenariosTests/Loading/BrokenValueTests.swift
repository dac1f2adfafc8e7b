// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenValueTests {
  @Test(arguments: cases) func `broken values are told exactly`(_ broken: BrokenCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "full-width colons and commas between members",
      edits: [.replacing("{men: 60, women: 55}", "{men：60，women：55}", in: .originalAge)],
      "parameters/retirement/original_age.yaml:5:16: 'values.1978-06-01' has the key "
        + "'men：60，women：55', but there is no such category. If '：' is meant to end a key, write "
        + "':' and a space. Members: men, women.",
    ),
    BrokenCase(
      "a probability above one",
      edits: [.replacing("0.005", "5", in: .died)],
      "parameters/exits/died/probability.yaml:5:38: 'values.2020-09-01.50+' is 5, but a "
        + "probability per year lies between 0 and 1. Write 0.05 for 5 %.",
    ),
    BrokenCase(
      "a number in percent",
      edits: [.replacing("0.005", "0.5 %", in: .died)],
      "parameters/exits/died/probability.yaml:5:38: 'values.2020-09-01.50+' is '0.5 %', not "
        + "a number. Write 0.005.",
    ),
    BrokenCase(
      "a misspelt member",
      edits: [.replacing("women:", "woman:", in: .originalAge)],
      "parameters/retirement/original_age.yaml:5:25: 'values.1978-06-01' has the key "
        + "'woman', but there is no such category. Did you mean 'women'? Members: men, women.",
    ),
    BrokenCase(
      "a member without a value",
      edits: [.replacing(", women: 55", "", in: .originalAge)],
      "parameters/retirement/original_age.yaml:5:3: 'values.1978-06-01' has no value for "
        + "women. Add it, or the key 'other', or 'otherwise: 0' at the top.",
    ),
    BrokenCase(
      "members without values",
      edits: [.replacing("    south: {other: 0.03}\n", "", in: .resigned)],
      "parameters/exits/resigned/probability.yaml:5:3: 'values.2020-09-01' has no value for "
        + "south/primary, south/junior. Add them, or the key 'other', or 'otherwise: 0' at the "
        + "top.",
    ),
    BrokenCase(
      "a value by code and by name",
      edits: [.replacing("primary: 0.01,", "primary: 0.01, 小学: 0.01,", in: .resigned)],
      "parameters/exits/resigned/probability.yaml:6:32: this value and the one in line 6 "
        + "both hold for north/primary. Keep one.",
    ),
    BrokenCase(
      "a band in words",
      edits: [.replacing("50+:", "over 50:", in: .died)],
      "parameters/exits/died/probability.yaml:5:33: 'values.2020-09-01' has the key 'over "
        + "50', but the axis 'age' needs a number or a band. Write, for example, 30, 30-49, under 30 "
        + "or 50+.",
    ),
    BrokenCase(
      "an age beyond the axis",
      edits: [.replacing("50+:", "130:", in: .died)],
      "parameters/exits/died/probability.yaml:5:33: 'values.2020-09-01' has the key '130', "
        + "but the axis 'age' goes from 0 to 120.",
    ),
    BrokenCase(
      "bands that overlap",
      edits: [.replacing("50+:", "45+:", in: .died)],
      "parameters/exits/died/probability.yaml:5:38: this value and the one in line 5 both "
        + "hold for 45. Keep one.",
    ),
    BrokenCase(
      "a date without a day and zeros",
      edits: [.replacing("2020-09-01", "2020-9", in: .growth)],
      "parameters/need/growth.yaml:5:3: 'values' is '2020-9', but a date is needed. Write "
        + "year and month, with or without the day, such as 2026-09 or 2026-09-01.",
    ),
    BrokenCase(
      "a date within a month",
      edits: [.replacing("2020-09-01", "2020-09-15", in: .growth)],
      "parameters/need/growth.yaml:5:3: 'values' is 2020-09-15, but values hold from the "
        + "first day of a month. Write 2020-09-01.",
    ),
    BrokenCase(
      "dates out of order",
      edits: [.replacing("2025-09-01", "2019-09-01", in: .resigned)],
      "parameters/exits/resigned/probability.yaml:8:3: 2019-09-01 does not come after "
        + "2020-09-01. Put the dates in ascending order.",
    ),
    BrokenCase(
      "a first value after the opening",
      edits: [.replacing("2020-09-01", "2026-09-01", in: .growth)],
      "parameters/need/growth.yaml:1: the first value of need.growth is from 2026-09-01, but "
        + "the opening stock asks for 2025-09-01. Add a value from then or earlier.",
    ),
    BrokenCase(
      "shares above one in total",
      edits: [.replacing("26: 0.2", "26: 0.3", in: .hireAge)],
      "parameters/recruitment/open/age.yaml:5:3: the shares of 'values.2020-09-01' add up to "
        + "1.1, but shares along 'age' must add up to 1.",
    ),
    BrokenCase(
      "a share of an open band",
      edits: [.replacing("26: 0.2", "26+: 0.2", in: .hireAge)],
      "parameters/recruitment/open/age.yaml:5:33: the share of '26+' is spread evenly over "
        + "the band, so the band needs two ends. Write, for example, 50-59.",
    ),
    BrokenCase(
      "a share of a band and of a year in it",
      edits: [.replacing("26: 0.2", "25: 0.2", in: .hireAge)],
      "parameters/recruitment/open/age.yaml:5:32: this value and the one in line 5 both hold "
        + "for 25. Keep one.",
    ),
    BrokenCase(
      "a distribution for the share of a band",
      edits: [
        .replacing("22-25: 0.8", "22-25: {distribution: beta, mean: 0.8, sd: 0.1}", in: .hireAge)
      ],
      "parameters/recruitment/open/age.yaml:5:23: the share of '22-25' is spread over the "
        + "band, so it must be a number, not a distribution. Write a distribution for each age.",
    ),
    BrokenCase(
      "a value without a date",
      edits: [.replacing("values:\n  2020-09-01: 0.01", "values: 0.01", in: .growth)],
      "parameters/need/growth.yaml:4:9: 'values' is a single value, but dates are needed. "
        + "Write the date from which a value holds, such as '2026-09-01: …'.",
    ),
    BrokenCase(
      "one value instead of keys",
      edits: [.replacing("{men: 60, women: 55}", "60", in: .originalAge)],
      "parameters/retirement/original_age.yaml:5:15: 'values.1978-06-01' is one value, but "
        + "'by' names the axis 'category' here. Write a key for each category, or 'other: …' for "
        + "all.",
    ),
    BrokenCase(
      "keys instead of one value",
      edits: [.replacing(": 0.01", ": {north: 0.01}", in: .growth)],
      "parameters/need/growth.yaml:5:15: 'values.2020-09-01' is a group of keys, but one "
        + "value is needed. Write a number, or {distribution: …}; 'by' names the axes that keys "
        + "may stand for.",
    ),
    BrokenCase(
      "an impossible distribution",
      edits: [.replacing(": 0.01", ": {distribution: beta, mean: 0.01, sd: 0.5}", in: .growth)],
      "parameters/need/growth.yaml:5:15: 'values.2020-09-01': a beta distribution with mean "
        + "0.01 needs a standard deviation of at least 0 and below sqrt(mean x (1 - mean)) = "
        + "0.099499; 0.5 was given.",
    ),
    BrokenCase(
      "a distribution beyond the unit",
      edits: [
        .replacing(
          "0.005",
          "{distribution: triangular, minimum: 0.5, mode: 1, maximum: 1.5}",
          in: .died,
        )
      ],
      "parameters/exits/died/probability.yaml:5:38: 'values.2020-09-01.50+' is drawn from "
        + "0.5 to 1.5 with the mean 1, but a probability per year lies between 0 and 1.",
    ),
    BrokenCase(
      "a distribution with a needless key",
      edits: [
        .replacing(
          "0.005",
          "{distribution: uniform, minimum: 0, maximum: 0.1, mean: 0.1}",
          in: .died,
        )
      ],
      "parameters/exits/died/probability.yaml:5:88: there is no key 'mean' in "
        + "'values.2020-09-01.50+'. Allowed: distribution, minimum, maximum.",
    ),
  ]
}

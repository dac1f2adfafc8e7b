// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenSettingTests {
  @Test(arguments: cases) func `broken command-line settings are told exactly`(_ broken: BrokenCase)
    throws
  {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "a misspelt parameter",
      overrides: ["need.grwth=0.1"],
      "--set need.grwth=0.1: there is no parameter 'need.grwth'. Did you mean 'need.growth'? "
        + "Names are listed by: workforce explain SCENARIO",
    ),
    BrokenCase(
      "no equals sign",
      overrides: ["need.growth"],
      "--set need.growth: this is no setting. Write name=value.",
    ),
    BrokenCase(
      "no value",
      overrides: ["need.growth="],
      "--set need.growth=: there is no value after '='. Write name=value.",
    ),
    BrokenCase(
      "a percentage",
      overrides: ["exits.died.probability=3.8"],
      "--set exits.died.probability=3.8: 'exits.died.probability' is 3.8, but a probability "
        + "per year lies between 0 and 1. Write 0.038 for 3.8 %.",
    ),
    BrokenCase(
      "a year as a date",
      overrides: ["need.growth@2027=0.1"],
      "--set need.growth@2027=0.1: 'the date after @' is '2027', but a date is needed. Write "
        + "year and month, with or without the day, such as 2026-09 or 2026-09-01.",
    ),
    BrokenCase(
      "a factor that is no number",
      overrides: ["need.growth=*x"],
      "--set need.growth=*x: 'need.growth' is 'x', not a number. Write a number such as 1200 "
        + "or 0.05.",
    ),
    BrokenCase(
      "an unknown way to fill",
      overrides: ["recruitment.fill=needs"],
      "--set recruitment.fill=needs: 'recruitment.fill' is 'needs', but one of these is "
        + "needed: posts, need, plan. Did you mean 'need'?",
    ),
    BrokenCase(
      "a negative seed",
      overrides: ["seed=-1"],
      "--set seed=-1: 'seed' is -1, but a seed is at least 0.",
    ),
    BrokenCase(
      "a scaled month",
      overrides: ["retirement.first_birth_month=*2"],
      "--set retirement.first_birth_month=*2: retirement.first_birth_month is a month and "
        + "cannot be scaled. Write a month.",
    ),
    BrokenCase(
      "a date at which the model does not look",
      overrides: ["retirement.birth_months_per_step@2027-01-01=4"],
      "--set retirement.birth_months_per_step@2027-01-01=4: retirement.birth_months_per_step is "
        + "read at the opening, 2025-09-01, so a value from 2027-01-01 has no effect. "
        + "Change the value that holds at the opening.",
    ),
  ]
}

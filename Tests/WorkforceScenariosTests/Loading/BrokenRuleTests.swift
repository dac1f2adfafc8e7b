// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenRuleTests {
  @Test(arguments: cases) func `broken rules are told exactly`(_ broken: BrokenCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "schools in expected values",
      edits: [
        .replacing("exits: on", "exits: on\nschools: {method: synthesis}\nset: {schools.count: 1}")
      ],
      overrides: ["method=expected"],
      "scenario.yaml:27:10: 'schools' needs individual teachers, but 'method' is expected. Write "
        + "'method: individuals' or 'schools: off'.",
    ),
    BrokenCase(
      "placement, rotation and balance without schools",
      edits: [.replacing("exits: on", "exits: on\nplacement: on\nrotation: on\nbalance: on")],
      "scenario.yaml:27:12: 'placement' is on, but 'schools' is off. Write 'schools: {method: "
        + "synthesis}', 'schools: {method: list, file: schools.csv}', or 'placement: off'.",
      "scenario.yaml:28:11: 'rotation' is on, but 'schools' is off. Write 'schools: {method: "
        + "synthesis}', 'schools: {method: list, file: schools.csv}', or 'rotation: off'.",
      "scenario.yaml:29:10: 'balance' is on, but 'schools' is off. Write 'schools: {method: "
        + "synthesis}', 'schools: {method: list, file: schools.csv}', or 'balance: off'.",
    ),
    BrokenCase(
      "pay without items",
      edits: [.replacing("exits: on", "exits: on\npay: {currency: CNY}")],
      "scenario.yaml:27:6: 'pay' is on, but the dimension 'item' is not declared, so nothing would "
        + "be paid. Write, for example, members: [{code: basic_pay}].",
    ),
    BrokenCase(
      "recruitment by need without need",
      edits: [
        .replacing("need: {components: [growth]}", "need: off"),
        .replacing("recruitment: {fill: posts}", "recruitment: {fill: need}"),
      ],
      "scenario.yaml:27:14: 'recruitment.fill' is need, but the section 'need' is off. "
        + "Switch it on, or write another way to fill.",
    ),
    BrokenCase(
      "recruitment by posts without posts",
      edits: [.replacing("posts: {method: opening}\n", "")],
      "scenario.yaml:26:14: 'recruitment.fill' is posts, but the section 'posts' is off. "
        + "Switch it on, or write another way to fill.",
    ),
    BrokenCase(
      "recruitment by plan without a plan",
      edits: [.replacing("{fill: posts}", "{fill: plan}")],
      "scenario.yaml:27:14: 'recruitment.fill' is plan, but the parameter 'recruitment.plan' "
        + "is missing. Add the file recruitment/plan.yaml to a tree of 'parameters', or a value "
        + "under 'set'.",
    ),
    BrokenCase(
      "a pipeline without an intake",
      edits: [.replacing("kind: competition", "kind: pipeline")],
      "scenario.yaml:27:14: the channel 'open' is a pipeline, but the parameter "
        + "'recruitment.open.intake' is missing. Add the file recruitment/open/intake.yaml to a "
        + "tree of 'parameters', or a value under 'set'.",
    ),
    BrokenCase(
      "title places by posts without posts",
      edits: [
        .replacing("exits: on", "exits: on\ntitles: {method: review}"),
        .replacing("posts: {method: opening}\n", ""),
        .replacing("recruitment: {fill: posts}", "recruitment: {fill: need}"),
      ],
      "scenario.yaml:26:9: 'titles.places' is posts, but the section 'posts' is off. Switch "
        + "it on, or write places: headcount.",
    ),
    BrokenCase(
      "posts by norm without pupils",
      edits: [.replacing("{method: opening}", "{method: norm}")],
      "scenario.yaml:24:8: 'posts.method' is norm, but the parameter "
        + "'posts.pupils_per_staff' is missing. Add the file posts/pupils_per_staff.yaml to a "
        + "tree of 'parameters', or a value under 'set'.",
      "scenario.yaml:24:8: 'posts.method' is norm, which counts pupils, but 'enrolment' is "
        + "off. Switch it on, or write another method.",
    ),
    BrokenCase(
      "cohorts without births",
      edits: [.replacing("need:", "enrolment: {method: cohort}\nneed:")],
      "scenario.yaml:23:12: 'enrolment.method' is cohort, but no grade has an 'entry_age', "
        + "so nobody would enter. Add it to the grades that births enter.",
      "scenario.yaml:23:12: 'enrolment.method' is cohort, but the parameter "
        + "'enrolment.births' is missing. Add the file enrolment/births.yaml to a tree of "
        + "'parameters', or a value under 'set'.",
      "scenario.yaml:23:12: 'enrolment.method' is cohort, but the parameter "
        + "'enrolment.progression' is missing. Add the file enrolment/progression.yaml to a tree "
        + "of 'parameters', or a value under 'set'.",
    ),
    BrokenCase(
      "a part of need without pupils",
      edits: [.replacing("[growth]", "[ratio]")],
      "scenario.yaml:23:7: 'need.components' has ratio, but the parameter "
        + "'need.pupils_per_teacher' is missing. Add the file need/pupils_per_teacher.yaml to a "
        + "tree of 'parameters', or a value under 'set'.",
      "scenario.yaml:23:7: 'need.components' has ratio, but the parameter "
        + "'need.subject_share' is missing. Add the file need/subject_share.yaml to a tree of "
        + "'parameters', or a value under 'set'.",
      "scenario.yaml:23:7: the part 'ratio' of need counts pupils, but 'enrolment' is off. "
        + "Write 'enrolment: {method: cohort}' or {method: table}.",
    ),
    BrokenCase(
      "early retirement without retirement",
      edits: [.replacing("retirement: on", "early_retirement: on")],
      "scenario.yaml:25:19: 'early_retirement' is on, but the parameter "
        + "'early_retirement.service_years' is missing. Add the file "
        + "early_retirement/service_years.yaml to a tree of 'parameters', or a value under 'set'.",
      "scenario.yaml:25:19: 'early_retirement' is on, but the parameter "
        + "'early_retirement.take_up' is missing. Add the file early_retirement/take_up.yaml to "
        + "a tree of 'parameters', or a value under 'set'.",
      "scenario.yaml:25:19: 'early_retirement' is on, but the parameter "
        + "'early_retirement.years_before' is missing. Add the file "
        + "early_retirement/years_before.yaml to a tree of 'parameters', or a value under 'set'.",
      "scenario.yaml:25:19: 'early_retirement' needs the statutory months of 'retirement', "
        + "which is off. Write 'retirement: on'.",
    ),
    BrokenCase(
      "retirement that covers nobody",
      edits: [.replacing(", who: {sex: [male]}", ""), .replacing(", who: {sex: [female]}", "")],
      "scenario.yaml:25:13: 'retirement' is on, but no member of the dimension 'category' "
        + "has 'who', so nobody would retire. Write, for example, {code: men, who: {sex: [male]}}.",
    ),
    BrokenCase(
      "recruitment without a channel",
      edits: [
        .replacing(
          "  channel:\n    members: [{code: open, kind: competition, contract: permanent}]\n",
          "",
        )
      ],
      "scenario.yaml:25:14: 'recruitment' is on, but the dimension 'channel' is not "
        + "declared, so nobody could enter. Write, for example, members: [{code: open, kind: "
        + "competition}].",
    ),
    BrokenCase(
      "more second subjects than teachers",
      edits: [
        .replacing(
          "need:",
          "set:\n  recruitment.second_subject: {description: {en: A value, zh: 数值}, unit: share, "
            + "by: [subject, next_subject], "
            + "values: {2020-09-01: {maths: {maths: 0.4, music: 0.7}, music: {other: 0}}}, "
            + "confidence: assumed, references: [{assumption: Invented}]}\nneed:",
        )
      ],
      "scenario.yaml:24:3: the shares of recruitment.second_subject out of maths add up to 1.1, but "
        + "at most 1 can have one. Write smaller shares, or a smaller trend or factor on them.",
    ),
    BrokenCase(
      "posts without teachers",
      edits: [.replacing("need:", "set: {posts.opening_vacancy_share: 1}\nneed:")],
      "scenario.yaml:23:7: posts.opening_vacancy_share is 1, but it must be at most 0.99, "
        + "because posts follow from teachers.",
    ),
    BrokenCase(
      "a shape of zero",
      edits: [.replacing("need:", "set: {recruitment.open.applicants_dispersion: 0}\nneed:")],
      "scenario.yaml:23:47: 'set.recruitment.open.applicants_dispersion' is 0, but a value in "
        + "dispersion lies between 0.01 and 1000000.",
    ),
    BrokenCase(
      "an unlimited competition without need",
      edits: [
        .replacing("kind: competition,", "kind: competition, limited_to_vacancies: false,"),
        .replacing("need: {components: [growth]}", "need: off"),
      ],
      "scenario.yaml:27:14: the channel 'open' opens places by need, because it is not limited to "
        + "vacancies or its contract fills no authorised post, but the section 'need' is off. "
        + "Switch it on.",
    ),
  ]
}

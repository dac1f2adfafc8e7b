// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenDimensionTests {
  @Test(arguments: cases) func `broken dimensions are told exactly`(_ broken: BrokenCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "a code given twice",
      edits: [
        .replacing("{code: south, en: South, zh: 南区}", "{code: north, zh: 南区}"),
        .replacing("both: [north, south]", "both: [north]"),
      ],
      "scenario.yaml:6:56: the code 'north' is given to two members. Rename one.",
    ),
    BrokenCase(
      "a name given twice",
      edits: [.replacing("zh: 南区", "zh: 北区")],
      "scenario.yaml:6:56: the name '北区' is given to two members. Rename one.",
    ),
    BrokenCase(
      "a code with a hyphen",
      edits: [
        .replacing("code: south,", "code: south-1,"),
        .replacing("both: [north, south]", "both: [north]"),
      ],
      "scenario.yaml:6:56: 'south-1' is no code. Write letters, digits and underscores only.",
    ),
    BrokenCase(
      "a code of nothing",
      edits: [
        .replacing("code: south,", "code: '',"),
        .replacing("both: [north, south]", "both: [north]"),
      ],
      "scenario.yaml:6:56: '' is no code. Write letters, digits and underscores only.",
    ),
    BrokenCase(
      "a member called other",
      edits: [.replacing("code: resigned", "code: other")],
      "scenario.yaml:19:22: 'other' stands for all members that are not named, so it cannot "
        + "be a code. Write another.",
    ),
    BrokenCase(
      "a dimension without members",
      edits: [.replacing("members: [{code: resigned}, {code: died}]", "members: []")],
      "scenario.yaml:19:14: 'dimensions.exit.members' is empty. List at least one member.",
    ),
    BrokenCase(
      "a table of members that is not there",
      edits: [
        .replacing("members: [{code: resigned}, {code: died}]", "members: {file: exits.csv}")
      ],
      "exits.csv: there is no such file.",
    ),
    BrokenCase(
      "a group with an unknown member",
      edits: [.replacing("both: [north, south]", "both: [north, suoth]")],
      "scenario.yaml:7:28: 'dimensions.region.groups.both[2]' is 'suoth', but there is no "
        + "such region. Did you mean 'south'? Members: north, south.",
    ),
    BrokenCase(
      "a group with the name of a member",
      edits: [.replacing("both: [", "north: [")],
      "scenario.yaml:7:14: the group 'north' has the name of a member. Rename it.",
    ),
    BrokenCase(
      "an unknown dimension",
      edits: [.replacing("  exit:", "  exits:")],
      "scenario.yaml:18:3: there is no key 'exits' in 'dimensions'; did you mean 'exit'? "
        + "Allowed: region, stage, subject, grade, location, sex, title, degree, contract, "
        + "channel, exit, leave, service, category, payer, item, post_grade, role.",
    ),
    BrokenCase(
      "a subject in an unknown stage",
      edits: [.replacing("stages: [primary]", "stages: [primery]")],
      "scenario.yaml:11:69: 'dimensions.subject.members[2].stages[1]' is 'primery', but "
        + "there is no such stage. Did you mean 'primary'? Members: primary, junior.",
    ),
    BrokenCase(
      "a stage without subjects",
      edits: [.replacing("{code: maths, zh: 数学}", "{code: maths, stages: [primary]}")],
      "scenario.yaml:11:15: no subject is taught in the stage 'junior'. Add the stage to the "
        + "'stages' of a subject, or remove it.",
    ),
    BrokenCase(
      "an unknown next contract",
      edits: [.replacing("next: permanent", "next: permanant")],
      "scenario.yaml:15:73: 'dimensions.contract.members[2].next' is 'permanant', but there "
        + "is no such contract. Did you mean 'permanent'? Members: permanent, term.",
    ),
    BrokenCase(
      "a channel with an unknown contract",
      edits: [.replacing("contract: permanent}]\n  exit", "contract: fixed}]\n  exit")],
      "scenario.yaml:17:57: 'dimensions.channel.members[1].contract' is 'fixed', but there "
        + "is no such contract. Members: permanent, term.",
    ),
    BrokenCase(
      "a channel without a kind",
      edits: [.replacing("kind: competition, ", "")],
      "scenario.yaml:17:15: 'dimensions.channel.members[1].kind' is missing. Add the key "
        + "'kind' with one of: competition, pipeline.",
    ),
    BrokenCase(
      "a category of an unknown sex",
      edits: [.replacing("sex: [male]", "sex: [man]")],
      "scenario.yaml:21:39: 'dimensions.category.members[1].who.sex[1]' is 'man', but there "
        + "is no such sex. Members: male, female.",
    ),
    BrokenCase(
      "leaving as an unknown category",
      edits: [.replacing("sex: [male]}", "sex: [male]}, may_leave_as: woman")],
      "scenario.yaml:21:61: 'dimensions.category.members[1].may_leave_as' is 'woman', but "
        + "there is no such category. Did you mean 'women'? Members: men, women.",
    ),
  ]
}

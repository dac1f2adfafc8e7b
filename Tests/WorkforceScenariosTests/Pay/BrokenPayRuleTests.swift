// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenPayRuleTests {
  @Test(arguments: items + settings)
  func `broken rules of pay are told exactly`(_ broken: BrokenPayCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  private static let items = [
    BrokenPayCase("nothing is broken"),
    BrokenPayCase(
      "an item of an unknown title",
      .init("{contract: [permanent], ", "{title: [hihg], "),
      gives: "scenario.yaml:33:50: 'dimensions.item.members[1].who.title[1]' is 'hihg', but "
        + "there is no such title. Did you mean 'high'? Members: low, high.",
    ),
    BrokenPayCase(
      "an item of an unknown group of grades",
      .init("[upper]", "[uper]"),
      gives: "scenario.yaml:34:59: 'dimensions.item.members[2].who.post_grade[1]' is "
        + "'uper', but there is no such post grade. Did you mean 'upper'? Members: g1, "
        + "g2, g3. Groups: upper.",
    ),
    BrokenPayCase(
      "an item of an unknown axis",
      .init("{contract: [permanent], ", "{grade: [a], "),
      gives: "scenario.yaml:33:42: there is no key 'grade' in "
        + "'dimensions.item.members[1].who'. Allowed: region, stage, subject, sex, "
        + "title, degree, contract, channel, obligation, location, post_grade, "
        + "key_school, situation, role.",
    ),
    BrokenPayCase(
      "an item for nobody",
      .init("[permanent], situation", "[], situation"),
      gives: "scenario.yaml:33:52: 'dimensions.item.members[1].who.contract' is empty. List "
        + "at least one contract, or leave out 'contract'.",
    ),
    BrokenPayCase(
      "an item of an unknown item",
      .init("of: [post_pay]", "of: [post_play]"),
      gives: "scenario.yaml:34:29: 'dimensions.item.members[2].of[1]' is 'post_play', but "
        + "there is no such item. Did you mean 'post_pay'? Members: post_pay, uplift, "
        + "reference, bonus, grant.",
    ),
    BrokenPayCase(
      "an item of a later item",
      .init("of: [post_pay]", "of: [post_pay, reference]"),
      gives: "scenario.yaml:34:39: 'dimensions.item.members[2].of[2]' is 'reference', but "
        + "'reference' is declared after 'uplift'. Move 'reference' up, before "
        + "'uplift'.",
    ),
    BrokenPayCase(
      "an item of itself",
      .init("of: [post_pay]", "of: [uplift]"),
      gives: "scenario.yaml:34:29: 'dimensions.item.members[2].of[1]' is 'uplift', which is "
        + "the item itself. Name items that are declared before it.",
    ),
    BrokenPayCase(
      "an item of the same item twice",
      .init("of: [post_pay]", "of: [post_pay, 岗位工资]"),
      gives: "scenario.yaml:34:39: 'post_pay' stands twice in "
        + "'dimensions.item.members[2].of'. Keep one.",
    ),
    BrokenPayCase(
      "an item of no items",
      .init("of: [post_pay]", "of: []"),
      gives: "scenario.yaml:34:28: 'dimensions.item.members[2].of' is empty. List at least "
        + "one item, or leave out 'of'.",
    ),
    BrokenPayCase(
      "months out of range",
      .init("[9, 3]", "[0, 13, 9]"),
      gives: "scenario.yaml:36:55: 'dimensions.item.members[4].months[1]' is 0, but a month "
        + "lies between 1 and 12.",
      "scenario.yaml:36:58: 'dimensions.item.members[4].months[2]' is 13, but a "
        + "month lies between 1 and 12.",
    ),
    BrokenPayCase(
      "a month twice",
      .init("[9, 3]", "[9, 3, 9]"),
      gives: "scenario.yaml:36:61: '9' stands twice in 'dimensions.item.members[4].months'. "
        + "Keep one.",
    ),
    BrokenPayCase(
      "months of an item that is paid once",
      .init("paid: on_entry", "paid: on_entry, months: [5]"),
      gives: "scenario.yaml:38:47: 'dimensions.item.members[5].months' is for items that "
        + "are paid monthly, but 'paid' is on_entry. Leave out 'months'.",
    ),
    BrokenPayCase(
      "a base reckoned in a situation without a base",
      .init("kind: other", "kind: other, reckoned_as: standby"),
      gives: "scenario.yaml:38:65: 'dimensions.item.members[5].reckoned_as' says for whom "
        + "the items under 'of' are reckoned, but there is no 'of'. Add it, or leave "
        + "out 'reckoned_as'.",
    ),
    BrokenPayCase(
      "a kind that does not exist",
      .init("kind: other", "kind: others"),
      gives: "scenario.yaml:38:45: 'dimensions.item.members[5].kind' is 'others', but one "
        + "of these is needed: pay, on_cost, other. Did you mean 'other'?",
    ),
    BrokenPayCase(
      "a monthly item of an item that is paid on entry",
      .init("reference, paid: never", "reference, paid: on_entry"),
      gives: "scenario.yaml:36:34: 'dimensions.item.members[4].of[2]' is 'reference', but "
        + "'reference' is paid once, on entry, and 'bonus' would be reckoned from it every "
        + "month. Leave 'reference' out, or write 'paid: on_entry' for 'bonus'.",
    ),
    BrokenPayCase(
      "a grade without a title",
      .init("{code: g1, title: high}", "{code: g1}"),
      gives: "scenario.yaml:25:15: 'dimensions.post_grade.members[1].title' is missing. Add "
        + "the key 'title' with the code of a title.",
    ),
    BrokenPayCase(
      "a title without a grade",
      .init("{code: g3, title: low}", "{code: g3, title: high}"),
      gives: "scenario.yaml:25:15: no member of 'post_grade' has the title 'low'. Add a "
        + "grade with title: low.",
    ),
    BrokenPayCase(
      "a role counted by nothing",
      .init("per: class, ", ""),
      gives: "scenario.yaml:30:15: 'dimensions.role.members[1].per' is missing. Add the key "
        + "'per' with one of: class, school.",
    ),
  ]

  private static let settings = [
    BrokenPayCase(
      "a key of pay that does not exist",
      .init("currency: CNY", "curency: CNY"),
      gives: "scenario.yaml:45:6: 'pay.currency' is missing. Add the key 'currency' with "
        + "the code of a currency, such as CNY.",
      "scenario.yaml:45:7: there is no key 'curency' in 'pay'; did you mean "
        + "'currency'? Allowed: currency, fiscal_year_begins_in_month.",
    ),
    BrokenPayCase(
      "a currency that is a sign",
      .init("currency: CNY", "currency: ¥"),
      gives: "scenario.yaml:45:17: 'pay.currency' is '¥', but a currency has 1 to 8 "
        + "letters. Write, for example, CNY.",
    ),
    BrokenPayCase(
      "a fiscal year that begins in no month",
      .init("begins_in_month: 4", "begins_in_month: 13"),
      gives: "scenario.yaml:45:51: 'pay.fiscal_year_begins_in_month' is 13, but a month "
        + "lies between 1 and 12.",
    ),
    BrokenPayCase(
      "pay that is only switched on",
      .init("pay: {currency: CNY, fiscal_year_begins_in_month: 4}", "pay: on"),
      gives: "scenario.yaml:45:6: 'pay' is 'on'. Write {currency: CNY} or off.",
    ),
    BrokenPayCase(
      "pay in expected values",
      overrides: ["method=expected"],
      gives: "scenario.yaml:45:6: 'pay' needs individual teachers, but 'method' is "
        + "expected. Write 'method: individuals' or 'pay: off'.",
    ),
    BrokenPayCase(
      "a role for each class without need",
      .init("need: {components: [growth]}", "need: off"),
      gives: "scenario.yaml:45:6: the role 'head_teacher' is counted for each class, but "
        + "the section 'need' is off. Switch it on, or leave the role out.",
    ),
    BrokenPayCase(
      "a role for each school without schools",
      .init("per: class", "per: school"),
      gives: "scenario.yaml:45:6: the role 'head_teacher' is counted for each school, but "
        + "the section 'schools' is off. Switch it on, or leave the role out.",
    ),
    BrokenPayCase(
      "a grade of posts of another title",
      .init("high,g1", "high,g3", in: "roster.csv"),
      gives: "roster.csv:2:60: the grade of posts 'g3' belongs to the title 'low', but the "
        + "teacher has the title 'high'. Correct one of them, or leave the grade empty.",
    ),
    BrokenPayCase(
      "an unknown grade of posts",
      .init("high,g1", "high,g9", in: "roster.csv"),
      gives: "roster.csv:2:60: 'post_grade' is 'g9', but there is no such post grade. Did "
        + "you mean 'g1'? Members: g1, g2, g3.",
    ),
    BrokenPayCase(
      "a salary step beyond the scale",
      .init("g1,30", "g1,101", in: "roster.csv"),
      gives: "roster.csv:2:63: 'salary_step' is 101, but a salary step lies between 0 and "
        + "100.",
    ),
  ]
}

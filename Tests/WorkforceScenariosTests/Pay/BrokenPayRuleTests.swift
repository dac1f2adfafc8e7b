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
      gives: "'dimensions.item.members[1].who.title[1]' is 'hihg', but there is no such title. "
        + "Did you mean 'high'? Members: low, high.",
    ),
    BrokenPayCase(
      "an item of an unknown group of grades",
      .init("[upper]", "[uper]"),
      gives: "'dimensions.item.members[2].who.post_grade[1]' is 'uper', but there is no such post "
        + "grade. Did you mean 'upper'? Members: g1, g2, g3. Groups: upper.",
    ),
    BrokenPayCase(
      "an item of an unknown axis",
      .init("{contract: [permanent], ", "{grade: [a], "),
      gives: "",
    ),
    BrokenPayCase(
      "an item for nobody",
      .init("[permanent], situation", "[], situation"),
      gives: "",
    ),
    BrokenPayCase(
      "an item of an unknown item",
      .init("of: [post_pay]", "of: [post_play]"),
      gives: "'dimensions.item.members[2].of[1]' is 'post_play', but there is no such item. Did "
        + "you mean 'post_pay'? Members: post_pay, uplift, reference, bonus, grant.",
    ),
    BrokenPayCase(
      "an item of a later item",
      .init("of: [post_pay]", "of: [post_pay, reference]"),
      gives: "'dimensions.item.members[2].of[2]' is 'reference', but 'reference' is declared after "
        + "'uplift'. Move 'reference' up, before 'uplift'.",
    ),
    BrokenPayCase(
      "an item of itself",
      .init("of: [post_pay]", "of: [uplift]"),
      gives: "'dimensions.item.members[2].of[1]' is 'uplift', which is the item itself. Name items "
        + "that are declared before it.",
    ),
    BrokenPayCase(
      "an item of the same item twice",
      .init("of: [post_pay]", "of: [post_pay, 岗位工资]"),
      gives: "'post_pay' stands twice in 'dimensions.item.members[2].of'. Keep one.",
    ),
    BrokenPayCase(
      "an item of no items",
      .init("of: [post_pay]", "of: []"),
      gives: "'dimensions.item.members[2].of' is empty. List at least one item, or leave out 'of'.",
    ),
    BrokenPayCase(
      "months out of range",
      .init("[9, 3]", "[0, 13, 9]"),
      gives: "",
    ),
    BrokenPayCase(
      "a month twice",
      .init("[9, 3]", "[9, 3, 9]"),
      gives: "",
    ),
    BrokenPayCase(
      "months of an item that is paid once",
      .init("paid: on_entry", "paid: on_entry, months: [5]"),
      gives: "",
    ),
    BrokenPayCase(
      "a base reckoned in a situation without a base",
      .init("kind: other", "kind: other, reckoned_as: standby"),
      gives: "",
    ),
    BrokenPayCase(
      "a kind that does not exist",
      .init("kind: other", "kind: others"),
      gives: "",
    ),
    BrokenPayCase(
      "a grade without a title",
      .init("{code: g1, title: high}", "{code: g1}"),
      gives: "",
    ),
    BrokenPayCase(
      "a title without a grade",
      .init("{code: g3, title: low}", "{code: g3, title: high}"),
      gives: "",
    ),
    BrokenPayCase(
      "a role counted by nothing",
      .init("per: class, ", ""),
      gives: "",
    ),
  ]

  private static let settings = [
    BrokenPayCase(
      "a key of pay that does not exist",
      .init("currency: CNY", "curency: CNY"),
      gives: "",
    ),
    BrokenPayCase(
      "a currency that is a sign",
      .init("currency: CNY", "currency: ¥"),
      gives: "",
    ),
    BrokenPayCase(
      "a fiscal year that begins in no month",
      .init("begins_in_month: 4", "begins_in_month: 13"),
      gives: "",
    ),
    BrokenPayCase(
      "pay that is only switched on",
      .init("pay: {currency: CNY, fiscal_year_begins_in_month: 4}", "pay: on"),
      gives: "",
    ),
    BrokenPayCase(
      "pay in expected values",
      overrides: ["method=expected"],
      gives: "'pay' needs individual teachers, but 'method' is expected. Write 'method: "
        + "individuals' or 'pay: off'.",
    ),
    BrokenPayCase(
      "a role for each class without need",
      .init("need: {components: [growth]}", "need: off"),
      gives: "",
    ),
    BrokenPayCase(
      "a role for each school without schools",
      .init("per: class", "per: school"),
      gives: "",
    ),
    BrokenPayCase(
      "a grade of posts of another title",
      .init("high,g1", "high,g3", in: "roster.csv"),
      gives: "",
    ),
    BrokenPayCase(
      "an unknown grade of posts",
      .init("high,g1", "high,g9", in: "roster.csv"),
      gives: "",
    ),
    BrokenPayCase(
      "a salary step beyond the scale",
      .init("g1,30", "g1,101", in: "roster.csv"),
      gives: "",
    ),
  ]
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenThresholdTests {
  @Test(arguments: cases) func `broken thresholds are told exactly`(_ broken: BrokenCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  /// The small scenario with thresholds in line 29; the list begins in column 13.
  private static func with(_ thresholds: String) -> [BrokenCase.Edit] {
    [.replacing("file: roster.csv}\n", "file: roster.csv}\nthresholds: \(thresholds)\n")]
  }

  private static let measures =
    "headcount, fte, established, early_retired_stock, pupils, classes, norm_posts, posts, "
    + "vacancies, need, available, gap, shortage, surplus, structural_shortage, schools, "
    + "county_managed, standby, covered_by_second_subject, covered_out_of_field, uncovered, "
    + "planned, hired, unfilled, training_started, in_training, cost, pay_per_head, retired, "
    + "early_retired, resigned, died, contract_ended, standby_ended, recruited, converted, promoted, requalified, moved"

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "a misspelt measure",
      edits: with("[{name: a, measure: shortge, above: 500}]"),
      "scenario.yaml:29:33: 'thresholds[1].measure' is 'shortge', but one of these is needed: "
        + "\(measures). Did you mean 'shortage'?",
    ),
    BrokenCase(
      "an exit that is not declared as a divisor",
      edits: with("[{name: a, measure: hired, per: resignd, above: 2}]"),
      "scenario.yaml:29:45: 'thresholds[1].per' is 'resignd', but one of these is needed: "
        + "\(measures). Did you mean 'resigned'?",
    ),
    BrokenCase(
      "both sides",
      edits: with("[{name: a, measure: hired, below: 2, above: 1}]"),
      "scenario.yaml:29:47: 'thresholds[1]' has both 'above' and 'below'. Leave one out.",
    ),
    BrokenCase(
      "no side",
      edits: with("[{name: a, measure: hired}]"),
      "scenario.yaml:29:14: 'thresholds[1]' has neither 'above' nor 'below'. Add one of them with "
        + "a number.",
    ),
    BrokenCase(
      "a value that is no number",
      edits: with("[{name: a, measure: hired, above: 5 %}]"),
      "scenario.yaml:29:47: 'thresholds[1].above' is '5 %', not a number. Write 0.05.",
    ),
    BrokenCase(
      "two of one name",
      edits: with("[{name: a, measure: hired, above: 1}, {name: a, measure: hired, above: 2}]"),
      "scenario.yaml:29:58: the name 'a' is given to two thresholds. Rename one.",
    ),
    BrokenCase(
      "a name that is no code",
      edits: with("[{name: a-b, measure: hired, above: 1}]"),
      "scenario.yaml:29:21: 'a-b' is no code. Write letters, digits and underscores only.",
    ),
    BrokenCase(
      "no name and no measure",
      edits: with("[{above: 1}]"),
      "scenario.yaml:29:14: 'thresholds[1].measure' is missing. Add the key 'measure' with one of: "
        + "\(measures).",
      "scenario.yaml:29:14: 'thresholds[1].name' is missing. Add the key 'name' with a short name.",
    ),
    BrokenCase(
      "an empty list",
      edits: with("[]"),
      "scenario.yaml:29:13: 'thresholds' is empty. List at least one threshold, or write "
        + "'thresholds: off'.",
    ),
    BrokenCase(
      "a file instead of a list",
      edits: with("thresholds.yaml"),
      "scenario.yaml:29:13: 'thresholds' is a single value, but a list is needed.",
    ),
    BrokenCase(
      "an item that is no group of keys",
      edits: with("[shortage]"),
      "scenario.yaml:29:14: 'thresholds[1]' is a single value, but a group of keys is needed. "
        + "Write 'key: value' lines.",
    ),
    BrokenCase(
      "years in the wrong order",
      edits: with("[{name: a, measure: hired, above: 1, years: {first: 2028, last: 2027}}]"),
      "scenario.yaml:29:77: 'thresholds[1].years.last' is 2027, but the first year is 2028. "
        + "Write 2028 or later.",
    ),
    BrokenCase(
      "years as a list",
      edits: with("[{name: a, measure: hired, above: 1, years: [2027, 2028]}]"),
      "scenario.yaml:29:57: 'thresholds[1].years' is a list, but a group of keys is needed.",
    ),
    BrokenCase(
      "a key that does not exist",
      edits: with("[{name: a, measure: hired, above: 1, year: 2027}]"),
      "scenario.yaml:29:50: there is no key 'year' in 'thresholds[1]'; did you mean 'years'? "
        + "Allowed: name, label, measure, per, above, below, years.",
    ),
    BrokenCase(
      "a shortage without need",
      edits: [.replacing("need: {components: [growth]}", "need: off")]
        + with("[{name: a, measure: shortage, per: need, above: 0.05}]"),
      "scenario.yaml:29:33: 'thresholds[1].measure' is shortage, but the section 'need' is off. "
        + "Switch it on, or leave the threshold out.",
      "scenario.yaml:29:48: 'thresholds[1].per' is need, but the section 'need' is off. "
        + "Switch it on, or leave the threshold out.",
    ),
    BrokenCase(
      "schools and pupils that are not modelled",
      edits: with("[{name: a, measure: schools, per: pupils, above: 1}]"),
      "scenario.yaml:29:33: 'thresholds[1].measure' is schools, but the section 'schools' is off. "
        + "Switch it on, or leave the threshold out.",
      "scenario.yaml:29:47: 'thresholds[1].per' is pupils, but the section 'enrolment' is off. "
        + "Switch it on, or leave the threshold out.",
    ),
  ]
}

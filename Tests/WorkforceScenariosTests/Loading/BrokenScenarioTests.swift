// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenScenarioTests {
  @Test(arguments: cases) func `broken keys and sections are told exactly`(_ broken: BrokenCase)
    throws
  {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "another format",
      edits: [.replacing("format: 1", "format: 2")],
      "scenario.yaml:1:9: 'format' is 2, but this program reads format 1.",
    ),
    BrokenCase(
      "a last year before the first",
      edits: [.replacing("last: 2028", "last: 2020")],
      "scenario.yaml:3:28: 'years.last' is 2020, but the first year is 2026. Write 2026 or "
        + "later.",
    ),
    BrokenCase(
      "too many years",
      edits: [.replacing("last: 2028", "last: 2400")],
      "scenario.yaml:3:28: 'years' has 375 years, but at most 200 are simulated. Write last: "
        + "2225 or earlier.",
    ),
    BrokenCase(
      "no replication",
      edits: [.replacing("parameters:", "replications: 0\nparameters:")],
      "scenario.yaml:22:15: 'replications' is 0, but the number of replications lies between "
        + "1 and 1000000.",
    ),
    BrokenCase(
      "an unknown key",
      edits: [.replacing("exits: on", "exit: on")],
      "scenario.yaml:26:1: there is no key 'exit' here; did you mean 'exits'? Allowed: "
        + "format, name, description, years, seed, replications, method, dimensions, enrolment, "
        + "schools, need, posts, retirement, early_retirement, contracts, exits, leave, titles, "
        + "participation, requalification, placement, rotation, balance, recruitment, "
        + "pay, population, targets, thresholds, extends, parameters, set.",
    ),
    BrokenCase(
      "a scenario to extend that is not there",
      edits: [.replacing("format: 1", "format: 1\nextends: parent.yaml")],
      "scenario.yaml:2:10: 'extends' is 'parent.yaml', but parent.yaml is not there. Write a path "
        + "from the folder of this file.",
    ),
    BrokenCase(
      "a misspelt scenario to extend",
      edits: [
        .replacing("format: 1", "format: 1\nextends: base/one.yml"),
        .adding("base/one.yaml", like: .scenario),
      ],
      "scenario.yaml:2:10: 'extends' is 'base/one.yml', but base/one.yml is not there. Did you mean "
        + "'one.yaml'? Write a path from the folder of this file.",
    ),
    BrokenCase(
      "a scenario that extends itself",
      edits: [.replacing("format: 1", "format: 1\nextends: .")],
      "scenario.yaml:2:10: 'extends' goes in a circle: scenario.yaml -> scenario.yaml. "
        + "Remove one 'extends'.",
    ),
    BrokenCase(
      "a tree that is not there",
      edits: [.replacing("[parameters]", "[parameter]")],
      "scenario.yaml:22:14: 'parameters[1]' is 'parameter', but there is no folder parameter.",
    ),
    BrokenCase(
      "a switch that is neither on nor off",
      edits: [.replacing("exits: on", "exits: yes")],
      "scenario.yaml:26:8: 'exits' is 'yes'. Write on or off.",
    ),
    BrokenCase(
      "a section without its method",
      edits: [.replacing("need: {components: [growth]}", "need: on")],
      "scenario.yaml:23:7: 'need' is 'on'. Write {components: [timetable]} or off.",
    ),
    BrokenCase(
      "an unknown part of need",
      edits: [.replacing("[growth]", "[growht]")],
      "scenario.yaml:23:21: 'need.components[1]' is 'growht', but one of these is needed: "
        + "timetable, per_class, per_school, ratio, users, growth, table. Did you mean 'growth'?",
    ),
    BrokenCase(
      "targets that are not there",
      edits: [.replacing("need:", "targets: t.yaml\nneed:")],
      "t.yaml: there is no such file.",
    ),
  ]
}

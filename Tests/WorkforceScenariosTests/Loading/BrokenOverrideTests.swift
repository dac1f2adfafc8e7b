// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenOverrideTests {
  @Test(arguments: cases) func `broken overrides are told exactly`(_ broken: BrokenCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "a misspelt parameter",
      edits: [.replacing("need:", "set: {need.grwoth: 0.1}\nneed:")],
      "scenario.yaml:23:7: there is no parameter 'need.grwoth'. Did you mean 'need.growth'? "
        + "Names are listed by: workforce explain SCENARIO",
    ),
    BrokenCase(
      "a parameter of an undeclared exit",
      edits: [.replacing("need:", "set: {exits.retired.probability: 0.1}\nneed:")],
      "scenario.yaml:23:7: 'exits.retired.probability' needs the exit 'retired', which the "
        + "scenario does not declare. Did you mean 'exits.resigned.probability'? Members: "
        + "resigned, died.",
    ),
    BrokenCase(
      "parameters of sections that are off",
      edits: [
        .replacing("need:", "set: {leave.multiplier: 0.1, titles.structure_cap: 0.3}\nneed:")
      ],
      "scenario.yaml:23:7: there is no parameter 'leave.multiplier'. Did you mean "
        + "'exits.multiplier'? Names are listed by: workforce explain SCENARIO",
      "scenario.yaml:23:30: 'titles.structure_cap' has no effect, because the section "
        + "'titles' is off. Switch it on, or remove this line.",
    ),
    BrokenCase(
      "a percentage",
      edits: [.replacing("need:", "set: {exits.died.probability: 3.8}\nneed:")],
      "scenario.yaml:23:31: 'set.exits.died.probability' is 3.8, but a probability per year "
        + "lies between 0 and 1. Write 0.038 for 3.8 %.",
    ),
    BrokenCase(
      "an axis that is not allowed",
      edits: [.replacing("need:", "set:\n  need.growth[age:30]: 0.1\nneed:")],
      "scenario.yaml:24:3: need.growth cannot depend on 'age'. Allowed: region, stage, "
        + "subject.",
    ),
    BrokenCase(
      "a misspelt member",
      edits: [.replacing("need:", "set:\n  need.growth[region:nroth]: 0.1\nneed:")],
      "scenario.yaml:24:3: 'set' has the key 'nroth', but there is no such region. Did you "
        + "mean 'north'? Members: north, south. Groups: both.",
    ),
    BrokenCase(
      "an open bracket",
      edits: [.replacing("need:", "set:\n  need.growth[region: 0.1\nneed:")],
      "scenario.yaml:24:3: 'need.growth[region' opens a bracket that is not closed. Write "
        + "need.growth[axis:member].",
    ),
    BrokenCase(
      "a member without its axis",
      edits: [.replacing("need:", "set:\n  need.growth[north]: 0.1\nneed:")],
      "scenario.yaml:24:3: 'north' in 'need.growth[north]' names no members. Write "
        + "axis:member, such as region:north.",
    ),
    BrokenCase(
      "empty brackets",
      edits: [.replacing("need:", "set:\n  need.growth[]: 0.1\nneed:")],
      overrides: ["need.growth[region:north,]=0.1", "need.growth[]@2027-01-01=*2"],
      "--set need.growth[]@2027-01-01=*2: 'need.growth[]@2027-01-01' names no members. Write "
        + "axis:member, such as region:north.",
      "--set need.growth[region:north,]=0.1: 'need.growth[region:north,]' names no members. Write "
        + "axis:member, such as region:north.",
      "scenario.yaml:24:3: 'need.growth[]' names no members. Write axis:member, such as "
        + "region:north.",
    ),
    BrokenCase(
      "a full-width colon after a parameter",
      edits: [.replacing("need:", "set:\n  exits.multiplier：{scale: 2}\nneed:")],
      "scenario.yaml:24:3: there is no parameter 'exits.multiplier：{scale'. If '：' is meant to end a "
        + "key, write ':' and a space. Did you mean 'exits.multiplier'? Names are listed by: "
        + "workforce explain SCENARIO",
    ),
    BrokenCase(
      "members as keys",
      edits: [.replacing("need:", "set: {need.growth: {north: 0.1}}\nneed:")],
      "scenario.yaml:23:21: 'set.need.growth' has the key 'north'. Write a number, dates "
        + "with values, {scale: 1.3, from: 2026-09-01}, or all keys of a parameter file; single "
        + "members are changed by need.growth[axis:member].",
    ),
    BrokenCase(
      "dates out of order",
      edits: [
        .replacing("need:", "set: {need.growth: {2026-09-01: 0.1, 2025-09-01: 0.2}}\nneed:")
      ],
      "scenario.yaml:23:38: 2025-09-01 does not come after 2026-09-01. Put the dates in "
        + "ascending order.",
    ),
    BrokenCase(
      "members before the first date",
      edits: [.replacing("need:", "set:\n  need.growth[region:north]: {2019-09-01: 0.1}\nneed:")],
      "scenario.yaml:24:3: need.growth has no value here that could be changed. Write "
        + "'need.growth: {by: …, values: …}' with all keys of a parameter file under 'set' in the "
        + "scenario file.",
    ),
    BrokenCase(
      "keys of a parameter file on the command line",
      overrides: ["need.growth={by: [region], values: {2020-09-01: {north: 0.1, south: 0}}}"],
      "--set need.growth={by: [region], values: {2020-09-01: {north: 0.1, south: 0}}}: "
        + "'need.growth' is given by keys of a parameter file, which the command line does not "
        + "take. Write them under 'set' in the scenario file.",
    ),
    BrokenCase(
      "changes in per cent",
      edits: [.replacing("need:", "set: {need.growth: +5%}\nneed:")],
      overrides: ["need.growth=+20%", "need.growth=－12.5 ％", "need.growth=-120%"],
      "--set need.growth=+20%: 'need.growth' is '+20%', not a number. Write *1.2 for 20 % more, or "
        + "0.2 for the share 20 %.",
      "--set need.growth=-120%: 'need.growth' is '-120%', not a number. Write -1.2.",
      "--set need.growth=－12.5 ％: 'need.growth' is '－12.5 ％', not a number. Write *0.875 for "
        + "12.5 % less, or -0.125 for the share -12.5 %.",
      "scenario.yaml:23:20: 'set.need.growth' is '+5%', not a number. Write {scale: 1.05} for 5 % "
        + "more, or 0.05 for the share 5 %.",
    ),
    BrokenCase(
      "a parameter of a section that the command line switches off",
      overrides: ["exits=off", "exits.multiplier=2"],
      "--set exits.multiplier=2: 'exits.multiplier' has no effect, because the section 'exits' is "
        + "off. Switch it on, or remove this line.",
    ),
    BrokenCase(
      "shares that do not add up",
      edits: [.replacing("need:", "set: {recruitment.open.age: 0.1}\nneed:")],
      "scenario.yaml:23:7: the shares of recruitment.open.age from 2020-09-01 add up to "
        + "12.1, but shares along 'age' must add up to 1.",
    ),
    BrokenCase(
      "scaled shares",
      edits: [.replacing("need:", "set: {recruitment.open.age: {scale: 2}}\nneed:")],
      "scenario.yaml:23:7: the shares of recruitment.open.age add up to 1, so they cannot "
        + "all be scaled. Write the values.",
    ),
    BrokenCase(
      "a full form that lacks keys",
      edits: [
        .replacing(
          "need:",
          "set: {need.growth: {unit: change per year, values: {2020-09-01: 0.1}}}\nneed:",
        )
      ],
      "scenario.yaml:23:20: 'set.need.growth.confidence' is missing. Add the key "
        + "'confidence' with one of: published, derived, assumed.",
      "scenario.yaml:23:20: 'set.need.growth.description' is missing. Add the key "
        + "'description' with a text.",
      "scenario.yaml:23:20: 'set.need.growth.references' is missing. Add the key "
        + "'references' with a list of {title, publisher, href, date} or {assumption}.",
    ),
    BrokenCase(
      "a key of the scenario",
      edits: [.replacing("need:", "set: {recruitment.fill: need}\nneed:")],
      "scenario.yaml:23:7: there is no parameter 'recruitment.fill'. It is a key of the "
        + "scenario: write it outside 'set'.",
    ),
    BrokenCase(
      "distributions of the command line",
      overrides: [
        "exits.died.probability={distribution: beta, mean: 0.02}",
        "exits.died.probability={distribution: beta, mean: 0.5, sd: 0.9}",
        "exits.died.probability={distribution: bta, mean: 0.02, sd: 0.01}",
        "exits.died.probability={mean: 0.02}",
      ],
      "--set exits.died.probability={distribution: beta, mean: 0.02}: "
        + "'exits.died.probability.sd' is missing. Add the key 'sd' with a number.",
      "--set exits.died.probability={distribution: beta, mean: 0.5, sd: 0.9}: "
        + "'exits.died.probability': a beta distribution with mean 0.5 needs a standard deviation "
        + "of at least 0 and below sqrt(mean x (1 - mean)) = 0.5; 0.9 was given.",
      "--set exits.died.probability={distribution: bta, mean: 0.02, sd: 0.01}: "
        + "'exits.died.probability.distribution' is 'bta', but one of these is needed: beta, gamma, "
        + "lognormal, normal, triangular, uniform, discrete. Did you mean 'beta'?",
      "--set exits.died.probability={mean: 0.02}: 'exits.died.probability' is a group of keys, but "
        + "one value is needed. Write a number, or {distribution: …}; 'by' names the axes that keys "
        + "may stand for.",
    ),
  ]
}

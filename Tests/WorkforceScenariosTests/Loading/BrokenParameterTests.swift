// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenParameterTests {
  @Test(arguments: cases) func `broken parameter files are told exactly`(_ broken: BrokenCase)
    throws
  {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "a file of no parameter",
      edits: [
        .adding("other/need/grwoth.yaml", like: .growth),
        .replacing("parameters: [", "parameters: [other, "),
      ],
      "other/need/grwoth.yaml: the path stands for the parameter 'need.grwoth', but the "
        + "model has none of that name. Did you mean 'need.growth'? Names are listed by: "
        + "workforce explain SCENARIO",
    ),
    BrokenCase(
      "another unit",
      edits: [.replacing("change per year", "percent", in: .growth)],
      "parameters/need/growth.yaml:2:7: 'unit' is 'percent', but need.growth is given in "
        + "another unit. Write change per year.",
    ),
    BrokenCase(
      "an axis that is not allowed",
      edits: [.replacing("by: []", "by: [age]", in: .growth)],
      "parameters/need/growth.yaml:3:6: need.growth cannot depend on 'age'. Allowed: region, "
        + "stage, subject.",
    ),
    BrokenCase(
      "a misspelt key",
      edits: [.replacing("confidence:", "confidance:", in: .growth)],
      "parameters/need/growth.yaml:1:1: 'confidence' is missing. Add the key 'confidence' "
        + "with one of: published, derived, assumed.",
      "parameters/need/growth.yaml:6:1: there is no key 'confidance' here; did you mean "
        + "'confidence'? Allowed: description, unit, by, otherwise, table, from, values, "
        + "confidence, references, afterLastValue, uncertainty, covariance.",
    ),
    BrokenCase(
      "an unknown confidence",
      edits: [.replacing("assumed", "sure", in: .growth)],
      "parameters/need/growth.yaml:6:13: 'confidence' is 'sure', but one of these is needed: "
        + "published, derived, assumed.",
    ),
    BrokenCase(
      "a published value without a publication",
      edits: [.replacing("confidence: assumed", "confidence: published", in: .growth)],
      "parameters/need/growth.yaml:6:13: 'confidence' is published, but no reference names a "
        + "publication. Add {title: …}, or write derived or assumed.",
    ),
    BrokenCase(
      "no references",
      edits: [.replacing("references: [{assumption: Invented for tests}]", "", in: .growth)],
      "parameters/need/growth.yaml:1:1: 'references' is missing. Add the key 'references' "
        + "with a list of {title, publisher, href, date} or {assumption}.",
    ),
    BrokenCase(
      "a date without a reference",
      edits: [
        .replacing("references: [{", "references: {2020-09-01: {", in: .resigned),
        .replacing("tests}]", "tests}}", in: .resigned),
      ],
      "parameters/exits/resigned/probability.yaml:10:13: the values from 2025-09 have no "
        + "reference. Add one under 'references', or write a list that supports all dates.",
    ),
    BrokenCase(
      "a reference for a date without values",
      edits: [
        .replacing(
          "references: [{assumption: Invented for tests}]",
          "references: {2020-09-01: {title: A}, 2021-09-01: {title: B}}",
          in: .growth,
        )
      ],
      "parameters/need/growth.yaml:7:38: 'references' has the date 2021-09-01, but there are "
        + "no values from it. Dates of values: 2020-09-01.",
    ),
    BrokenCase(
      "an unknown rule after the last value",
      edits: [.replacing("references:", "afterLastValue: rise\nreferences:", in: .growth)],
      "parameters/need/growth.yaml:7:17: 'afterLastValue' is 'rise'. Write hold, {trend: "
        + "-0.03} or {index: other.parameter}.",
    ),
    BrokenCase(
      "an index that does not exist",
      edits: [
        .replacing("references:", "afterLastValue: {index: need.grwth}\nreferences:", in: .growth)
      ],
      "parameters/need/growth.yaml:1: need.growth follows 'need.grwth' after its last value, "
        + "but the scenario has no such parameter. Did you mean 'need.growth'?",
    ),
    BrokenCase(
      "an index that follows itself",
      edits: [
        .replacing("references:", "afterLastValue: {index: need.growth}\nreferences:", in: .growth)
      ],
      "parameters/need/growth.yaml:1: need.growth follows 'need.growth' after its last "
        + "value, but that is a circle: need.growth -> need.growth. Write hold or a trend.",
    ),
    BrokenCase(
      "a trend where only dates count",
      edits: [
        .replacing("references:", "afterLastValue: {trend: 0.1}\nreferences:", in: .originalAge)
      ],
      "parameters/retirement/original_age.yaml:1: retirement.original_age is read by its dates "
        + "alone, so 'afterLastValue' has to be hold. Write the later values with their dates.",
    ),
    BrokenCase(
      "an uncertainty without a distribution",
      edits: [.replacing("references:", "uncertainty: 1.1\nreferences:", in: .growth)],
      "parameters/need/growth.yaml:7:14: 'uncertainty' is one number, but a distribution is "
        + "needed. Write {distribution: lognormal, mean: 1, sd: 0.1}.",
    ),
    BrokenCase(
      "a covariance of the wrong size",
      edits: [.replacing("references:", "covariance: [[1]]\nreferences:", in: .originalAge)],
      "parameters/retirement/original_age.yaml:7:13: 'covariance' needs 2 rows of 2 numbers, "
        + "one for each value of a date.",
    ),
    BrokenCase(
      "a covariance that is not symmetric",
      edits: [
        .replacing(
          "references:",
          "covariance: [[1, 0.5], [0.4, 1]]\nreferences:",
          in: .originalAge,
        )
      ],
      "parameters/retirement/original_age.yaml:7:13: 'covariance' is not symmetric: row 2, "
        + "column 1 is 0.4 and its mirror image is 0.5.",
    ),
    BrokenCase(
      "a covariance that is not positive definite",
      edits: [
        .replacing("references:", "covariance: [[1, 2], [2, 1]]\nreferences:", in: .originalAge)
      ],
      "parameters/retirement/original_age.yaml:7:13: 'covariance' is not positive definite, "
        + "so no values can be drawn from it.",
    ),
  ]
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports
import WorkforceSim

/// What is said of goals of precision.
struct PrecisionNotesTests {
  private func goals(_ texts: String...) throws -> [PrecisionGoal] {
    try texts.map { try PrecisionGoal($0) }
  }

  @Test(arguments: [
    (
      Language.english, false,
      "Not reached with 10,000 replications, the most without --replications: cost.2030 ± 1%, "
        + "headcount.2030 ± 0.0001. The run ends here.",
    ),
    (
      .chinese, false,
      "未写 --replications 时至多10,000次重复，未达到cost.2030 ± 1%、headcount.2030 ± 0.0001，运行到此为止。",
    ),
    (
      .english, true,
      "Not reached with the 10,000 replications that --replications allows: cost.2030 ± 1%, "
        + "headcount.2030 ± 0.0001. The run ends here.",
    ),
    (
      .chinese, true,
      "--replications 允许的10,000次重复，未达到cost.2030 ± 1%、headcount.2030 ± 0.0001，运行到此为止。",
    ),
  ])
  func `what was not reached is told with the limit`(
    language: Language,
    isLimitAsked: Bool,
    sentence: String,
  ) throws {
    let missed = PrecisionNotes(language).missed(
      try goals("cost.2030 ± 1%", "headcount.2030 ± 0.0001"),
      after: 10_000,
      isLimitAsked: isLimitAsked,
    )
    #expect(missed == sentence)
  }

  @Test(arguments: [
    (
      Language.english,
      "headcount.2030 is 10.50000 ± 12.70620 after 4 replications; ± 0.0001 takes more than "
        + "1,000,000,000.",
    ),
    (.chinese, "headcount.2030：4次重复后为10.50000 ± 12.70620；达到± 0.0001需1,000,000,000以上次重复。"),
  ])
  func `a goal is shown as it is written`(language: Language, sentence: String) throws {
    let goals = try goals("headcount.2030 +- 0.0001")
    // The pairs have the means 9.5 and 11.5: their standard error is 1, Student's quantile 12.706.
    let state = goals[0].state([9, 10, 11, 12])
    #expect(PrecisionNotes(language).states(of: goals, [state], after: 4) == [sentence])
  }
}

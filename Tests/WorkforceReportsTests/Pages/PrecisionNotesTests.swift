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

  @Test(arguments: [
    (
      Language.english, 3,
      "headcount.2030 is 10.0 after 3 replications; how precise that is is unknown with fewer than 4, "
        + "so ± 5 is not reached.",
    ),
    (
      .english, 1,
      "headcount.2030 is 10.0 after 1 replication; how precise that is is unknown with fewer than 4, "
        + "so ± 5 is not reached.",
    ),
    (.chinese, 3, "headcount.2030：3次重复后为10.0；少于4次重复时精度未知，未达到± 5。"),
  ])
  func `too few replications to know a precision are told`(
    language: Language,
    count: Int,
    sentence: String,
  ) throws {
    let goals = try goals("headcount.2030 ± 5")
    let state = goals[0].state(Array(repeating: 10, count: count))
    #expect(PrecisionNotes(language).states(of: goals, [state], after: count) == [sentence])
  }

  @Test func `one replication that --replications allows is one`() throws {
    let missed = PrecisionNotes(.english).missed(
      try goals("cost.2030 ± 1%"),
      after: 1,
      isLimitAsked: true,
    )
    #expect(missed.hasPrefix("Not reached with the 1 replication that --replications allows:"))
  }

  @Test func `what misses by little does not look like what was asked`() throws {
    // Half-width 12.706 times the standard error 1, of which 12.70 is just missed.
    let goals = try goals("headcount.2030 ± 12.69")
    let state = goals[0].state([9, 10, 11, 12])
    let sentences = PrecisionNotes(.english).states(of: goals, [state], after: 4)
    #expect(
      sentences[0].hasPrefix("headcount.2030 is 10.50 ± 12.71 after 4 replications; ± 12.69 ")
    )
    let met = try self.goals("headcount.2030 ± 12.71")
    let reached = PrecisionNotes(.english).states(
      of: met,
      [met[0].state([9, 10, 11, 12])],
      after: 4,
    )
    #expect(reached[0].hasPrefix("headcount.2030 is 10.5 ± 12.7 after 4 replications; ± 12.71 was"))
  }
}

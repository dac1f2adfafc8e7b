// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The expected projection is the mean of whole persons where no limit binds.
struct ExpectedValuesTests {
  /// A scenario whose phases have no places to run out of.
  private func unlimited(titles: TitleMethod) -> SmallScenario {
    var small = SmallScenario(
      years: 5,
      dimensions: Dimensions([
        Dimension(.title, ["third", "second", "first"].map { Member($0) }),
        Dimension(.sex, [Member("male"), Member("female")]),
        Dimension(.contract, [Member("established"), Member("special_post")]),
        Dimension(.channel, [Member("open"), Member("funded")]),
        Dimension(.exit, [Member("resigned"), Member("died")]),
      ]),
    )
    for age in stride(from: 26, to: 62, by: 3) {
      small.add(6, age: age) { teacher, number in
        teacher.sex = UInt8(number % 2)
        teacher.title = UInt8(number % 3)
        guard age < 30 else { return }
        teacher.contract = 1
        teacher.contractEnd = CompactMonth(Month(year: 2025 + number % 3, month: 9))
      }
    }
    setLeaving(in: &small)
    small.titles = (titles, .headcount)
    small.set("titles.transitions", by: [.title, .nextTitle], 0, 0.15, 0.05, 0, 0, 0.1, 0, 0, 0)
    small.set("titles.application_probability", by: [.sex], 0.2, 0.3)
    small.set("titles.years_required", by: [.title], 2, 3, 99)
    setRecruitment(in: &small)
    return small
  }

  private func setLeaving(in small: inout SmallScenario) {
    small.retirement = [RetirementAssignment(category: 0)]
    small.set("retirement.original_age", 60)
    small.set("retirement.first_birth_month", Double(Month(year: 1965, month: 1).index))
    small.set("retirement.birth_months_per_step", 4)
    small.set("retirement.maximum_delay", 36)
    small.set("retirement.flexible_early_limit", 36)
    small.set("retirement.flexible_late_limit", 36)
    small.setRetirementChoice([(-30, 0.2), (-7, 0.2), (0, 0.4), (14, 0.2)])
    small.hasEarlyRetirement = true
    small.set("early_retirement.years_before", 5)
    small.set("early_retirement.service_years", 30)
    small.set("early_retirement.take_up", 0.15)
    small.contracts = [nil, 0]
    small.set("contracts.years", by: [.contract], 0, 3)
    small.set("contracts.retention", by: [.contract], 1, 0.7)
    small.hasExits = true
    small.set("exits.resigned.probability", by: [.age]) { $0[0] < 35 ? 0.1 : 0.03 }
    small.set("exits.died.probability", by: [.title], 0.02, 0.01, 0.03)
    small.hasParticipation = true
    small.set("participation.employed_share", by: [.sex], 0.95, 0.9)
    small.set("participation.full_time_share", by: [.age]) { $0[0] < 40 ? 0.8 : 1 }
  }

  private func setRecruitment(in small: inout SmallScenario) {
    small.recruitment = (
      .plan,
      [
        ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true),
        ChannelRule(kind: .pipeline, contract: 1, isLimitedToVacancies: false),
      ],
    )
    // More places than any year's graduates, so that advertised places are never negative.
    small.set("recruitment.plan", 40)
    small.set("recruitment.open.acceptance", 0.3)
    small.set("recruitment.funded.intake", 12)
    small.set("recruitment.funded.completion", 0.8)
    small.set("recruitment.funded.arrival", 0.7)
    for channel in ["open", "funded"] {
      small.set("recruitment.\(channel).sex", by: [.sex], 0.4, 0.6)
      small.set("recruitment.\(channel).age", by: [.age]) { (23...26).contains($0[0]) ? 0.25 : 0 }
    }
  }

  @Test(arguments: TitleMethod.allCases)
  func `every figure of the expected projection is the mean of whole persons`(
    titles: TitleMethod
  ) throws {
    var small = unlimited(titles: titles)
    let runs = try small.run(replications: 300)
    small.method = .expected
    let expected = try small.run()
    // Figures that are convex in the stock, such as shortage, are not linear in expectation.
    let measures = [
      "headcount", "fte", "available", "early_retired_stock", "hired", "retired",
      "early_retired", "resigned", "died", "contract_ended", "converted", "promoted",
    ]
    for year in 2025...2029 {
      for measure in measures {
        let values = runs.summary(measure, year)
        let error = standardErrors(
          ofMean: values,
          from: expected.summary(measure, year)[0],
          variance: variance(values),
        )
        #expect(error < 5, "\(measure) in \(year)")
      }
      for title in ["third", "second", "first"] {
        let values = runs.values("teachers_by_title", ["title": title], year)
        let mean = expected.values("teachers_by_title", ["title": title], year)[0]
        let error = standardErrors(ofMean: values, from: mean, variance: variance(values))
        #expect(error < 5, "\(title) in \(year)")
      }
    }
  }

  @Test func `rows of expected values are joined, so that they do not double every year`() throws {
    var small = unlimited(titles: .transitions)
    small.method = .expected
    small.calendar.lastYear = 2045
    let rows = try small.run().populations[0].count
    // Birth months, titles with their dates, contracts and states bound the kinds of rows.
    #expect(rows < 20_000)
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Recruitment from teacher education.
struct PipelineTests {
  /// Intakes of 100 in 2021 and 60 from 2022 on, who study four years.
  private func graduates(isLimited: Bool = false, years: Int = 2) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.recruitment = (
      .plan, [ChannelRule(kind: .pipeline, contract: 0, isLimitedToVacancies: isLimited)],
    )
    small.set("recruitment.plan", 40)
    small.set(
      "recruitment.all.intake",
      dated: [(Month(year: 2021, month: 9), [100]), (Month(year: 2022, month: 9), [60])],
    )
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 22 ? 1 : 0 }
    return small
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `all arrive, or none, after their years of study`(method: ProjectionMethod) throws {
    var small = graduates()
    small.method = method
    let runs = try small.run()
    #expect(runs.summary("hired", 2025) == [100])
    #expect(runs.summary("hired", 2026) == [60])
    for share in ["completion", "arrival"] {
      var none = small
      none.set("recruitment.all.\(share)", 0)
      #expect(try none.run().summary("hired", 2025) == [0])
    }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `an intake that no sex divides loses nobody`(method: ProjectionMethod) throws {
    var small = graduates(years: 1)
    small.method = method
    small.set("recruitment.all.intake", 600_000)
    #expect(try small.run().summary("hired", 2025) == [600_000])
  }

  @Test func `those who complete and arrive are binomial`() throws {
    var small = graduates()
    small.set("recruitment.all.completion", 0.9)
    small.set("recruitment.all.arrival", 0.7)
    let runs = try small.run(replications: 400)
    for (year, intake) in [(2025, 100), (2026, 60)] {
      let law = Binomial(trials: intake, probability: 0.63)
      let hired = runs.summary("hired", year)
      #expect(standardErrors(ofMean: hired, from: law.mean, variance: law.variance) < 5)
      #expect(standardErrors(ofVariance: hired, from: law.variance) < 5)
      let median = law.quantile(0.5)
      let probability = law.cumulative(median)
      #expect(standardErrors(ofShareUpTo: median, in: hired, from: probability) < 5)
    }
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `a limited pipeline fills vacancies only, and the rest is counted`(
    method: ProjectionMethod
  ) throws {
    var small = graduates(isLimited: true)
    small.method = method
    let runs = try small.run()
    #expect(runs.summary("hired", 2025) == [40])
    #expect(runs.summary("unfilled", 2025) == [60])
    #expect(runs.summary("planned", 2025) == [100])
  }

  @Test func `what a pipeline fills is not advertised`() throws {
    var small = graduates(isLimited: true)
    small.dimensions = Dimensions([Dimension(.channel, [Member("open"), Member("funded")])])
    small.recruitment = (
      .plan,
      [
        ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true),
        ChannelRule(kind: .pipeline, contract: 0, isLimitedToVacancies: true),
      ],
    )
    for channel in ["open", "funded"] {
      small.set("recruitment.\(channel).age", by: [.age]) { $0[0] == 22 ? 1 : 0 }
    }
    small.set("recruitment.funded.intake", 30)
    let runs = try small.run()
    for (channel, hired) in [("funded", 30.0), ("open", 10)] {
      let found = runs.values("recruitment", ["channel": channel, "measure": "hired"], 2025)
      #expect(found == [hired])
    }
  }

  @Test func `an intake by sex and subject arrives as it began`() throws {
    let dimensions = Dimensions([
      Dimension(.sex, [Member("male"), Member("female")]),
      Dimension(.subject, [Member("x"), Member("y")]),
    ])
    var small = graduates()
    small.dimensions = dimensions
    small.set("recruitment.all.intake", by: [.subject, .sex], 1, 2, 3, 4)
    let hires = try small.run().populations[0]
    var counts = [0, 0, 0, 0]
    for row in 0..<hires.count { counts[Int(hires.cell[row]) * 2 + Int(hires.sex[row])] += 1 }
    #expect(counts == [2, 4, 6, 8])
    #expect(Set(hires.id).count == 20)
  }

  @Test func `arrivals go to vacancies first, in their proportion`() throws {
    let subjects = Dimension(.subject, [Member("x"), Member("y")])
    var small = graduates(years: 1)
    small.dimensions = Dimensions([subjects])
    small.set("recruitment.plan", by: [.subject], 30, 10)
    small.set("recruitment.all.intake", 20)
    let runs = try small.run()
    #expect(runs.values("teachers", ["subject": "x", "measure": "headcount"], 2025) == [15])
    #expect(runs.values("teachers", ["subject": "y", "measure": "headcount"], 2025) == [5])
  }

  @Test func `a larger intake brings more`() throws {
    var small = graduates()
    small.set("recruitment.all.completion", 0.5)
    let base = try small.run().summary("hired", 2025)[0]
    small.set("recruitment.all.intake", 200)
    #expect(try small.run().summary("hired", 2025)[0] > base)
  }

  @Test func `an intake of nobody changes no bit`() throws {
    var on = graduates()
    on.set("recruitment.all.intake", 0)
    on.add(30, age: 40)
    var off = on
    off.recruitment = nil
    #expect(try on.run().records == off.run().records)
  }
}

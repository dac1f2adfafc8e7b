// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Recruitment by competition.
struct CompetitionTests {
  /// A plan of places and one channel that hires people of 25.
  private func plan(_ places: Double, years: Int = 1) -> SmallScenario {
    var small = SmallScenario(years: years)
    small.recruitment = (
      .plan, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    small.set("recruitment.plan", places)
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 25 ? 1 : 0 }
    return small
  }

  private func column(_ runs: Runs, _ measure: String, _ year: Int = 2025) -> [Double] {
    runs.values("recruitment", ["measure": measure], year)
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `nobody accepts, everybody accepts, nobody applies, nobody qualifies`(
    method: ProjectionMethod
  ) throws {
    let settings: [(name: String, value: Double, hired: Double)] = [
      ("acceptance", 0, 0), ("acceptance", 1, 100), ("applicants_per_place", 0, 0),
      ("share", 0, 0), ("places_limit", 0, 0), ("places_limit", 60, 60),
    ]
    for setting in settings {
      var small = plan(100)
      small.method = method
      small.set("recruitment.all.\(setting.name)", setting.value)
      #expect(try small.run().summary("hired", 2025) == [setting.hired])
    }
    var unqualified = plan(100)
    unqualified.method = method
    unqualified.set("recruitment.all.applicants_per_place", 5)
    unqualified.set("recruitment.all.qualified_share", 0)
    #expect(try unqualified.run().summary("hired", 2025) == [0])
  }

  @Test func `each cell draws from the start of its own streams`() throws {
    var small = SmallScenario(
      dimensions: Dimensions([Dimension(.subject, (0..<40).map { Member("s\($0)") })])
    )
    small.recruitment = plan(0).recruitment
    small.set("recruitment.plan", by: [.subject]) { Double($0[0] % 3 == 0 ? 0 : 7 * $0[0]) }
    small.set("recruitment.all.age", by: [.age]) { $0[0] == 25 ? 1 : 0 }
    small.set("recruitment.all.applicants_per_place", 2)
    small.set("recruitment.all.qualified_share", by: [.subject]) { 0.3 + 0.01 * Double($0[0]) }
    small.set("recruitment.all.acceptance", by: [.subject]) { 1 - 0.02 * Double($0[0]) }
    let runs = try small.run()
    let key = RandomKey(seed: small.seed, replication: 0)
    for cell in 0..<40 {
      func stream(_ decision: Decision) -> CountStream {
        CountStream(key: key, decision: decision, year: 2025, index: UInt32(cell))
      }
      let places = cell % 3 == 0 ? 0 : 7 * cell
      var applying = stream(.applicants)
      var qualifying = stream(.qualified)
      var accepting = stream(.acceptance)
      let applicants = applying.negativeBinomial(
        mean: 2 * Double(places),
        dispersion: max(1, Double(places)),
      )
      let share = 0.3 + 0.01 * Double(cell)
      let qualified = qualifying.binomial(trials: applicants, probability: share)
      let offers = min(places, qualified)
      let hired = accepting.binomial(trials: offers, probability: 1 - 0.02 * Double(cell))
      let found = runs.values("teachers", ["subject": "s\(cell)", "measure": "headcount"], 2025)
      #expect(found == [Double(hired)])
    }
  }

  @Test func `hires are binomial in the places`() throws {
    var small = plan(100)
    small.set("recruitment.all.acceptance", 0.8)
    let hired = try small.run(replications: 400).summary("hired", 2025)
    let law = Binomial(trials: 100, probability: 0.8)
    #expect(standardErrors(ofMean: hired, from: law.mean, variance: law.variance) < 5)
    #expect(standardErrors(ofVariance: hired, from: law.variance) < 5)
    for share in [0.05, 0.5, 0.95] {
      let quantile = law.quantile(share)
      let probability = law.cumulative(quantile)
      #expect(standardErrors(ofShareUpTo: quantile, in: hired, from: probability) < 5)
    }
  }

  @Test func `recruits of thin Poisson applications make Poisson stocks`() throws {
    // 1000 places, Poisson(30) applicants, four in five accept: Poisson(24) a year, of whom 0.75
    // stay each year: the stock after three years is Poisson(24 · (1 + 0.75 + 0.75²)).
    var small = plan(1000, years: 3)
    small.set("recruitment.all.applicants_per_place", 0.03)
    small.set("recruitment.all.applicants_dispersion", 1e6)
    small.set("recruitment.all.acceptance", 0.8)
    small.hasExits = true
    small.set("exits.all.probability", 0.25)
    let runs = try small.run(replications: 500)
    let stock = runs.summary("headcount", 2027)
    let expected = 24 * (1 + 0.75 + 0.5625)
    #expect(standardErrors(ofMean: stock, from: expected, variance: expected) < 5)
    #expect(standardErrors(ofVariance: stock, from: expected) < 5)
    // Poisson recruits of different years are independent.
    let (first, second) = (column(runs, "hired", 2025), column(runs, "hired", 2026))
    let error = standardErrors(ofCovariance: first, second, from: 0, variances: (24, 24))
    #expect(error < 5)
  }

  @Test func `applicants are negative binomial`() throws {
    // 20 places with 6 applicants each and shape 0.5 a place: mean 120, variance
    // 120 + 120²/10 = 1560; the excess kurtosis is 6/10 + 1/1560.
    var small = plan(20)
    small.set("recruitment.all.applicants_per_place", 6)
    small.set("recruitment.all.applicants_dispersion", 0.5)
    let applicants = column(try small.run(replications: 500), "applicants")
    #expect(standardErrors(ofMean: applicants, from: 120, variance: 1560) < 5)
    #expect(standardErrors(ofVariance: applicants, from: 1560, excessKurtosis: 0.6) < 5)
  }

  @Test func `offers exceed neither places nor applicants, and what is not filled is counted`()
    throws
  {
    var small = plan(20)
    small.set("recruitment.all.applicants_per_place", 1.2)
    small.set("recruitment.all.qualified_share", 0.7)
    small.set("recruitment.all.acceptance", 0.9)
    let runs = try small.run(replications: 50)
    let columns = ["planned", "applicants", "offers", "hired", "unfilled"].map { column(runs, $0) }
    for replication in 0..<50 {
      let row = columns.map { $0[replication] }
      #expect(row[2] <= min(row[0], row[1]) && row[3] <= row[2] && row[3] + row[4] == row[0])
    }
    #expect(runs.summary("hired", 2025) == runs.summary("recruited", 2025))
    #expect(runs.summary("headcount", 2025) == columns[3])
  }

  @Test func `a freeze, a multiplier and a fill share scale the places`() throws {
    func places(_ name: String, _ value: Double) throws -> Double {
      var small = plan(100)
      small.set("recruitment.\(name)", value)
      return column(try small.run(), "planned")[0]
    }
    #expect(try places("freeze", 0.25) == 75)
    #expect(try places("freeze", 1) == 0)
    #expect(try places("multiplier", 1.3) == 130)
    #expect(try places("fill_share", 0.6) == 60)
  }

  @Test func `hires have the profile of their channel`() throws {
    let dimensions = Dimensions([
      Dimension(.sex, [Member("male"), Member("female")]),
      Dimension(.degree, [Member("bachelor"), Member("master")]),
      Dimension(.title, [Member("none"), Member("second")]),
    ])
    var small = plan(2000)
    small.dimensions = dimensions
    small.set("recruitment.all.sex", by: [.sex], 0.3, 0.7)
    small.set("recruitment.all.age", by: [.sex, .age]) { place in
      place[0] == 0 ? (place[1] == 24 ? 1 : 0) : (22...23).contains(place[1]) ? 0.5 : 0
    }
    small.set("recruitment.all.degree", by: [.degree], 0.6, 0.4)
    small.set("recruitment.all.title", by: [.degree, .title], 1, 0, 0.25, 0.75)
    small.set("recruitment.all.obligation_years", 6)
    let hires = try small.run().populations[0]
    let clock = TeacherClock(Month(year: 2025, month: 9))
    let rows = 0..<hires.count
    func expectCount(_ share: Double, of isOne: (Int) -> Bool) {
      let law = Binomial(trials: 2000, probability: share)
      #expect(abs(Double(rows.count(where: isOne)) - law.mean) < 5 * law.variance.squareRoot())
    }
    let ages = rows.map { clock.years(since: hires.birth[$0], limit: 120) }
    expectCount(0.7) { hires.sex[$0] == 1 }
    expectCount(0.35) { ages[$0] == 23 }
    expectCount(0.4 * 0.75) { hires.title[$0] == 1 }
    #expect(rows.allSatisfy { (hires.sex[$0] == 0) == (ages[$0] == 24) })
    #expect(rows.allSatisfy { hires.title[$0] == 0 || hires.degree[$0] == 1 })
    #expect(hires.obligationEnd.allSatisfy { $0.month == Month(year: 2031, month: 9) })
    // Every month of birth is as likely as any other.
    for month in 1...12 { expectCount(1.0 / 12) { hires.birth[$0].month.month == month } }
  }

  @Test func `more places keep every hire of fewer as they were`() throws {
    var small = plan(20, years: 2)
    small.dimensions = Dimensions([Dimension(.sex, [Member("male"), Member("female")])])
    small.set("recruitment.all.sex", by: [.sex], 0.5, 0.5)
    small.hasExits = true
    small.set("exits.all.probability", 0.3)
    let fewer = try small.run().populations[0]
    small.set("recruitment.plan", 25)
    let more = try small.run().populations[0]
    let found = Dictionary(uniqueKeysWithValues: (0..<more.count).map { (more.id[$0], more[$0]) })
    for row in 0..<fewer.count { #expect(found[fewer.id[row]] == fewer[row]) }
    #expect(more.count > fewer.count)
  }

  @Test func `recruitment without places changes no bit`() throws {
    var on = plan(0, years: 2)
    on.add(30, age: 40)
    on.hasExits = true
    on.set("exits.all.probability", 0.1)
    var off = on
    off.recruitment = nil
    #expect(try on.run().records == off.run().records)
  }
}

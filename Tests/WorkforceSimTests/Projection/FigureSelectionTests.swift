// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Figures are found by their names.
struct FigureSelectionTests {
  private let simulation: Simulation
  private let ensemble: Ensemble

  init() async throws {
    let scenario = SmallScenario.everythingPaid(years: 2).scenario(replications: 4)
    self.simulation = try Simulation(scenario)
    self.ensemble = try await simulation.run(threads: 1)
  }

  private func figures(_ name: String) throws -> [Double] {
    try FigureSelection(FigureName(name), in: simulation).figures(in: ensemble)
  }

  private func codes(_ axis: Axis) -> [String] { simulation.scenario.dimensions[axis].codes }

  @Test(arguments: [
    "headcount", "fte", "need", "available", "gap", "shortage", "surplus", "posts", "classes",
    "hired", "retired", "pupils", "cost",
  ])
  func `the figures of regions add up to that of the whole`(measure: String) throws {
    let whole = try figures("\(measure).2026")
    #expect(try whole == #require(Projection(ensemble).summary(measure, year: 2026)))
    var sums = [Double](repeating: 0, count: whole.count)
    for region in codes(.region) {
      for (replication, figure) in try figures("\(measure).\(region).2026").enumerated() {
        sums[replication] += figure
      }
    }
    // Tables by region are held in single precision.
    for (sum, figure) in zip(sums, whole) { #expect(abs(sum - figure) <= 1e-5 * abs(figure)) }
  }

  @Test func `several members of one dimension are taken together`() throws {
    let regions = codes(.region).joined(separator: ".")
    #expect(try figures("headcount.\(regions).2025") == figures("headcount.2025"))
  }

  @Test func `a title is found in the table that has titles`() throws {
    let titles = try codes(.title).map { try figures("headcount.title:\($0).2025") }
    let whole = try figures("headcount.2025")
    for replication in whole.indices {
      #expect(titles.reduce(0) { $0 + $1[replication] } == whole[replication])
    }
  }

  @Test(arguments: ["shortage", "shortage.", ".2030", "shortage.x", "shortage..2030", ""])
  func `a name without measure and year is refused`(text: String) {
    #expect(throws: FigureProblem.form(text)) { try FigureName(text) }
  }

  @Test func `a misspelt measure is told with those that exist`() throws {
    let problem = #expect(throws: FigureProblem.self) { try figures("shortige.2026") }
    #expect(problem?.description == "there is no measure 'shortige'.")
    #expect(problem?.names?.existing.contains("shortage") == true)
  }

  @Test func `a misspelt member is told with those that exist`() throws {
    let problem = #expect(throws: FigureProblem.self) { try figures("headcount.nowhere.2026") }
    #expect(problem?.description == "headcount has no figures by 'nowhere'.")
    #expect(problem?.names?.existing.contains(codes(.region)[0]) == true)
  }

  @Test func `a measure that is known of the whole alone has no figures by region`() throws {
    let region = codes(.region)[0]
    let problem = #expect(throws: FigureProblem.self) {
      try figures("structural_shortage.\(region).2026")
    }
    #expect(
      problem?.description
        == "structural_shortage is known of the whole only. Write structural_shortage.2026."
    )
    #expect(problem?.names == nil)
  }

  @Test(arguments: [
    ("cost", "pay"), ("cost.somewhere", "pay"), ("pay_per_head", "pay"), ("need", "need"),
    ("surplus", "need"), ("classes", "need"), ("posts", "posts"), ("schools", "schools"),
    ("pupils", "enrolment"),
  ])
  func `what the scenario does not model is told with what it models`(
    figure: String,
    section: String,
  ) throws {
    let bare = try Simulation(SmallScenario(years: 1).scenario(replications: 2))
    let problem = #expect(throws: FigureProblem.self) {
      try FigureSelection(FigureName("\(figure).2025"), in: bare)
    }
    let measure = try #require(figure.split(separator: ".").first)
    #expect(
      problem?.description.hasPrefix(
        "the scenario does not model \(measure): the section '\(section)' is off. Switch it on, or "
          + "write one of: headcount, fte, established, early_retired_stock, available, "
      ) == true
    )
  }

  @Test func `a misspelt measure is told with those that the scenario models`() throws {
    let bare = try Simulation(SmallScenario(years: 1).scenario(replications: 2))
    let problem = #expect(throws: FigureProblem.self) {
      try FigureSelection(FigureName("costs.2025"), in: bare)
    }
    #expect(problem?.names?.existing.contains("headcount") == true)
    #expect(problem?.names?.existing.contains("cost") == false)
  }

  @Test func `a year outside the run is refused`() throws {
    #expect(throws: FigureProblem.year(2031, simulated: 2025...2026)) {
      try figures("headcount.2031")
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Who can teach another subject beside the own one.
struct SecondSubjectsTests {
  private static let dimensions = Dimensions([
    Dimension(.subject, ["x", "y", "z"].map { Member($0) })
  ])
  private static let field = TeachingField(stage: 0, subject: 0)

  private func seconds(_ shares: [Double]) -> SecondSubjects {
    SecondSubjects(
      ParameterValues(axes: [.nextSubject], shape: [3], values: shares),
      dimensions: Self.dimensions,
    )
  }

  @Test(arguments: [
    ([0, 0.2, 0.3], [1: 0.2, 2: 0.3, 255: 0.5]), ([0, 0.25, 0.75], [1: 0.25, 2: 0.75]),
    ([0, 0, 0], [255: 1.0]), ([0.4, 0.2, 0], [1: 0.2, 255: 0.8]), ([0, 1, 1], [1: 0.5, 2: 0.5]),
  ])
  func `shares add up to one, none and the own subject included`(
    given: [Double],
    expected: [UInt8: Double],
  ) {
    let shares = seconds(given).shares(of: Self.field)
    #expect(shares.count == expected.count)
    for (subject, share) in shares {
      #expect(abs(share - (expected[subject] ?? .nan)) < 1e-12)
    }
    // A draw picks each subject for its share of the unit interval.
    var picked: [UInt8: Double] = [:]
    for step in 0..<1000 {
      picked[seconds(given).pick((Double(step) + 0.5) / 1000, of: Self.field), default: 0] += 0.001
    }
    for (subject, share) in expected { #expect(abs((picked[subject] ?? 0) - share) < 1e-9) }
  }

  /// A hundred places for hires of x, of whom 30 % can also teach y.
  private func hiring(_ method: ProjectionMethod) -> SmallScenario {
    var small = SmallScenario(dimensions: Self.dimensions)
    small.method = method
    small.recruitment = (
      .plan, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    small.set("recruitment.plan", by: [.subject], 100, 0, 0)
    small.set("recruitment.all.age", by: [.age]) { (22...26).contains($0[0]) ? 0.2 : 0 }
    small.set("recruitment.second_subject", by: [.nextSubject], 0, 0.3, 0)
    return small
  }

  private func people(_ population: Population, second: UInt8) -> Double {
    (0..<population.count).reduce(0) {
      population.secondSubject[$1] == second ? $0 + population.weight[$1] : $0
    }
  }

  @Test func `hires with a second subject are binomial, and their mean exact`() throws {
    let law = Binomial(trials: 100, probability: 0.3)
    let found = try hiring(.individuals).run(replications: 200).populations.map {
      people($0, second: 1)
    }
    #expect(standardErrors(ofMean: found, from: law.mean, variance: law.variance) < 5)
    #expect(standardErrors(ofVariance: found, from: law.variance) < 5)
    let expected = try hiring(.expected).run().populations[0]
    #expect(abs(people(expected, second: 1) - 30) < 1e-9)
    #expect(abs(people(expected, second: Teacher.noSubject) - 70) < 1e-9)
  }

  @Test(arguments: ProjectionMethod.allCases)
  func `second subjects of nobody change no bit, and those of some no other attribute`(
    method: ProjectionMethod
  ) throws {
    let some = hiring(method)
    var nobody = some
    nobody.set("recruitment.second_subject", 0)
    let base = try nobody.run()
    #expect(base.populations[0].secondSubject.allSatisfy { $0 == Teacher.noSubject })
    let found = try some.run()
    #expect(
      base.summary("headcount", 2025)[0] - found.summary("headcount", 2025)[0] < 1e-9
    )
    guard method == .individuals else { return }
    #expect(found.populations[0].birth == base.populations[0].birth)
    #expect(found.populations[0].id == base.populations[0].id)
  }
}

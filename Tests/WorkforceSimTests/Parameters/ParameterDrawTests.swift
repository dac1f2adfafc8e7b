// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The numbers of parameters at a date and in a parameter set.
struct ParameterDrawTests {
  private let start = Month(year: 2020, month: 9)

  /// A parameter of two members from September 2020 on.
  private func parameter(
    _ name: String = "a",
    unit: WorkforceSim.Unit = .persons,
    _ leaves: [ParameterLeaf] = [.number(100), .number(50)],
  ) -> Parameter {
    Parameter(
      name: name,
      unit: unit,
      axes: [.sex],
      shape: [2],
      dated: [DatedValues(from: start, leaves: leaves)],
    )
  }

  private func values(
    _ name: String,
    at month: Month,
    _ parameters: [Parameter],
    replication: Int? = nil,
  ) throws -> [Double] {
    let set = ParameterSet(parameters)
    let key = replication.map { RandomKey(seed: 5, replication: UInt32($0)) }
    let reference = try #require(set.reference(to: name))
    return ParameterDraw(set, key: key).values(of: reference, at: month).values
  }

  @Test func `a value holds from its date until the next`() throws {
    var changing = parameter()
    let change = Month(year: 2023, month: 1)
    changing.dated.append(DatedValues(from: change, leaves: [.number(7), .number(8)]))
    #expect(try values("a", at: change + -1, [changing]) == [100, 50])
    #expect(try values("a", at: change, [changing]) == [7, 8])
    #expect(try values("a", at: change + 240, [changing]) == [7, 8])
  }

  @Test func `a trend compounds in whole years`() throws {
    var growing = parameter()
    growing.afterLast = .trend(changePerYear: 0.1)
    #expect(try values("a", at: start + 11, [growing]) == [100, 50])
    let found = try values("a", at: start + 30, [growing])
    #expect(abs(found[0] - 121) < 1e-9 && abs(found[1] - 60.5) < 1e-9)
  }

  @Test func `an index moves a parameter with another, relative to its last date`() throws {
    var following = parameter()
    following.afterLast = .index(parameter: "b")
    var leading = parameter("b", [.number(20), .number(0)])
    leading.dated.append(
      DatedValues(from: start + 12, leaves: [.number(30), .number(0)])
    )
    #expect(try values("a", at: start, [following, leading]) == [100, 50])
    #expect(try values("a", at: start + 12, [following, leading]) == [150, 75])
  }

  @Test func `factors of scenarios multiply from their dates, inside the unit's range`() throws {
    var lever = parameter(unit: .probabilityPerYear, [.number(0.2), .number(0.6)])
    lever.adjustments = [
      ParameterAdjustment(from: nil, factor: 0.5), ParameterAdjustment(from: start + 6, factor: 4),
    ]
    #expect(try values("a", at: start, [lever]) == [0.1, 0.3])
    #expect(try values("a", at: start + 6, [lever]) == [0.4, 1])
  }

  @Test func `an uncertain number has its mean without a key and its spread with one`() throws {
    let uncertain = parameter("a", [.drawn(.gamma(mean: 10, standardDeviation: 2)), .number(3)])
    #expect(try values("a", at: start, [uncertain]) == [10, 3])
    let draws = try (0..<400).map { try values("a", at: start, [uncertain], replication: $0) }
    #expect(draws.allSatisfy { $0[1] == 3 })
    let first = draws.map { $0[0] }
    #expect(standardErrors(ofMean: first, from: 10, variance: 4) < 5)
    // A gamma variable of shape 25 has excess kurtosis 6/25.
    #expect(standardErrors(ofVariance: first, from: 4, excessKurtosis: 0.24) < 5)
  }

  @Test func `an uncertain factor is one number for all values`() throws {
    var uncertain = parameter()
    uncertain.uncertainty = .lognormal(mean: 1, standardDeviation: 0.3)
    let draws = try (0..<50).map { try values("a", at: start, [uncertain], replication: $0) }
    #expect(draws.allSatisfy { abs($0[0] - 2 * $0[1]) < 1e-9 })
    #expect(Set(draws.map { $0[0] }).count == 50)
  }

  @Test func `values with a covariance are drawn together`() throws {
    var joint = parameter()
    joint.covariance = [25, 12, 12, 16]
    let draws = try (0..<500).map { try values("a", at: start, [joint], replication: $0) }
    let (first, second) = (draws.map { $0[0] }, draws.map { $0[1] })
    #expect(standardErrors(ofMean: first, from: 100, variance: 25) < 5)
    #expect(standardErrors(ofVariance: second, from: 16) < 5)
    #expect(standardErrors(ofCovariance: first, second, from: 12, variances: (25, 16)) < 5)
  }

  @Test func `another parameter, or another date, changes no draw`() throws {
    let uncertain = parameter("a", [.drawn(.uniform(minimum: 0, maximum: 1)), .number(3)])
    let alone = try values("a", at: start, [uncertain], replication: 0)
    let other = parameter("A", [.drawn(.uniform(minimum: 0, maximum: 1)), .number(3)])
    #expect(try values("a", at: start, [other, uncertain], replication: 0) == alone)
    #expect(try values("A", at: start, [other, uncertain], replication: 0) != alone)
    var longer = uncertain
    longer.dated.append(DatedValues(from: start + 12, leaves: uncertain.dated[0].leaves))
    #expect(try values("a", at: start, [longer], replication: 0) == alone)
    #expect(try values("a", at: start + 12, [longer], replication: 0) != alone)
    #expect(try values("a", at: start, [uncertain], replication: 1) != alone)
  }

  @Test func `what leaves the unit's range moves to its nearer end`() throws {
    let wide = parameter(
      unit: .share,
      [.drawn(.normal(mean: 0.5, standardDeviation: 5)), .number(0)],
    )
    let draws = try (0..<100).map { try values("a", at: start, [wide], replication: $0)[0] }
    #expect(draws.allSatisfy { (0...1).contains($0) })
    #expect(draws.contains(0) && draws.contains(1))
  }

  @Test func `pairs of replications share their parameters`() throws {
    var small = SmallScenario()
    small.add(1000, age: 40)
    small.hasParticipation = true
    small.change("participation.full_time_share") { parameter in
      parameter.uncertainty = .lognormal(mean: 1, standardDeviation: 0.1)
    }
    let equivalents = try small.run(replications: 6).summary("fte", 2025)
    for pair in 0..<3 { #expect(equivalents[2 * pair] == equivalents[2 * pair + 1]) }
    #expect(Set(equivalents).count == 3)
  }
}

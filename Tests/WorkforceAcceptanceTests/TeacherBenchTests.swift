// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// The scenario of TeacherBench holds what its specification says.
///
/// The six figures of the correctness gate need many replications: `Scripts/check-teacherbench`
/// compares them with the release binary.
@Suite struct TeacherBenchTests {
  private static let folder = "scenarios/teacherbench"

  /// The rows of the specification's function, worked out from its table of attributes.
  private static func rows(_ count: UInt64) -> [String] {
    let counties: [UInt64] = [20, 33, 44, 53, 61, 68, 74, 80, 85, 89, 93, 97, 100]
    return (0..<count).map { i in
      let h1 = splitmix64(2 * i + 1)
      let h2 = splitmix64(2 * i + 2)
      let county = counties.count { (h1 & 0xFFFF) % 100 >= $0 }
      let stage = [35, 70, 88].count { (h1 >> 16 & 0xFFFF) % 100 >= $0 }
      let grade = [40, 75, 95].count { (h2 >> 32 & 0xFFFF) % 100 >= $0 }
      let subject = (h1 >> 32 & 0xFFFF) % 16
      let sex = (h1 >> 48) % 100 < 60 ? "female" : "male"
      // The opening is September 2020.
      let birth = 2020 * 12 + 8 - 288 - Int((h2 & 0xFFFF_FFFF) % 480)
      let month = birth % 12 + 1
      let date = "\(birth / 12)-\(month < 10 ? "0" : "")\(month)"
      return "c\(county),s\(stage),k\(subject),\(sex),\(date),g\(grade)"
    }
  }

  private static func splitmix64(_ start: UInt64) -> UInt64 {
    var x = start &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }

  @Test func `the generator gives its published first number`() {
    // The first output of splitmix64 with state 0, as Java's SplittableRandom has it.
    #expect(Self.splitmix64(0) == 0xE220_A839_7B1D_CDAF)
  }

  @Test func `the roster holds the teachers of the specification`() throws {
    let text = try Repository.text(of: "\(Self.folder)/data/roster.csv")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "region,stage,subject,sex,birth,title")
    #expect(Array(lines.dropFirst()) == Self.rows(40_500))
  }

  @Test(arguments: [("male", 20), ("male", 45), ("male", 64), ("female", 30), ("female", 70)])
  func `the table of resignation is the formula of the specification`(
    sex: String,
    age: Int,
  ) throws {
    let table = try Repository.text(
      of: "\(Self.folder)/parameters/exits/resigned/probability.csv"
    )
    let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("\(sex),\(age),") })
    let value = try #require(row.split(separator: ",").last.flatMap { Double($0) })
    let a = Double(age)
    let base = 0.02 + 0.06 / (1 + exp((a - 30) / 3)) + 0.25 / (1 + exp(-(a - 60) / 1.5))
    #expect(abs(value - base * (sex == "female" ? 1.1 : 1)) < 1e-14)
  }

  /// The specification's goal: no more than 32 bytes of state a teacher.
  @Test func `a teacher takes at most 32 bytes once years have passed`() throws {
    let path = Repository.root.appending(path: Self.folder).path(percentEncoded: false)
    let scenario = try ScenarioLoader.load(
      path: path,
      changes: ScenarioChanges(replications: 1, through: 2022),
    )
    var replication = Replication(try Simulation(scenario), number: 0)
    _ = try replication.run()
    let columns = Mirror(reflecting: replication.currentPopulation).children
    let bytes = columns.map { ($0.value as? any PopulationColumn)?.bytesOfRow ?? 1_000 }
    #expect(bytes.count > 20 && bytes.reduce(0, +) <= 32, "\(bytes)")
  }

  /// What the first year does without chance, and what it leaves to it.
  @Test func `the first year retires who is of age and fills the vacancies but for a share`()
    async throws
  {
    let path = Repository.root.appending(path: Self.folder).path(percentEncoded: false)
    let scenario = try ScenarioLoader.load(
      path: path,
      changes: ScenarioChanges(replications: 1, through: 2021),
    )
    let projection = Projection(try await Simulation(scenario).run(threads: 1))
    func figure(_ measure: String) -> Double {
      projection.statistic(measure, year: 2021)?.mean ?? .nan
    }
    let text = try Repository.text(of: "\(Self.folder)/data/roster.csv")
    let fields = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    // Born in September 1956 and before, 65 on 1 September 2021; women in September 1958.
    let ofAge = fields.count { $0[4] <= ($0[3] == "male" ? "1956-09" : "1958-09") }
    #expect(figure("retired") == Double(ofAge))
    // Demand of a cell: ⌊stock (1 + rate) + ½⌋.
    let rates = ["s0": -0.01, "s1": 0, "s2": 0.01, "s3": 0.005]
    let stock = Dictionary(grouping: fields) { $0[0...2].joined(separator: " ") }
    let demand = stock.reduce(0.0) { sum, cell in
      let rate = rates[String(cell.value[0][1])] ?? .nan
      return sum + (Double(cell.value.count) * (1 + rate) + 0.5).rounded(.down)
    }
    // 1 % of the places stay vacant; cells above their demand keep whom they have.
    let places = figure("planned")
    let unfilled = figure("unfilled")
    #expect(abs(unfilled - 0.01 * places) < 4 * (places * 0.01 * 0.99).squareRoot())
    #expect(figure("headcount") >= demand - unfilled)
    #expect(
      figure("headcount") == 40_500 - figure("retired") - figure("resigned") + figure("hired")
    )
    // Pay lies between that of all in grade 0 under 25 and that of all in grade 3 from 44 on.
    #expect((30_000...66_000).contains(figure("cost") / figure("headcount")))
  }
}

/// A column of the population.
private protocol PopulationColumn {
  /// The bytes that each row takes up in it.
  var bytesOfRow: Int { get }
}

extension Array: PopulationColumn {
  fileprivate var bytesOfRow: Int { MemoryLayout<Element>.stride }
}

extension Column: PopulationColumn {
  fileprivate var bytesOfRow: Int { shared == nil ? MemoryLayout<Element>.stride : 0 }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// The attributes of hires, drawn by their identities.
struct HireProfileTests {
  private static let stages = 2
  private static let sexes = [[0.4, 0.6], [0.9, 0.1]]
  private static let degrees = [[0.3, 0.7], [0.5, 0.5]]
  private static let titles = [[0.2, 0.5, 0.3], [0.6, 0, 0.4]]

  private static func age(_ age: Int, _ stage: Int, _ sex: Int) -> Double {
    (22 + stage...31 - 3 * sex).contains(age) ? Double(age % 3 + 1) : 0
  }

  /// Hires whose attributes depend on stage, sex and degree, or on nothing.
  private func small(areAlike: Bool) -> SmallScenario {
    func list(_ axis: Axis, _ count: Int) -> Dimension {
      Dimension(axis, (0..<count).map { Member("m\($0)") })
    }
    var small = SmallScenario(
      dimensions: Dimensions([
        list(.stage, Self.stages), list(.sex, 2), list(.degree, 2), list(.title, 3),
      ])
    )
    small.recruitment = (
      .plan, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    small.set("recruitment.plan", by: [.stage], 230, 170)
    func set(_ name: String, _ axes: [Axis], _ value: ([Int]) -> Double) {
      // Without the axes on which it would depend, all are as the first.
      let own = areAlike ? axes.suffix(1) : axes[...]
      small.set("recruitment.all.\(name)", by: Array(own)) { place in
        value([Int](repeating: 0, count: axes.count - place.count) + place)
      }
    }
    set("sex", [.stage, .sex]) { Self.sexes[$0[0]][$0[1]] }
    set("age", [.stage, .sex, .age]) { Self.age($0[2], $0[0], $0[1]) }
    set("degree", [.stage, .degree]) { Self.degrees[$0[0]][$0[1]] }
    set("title", [.degree, .title]) { Self.titles[$0[0]][$0[1]] }
    return small
  }

  @Test(arguments: [true, false])
  func `attributes of hires follow from the words of their identities`(areAlike: Bool) throws {
    let small = small(areAlike: areAlike)
    let hires = try small.run().populations[0]
    #expect(hires.count == 400)
    let key = RandomKey(seed: small.seed, replication: 0)
    for row in 0..<hires.count {
      func uniform(_ decision: Decision) -> Double {
        DecisionStream(key: key, decision: decision, year: 2025).uniform(for: hires.id[row])
      }
      let stage = areAlike ? 0 : Int(hires.cell[row])
      let sex = member(at: uniform(.hireSex), of: Self.sexes[stage])
      let ageSex = areAlike ? 0 : sex
      let age = member(
        at: uniform(.hireAge),
        of: (0...120).map { Self.age($0, stage, ageSex) },
      )
      let degree = member(at: uniform(.hireDegree), of: Self.degrees[stage])
      let title = member(at: uniform(.hireTitle), of: Self.titles[areAlike ? 0 : degree])
      #expect(hires.sex[row] == UInt8(sex))
      #expect(hires.degree[row] == UInt8(degree))
      #expect(hires.title[row] == UInt8(title))
      let months = age * 12 + Int(uniform(.hireMonth) * 12)
      let birth = CompactMonth(small.calendar.countMonth(of: 2025) + -months)
      #expect(hires.birth[row] == birth)
    }
  }
}

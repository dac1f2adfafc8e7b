// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Schools that a list names beside those that are synthesised.
@Suite struct KnownSchoolsTests {
  private func schools(_ count: Double, listed: [School]) -> [School] {
    var small = SmallScenario()
    small.set("schools.count", count)
    let parameters = small.parameters
    let rules = SchoolRules(parameters, method: .synthesis, listed: listed)
    return SchoolSynthesis(rules, opening: small.year(2024, parameters)).schools()
  }

  @Test func `known schools count among the number`() {
    let known = School(code: "known", region: 0, stages: [0])
    let codes = schools(3, listed: [known]).map(\.code)
    #expect(codes == ["known", "all_all_all_001", "all_all_all_002"])
  }

  @Test(arguments: [(nil, 2024), (2027, nil)] as [(Int?, Int?)])
  func `a known school that does not teach at the opening is not counted`(
    opened: Int?,
    closed: Int?,
  ) {
    let known = School(code: "known", region: 0, stages: [0], opened: opened, closed: closed)
    #expect(schools(3, listed: [known]).count == 4)
  }

  @Test func `the code of a known school is not given again`() {
    let known = School(code: "all_all_all_001", region: 0, stages: [0])
    let codes = schools(3, listed: [known]).map(\.code)
    #expect(codes == ["all_all_all_001", "all_all_all_002", "all_all_all_003"])
  }

  @Test func `codes stay apart beyond a thousand schools`() {
    let codes = schools(1002, listed: []).map(\.code)
    #expect(Set(codes).count == 1002)
    #expect(codes.last == "all_all_all_1002")
  }
}

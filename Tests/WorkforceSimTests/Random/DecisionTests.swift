// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

struct DecisionTests {
  // A change of this table changes the results of every scenario.
  static let numbers: [Decision: UInt16] = [
    .parameters: 1, .births: 2, .population: 3,
    .retirementChoice: 10, .earlyRetirement: 11, .exit: 12, .leave: 13, .leaveStart: 14,
    .titleApplication: 15, .titleMerit: 16, .titleTransition: 17, .contractEnd: 18,
    .applicants: 20, .qualified: 21, .acceptance: 22,
    .pipelineCompletion: 23, .pipelineArrival: 24,
    .hireSex: 30, .hireAge: 31, .hireDegree: 32, .hireTitle: 33, .hireMonth: 34,
    .openingBirthMonth: 40, .openingServiceStart: 41, .openingTitleSince: 42,
    .openingSecondSubject: 43, .openingTenure: 44, .openingDegree: 45,
    .openingStep: 46, .openingFullTime: 47,
  ]

  @Test(arguments: numbers)
  func `a decision keeps its number`(decision: Decision, number: UInt16) {
    #expect(decision.rawValue == number)
  }

  @Test func `every decision has a number of its own below the domain bit`() {
    let numbers = Decision.allCases.map(\.rawValue)
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { 0 < $0 && $0 < 1 << 15 })
    #expect(numbers == numbers.sorted())
  }
}

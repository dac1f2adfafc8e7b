// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The scenarios that lead from one to another, one group of changes after another.
package struct ScenarioChain {
  /// A scenario that differs from the one before by one or more groups.
  package struct Step: Sendable {
    /// The groups, in their order.
    package let groups: [ChangeGroup]
    /// The scenario with these groups and all before them replaced.
    package let scenario: Scenario
    /// Why several groups were replaced at once; `nil` for a single one.
    package let reason: String?
  }

  /// The steps, of which the last one is the second scenario.
  ///
  /// There are none if the two have the same results.
  package private(set) var steps: [Step] = []

  /// Finds the steps.
  ///
  /// A group that changes nothing makes no step: the fingerprint stays. Groups between which no
  /// scenario is possible make one step, with the reason.
  ///
  /// - Parameters:
  ///   - first: The scenario to start from.
  ///   - second: The scenario to arrive at.
  package init(from first: LoadedScenario, to second: LoadedScenario) {
    let mixture = ScenarioMixture(first, second)
    let order = ChangeGroup.allCases.filter { $0 != .other && $0 != .chance }
    var last = first.scenario.fingerprint
    var waiting: [ChangeGroup] = []
    var reason: String?
    for position in order.indices {
      waiting.append(order[position])
      do {
        let scenario = try mixture.scenario(replacing: Set(order[...position]))
        if scenario.fingerprint != last {
          steps.append(Step(groups: waiting, scenario: scenario, reason: reason))
          last = scenario.fingerprint
        }
        waiting = []
        reason = nil
      } catch {
        reason = reason ?? error.problems.map(\.message).joined(separator: " ")
      }
    }
    guard second.scenario.fingerprint != last else { return }
    steps.append(Step(groups: waiting + [.other], scenario: second.scenario, reason: reason))
  }
}

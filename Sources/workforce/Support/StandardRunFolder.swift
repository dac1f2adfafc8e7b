// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceScenarios
import WorkforceSim

/// The folder in which the results of a scenario lie where the user names none.
///
/// - Parameter scenario: The scenario, with its seed and replications.
/// - Returns: The path.
func standardRunFolder(of scenario: Scenario) -> String {
  "results/\(scenario.name)/\(RunFingerprint.text(of: scenario, version: toolVersion))"
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// A scenario together with what it was read from.
package struct LoadedScenario: Sendable {
  /// The scenario.
  package private(set) var scenario: Scenario
  /// Where the files were read.
  package let source: InputFiles
  /// The files read, in the order of reading.
  package let files: [ScenarioFile]
  /// The parameter files of the trees, those that are not used included.
  package let parameterFiles: [ParameterFile]
  /// Where the values in force of each parameter stand, by name.
  package let places: [String: SourceLocation]
  /// The settings of the command line, as given.
  package let overrides: [String]
  /// The phases that run.
  package let switches: SectionSwitches
  /// The names that parameters can have in the scenario.
  package let names: ParameterNames
  /// The lists that the scenario declares, with the rules of their members.
  let declared: DeclaredDimensions

  /// Where the scenario lies: its folder, or its file if that is not `scenario.yaml`.
  package var path: String { ScenarioPath.place(ofFile: files[0].path) }

  /// The same scenario with another number of replications.
  ///
  /// - Parameter replications: The number.
  /// - Returns: The scenario.
  package func asking(for replications: Int) -> LoadedScenario {
    var changed = self
    changed.scenario.replications = replications
    return changed
  }
}

extension LoadedScenario {
  /// The same scenario as one that goes on from a year of a run.
  ///
  /// - Parameter fork: The run and the year, which the fingerprint covers from then on.
  /// - Returns: The scenario.
  package func forked(from fork: ScenarioFork) -> LoadedScenario {
    var changed = self
    changed.scenario.fork = fork
    changed.scenario.fingerprint = ForkFingerprint.text(of: scenario.fingerprint, fork)
    return changed
  }
}

/// Settings of the command line that have an option of their own.
package struct ScenarioChanges: Sendable {
  /// The seed of all draws.
  package var seed: UInt64?
  /// The number of replications.
  package var replications: Int?
  /// The last simulated year.
  package var through: Int?

  /// Creates changes.
  ///
  /// - Parameters:
  ///   - seed: The seed of all draws.
  ///   - replications: The number of replications.
  ///   - through: The last simulated year.
  package init(seed: UInt64? = nil, replications: Int? = nil, through: Int? = nil) {
    self.seed = seed
    self.replications = replications
    self.through = through
  }
}

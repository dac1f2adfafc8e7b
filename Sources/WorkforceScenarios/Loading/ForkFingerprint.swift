// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import WorkforceSim

/// The fingerprint of a scenario that goes on from a year of a run.
enum ForkFingerprint {
  /// The SHA-256 digest of the scenario, the run's scenario and the year.
  ///
  /// The name of the run is not part of it: a run that is renamed stays the same.
  ///
  /// - Parameters:
  ///   - scenario: The fingerprint of the scenario itself.
  ///   - fork: The run and the year.
  /// - Returns: 64 hexadecimal digits.
  static func text(of scenario: String, _ fork: ScenarioFork) -> String {
    let parts = ["workforce fork 1", scenario, fork.fingerprint, String(fork.year)]
    return SHA256.hash(data: Array(parts.joined(separator: "|").utf8)).hexadecimalText
  }
}

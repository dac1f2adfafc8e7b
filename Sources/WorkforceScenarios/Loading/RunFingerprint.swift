// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
package import WorkforceSim

/// What a run is: its scenario, seed, number of replications and the tool's version.
///
/// Two runs of the same fingerprint give the same bytes in every table.
package enum RunFingerprint {
  /// The first twelve hexadecimal digits of the SHA-256 of what makes a run.
  ///
  /// - Parameters:
  ///   - scenario: The scenario, with its seed and replications.
  ///   - version: The tool's version.
  /// - Returns: The digits, fit for the name of a folder.
  package static func text(of scenario: Scenario, version: String) -> String {
    let parts = [
      scenario.fingerprint, String(scenario.seed), String(scenario.replications), version,
    ]
    let digest = SHA256.hash(data: Array(parts.joined(separator: "|").utf8))
    return digest.prefix(6).hexadecimalText
  }
}

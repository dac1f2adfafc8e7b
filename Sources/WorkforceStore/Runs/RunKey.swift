// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto

/// What the replications of a run depend on, and nothing else.
///
/// The years and the method are part of the scenario's fingerprint. How many replications were asked
/// for is not part of the key: replication number *n* is the same in a run of any length.
package struct RunKey: Hashable, Sendable {
  /// The fingerprint of the scenario.
  package let scenario: String
  /// The seed of all draws.
  package let seed: UInt64
  /// The version of the tool.
  package let version: String
  /// Which build of that version it was, so that a changed model does not go on from old records.
  package let build: String

  /// Creates a key.
  ///
  /// - Parameters:
  ///   - scenario: The fingerprint of the scenario.
  ///   - seed: The seed of all draws.
  ///   - version: The version of the tool.
  ///   - build: Which build of that version it was.
  package init(scenario: String, seed: UInt64, version: String, build: String) {
    self.scenario = scenario
    self.seed = seed
    self.version = version
    self.build = build
  }

  /// The SHA-256 digest of what replications depend on, 32 bytes.
  var digest: [UInt8] {
    let parts = [scenario, String(seed), version, build].map { "\($0.utf8.count):\($0)" }
    return Array(SHA256.hash(data: Array(parts.joined().utf8)))
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the first years of a forked scenario come from: a run of another scenario, up to a year.
public struct ScenarioFork: Hashable, Sendable {
  /// The name that the run had in its store.
  public let run: String
  /// The fingerprint of the run's scenario, which covers the fork if the run is one itself.
  public let fingerprint: String
  /// The last year that is the run's; the scenario's own rules hold from the next one on.
  public let year: Int

  /// Creates a fork.
  ///
  /// - Parameters:
  ///   - run: The name of the run in its store.
  ///   - fingerprint: The fingerprint of the run's scenario.
  ///   - year: The last year that is the run's.
  public init(run: String, fingerprint: String, year: Int) {
    self.run = run
    self.fingerprint = fingerprint
    self.year = year
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Which run a page is about: what its head says.
package struct RunIdentity: Hashable, Sendable {
  private static let shownFingerprint = 12

  /// The scenario's short name.
  package let name: String
  /// The scenario's title.
  package let title: LocalizedText
  /// The simulated years.
  package let years: ClosedRange<Int>
  /// The number of replications.
  package let replications: Int
  /// The seed of all draws.
  package let seed: UInt64
  /// How chance entered.
  package let method: ProjectionMethod
  /// The scenario's fingerprint.
  package let fingerprint: String
  /// The currency of amounts; `nil` where pay was not modelled.
  package let currency: String?
  /// Where the first years come from; `nil` if they were simulated like the others.
  package let fork: ScenarioFork?

  /// Creates the identity of a run.
  ///
  /// - Parameters:
  ///   - name: The scenario's short name.
  ///   - title: The scenario's title.
  ///   - years: The simulated years.
  ///   - replications: The number of replications.
  ///   - seed: The seed of all draws.
  ///   - method: How chance entered.
  ///   - fingerprint: The scenario's fingerprint.
  ///   - currency: The currency of amounts; `nil` where pay was not modelled.
  ///   - fork: Where the first years come from; `nil` if they were simulated like the others.
  package init(
    name: String,
    title: LocalizedText,
    years: ClosedRange<Int>,
    replications: Int,
    seed: UInt64,
    method: ProjectionMethod,
    fingerprint: String,
    currency: String? = nil,
    fork: ScenarioFork? = nil,
  ) {
    self.name = name
    self.title = title
    self.years = years
    self.replications = replications
    self.seed = seed
    self.method = method
    self.fingerprint = fingerprint
    self.currency = currency
    self.fork = fork
  }

  /// The identity of results that are still in memory.
  init(_ projection: Projection) {
    let scenario = projection.scenario
    self.init(
      name: scenario.name,
      title: scenario.title,
      years: scenario.calendar.years,
      replications: projection.ensemble.replications,
      seed: scenario.seed,
      method: scenario.method,
      fingerprint: scenario.fingerprint,
      currency: scenario.rules.pay?.settings.currency,
      fork: scenario.fork,
    )
  }

  /// The facts of a page's head, on one line.
  func facts(_ page: PageSetting) -> String {
    let shown = String(fingerprint.prefix(Self.shownFingerprint))
    var phrases = [Phrase.years(years.lowerBound, years.upperBound, dash: page.signs.dash)]
    if method != .expected { phrases += [Phrase.replications(replications), Phrase.seed(seed)] }
    if let fork { phrases.append(Phrase.forked(from: fork.run, at: fork.year)) }
    if !shown.isEmpty { phrases.append(Phrase.fingerprint(shown)) }
    return ([name] + phrases.map(page.text)).joined(separator: page.signs.separator)
  }
}

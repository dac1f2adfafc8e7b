// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// Loads the scenarios of a comparison and runs them on the same draws.
struct ComparisonRuns {
  /// The scenarios, the base first.
  let scenarios: [LoadedScenario]
  private let names: [String]
  private let options: ComparisonOptions
  private let language: Language
  private let isQuiet: Bool

  /// Loads all scenarios; the base gives the seed and the replications to the others.
  ///
  /// - Parameters:
  ///   - words: Where they lie, or runs that were made with them; the base first.
  ///   - options: How they are run.
  ///   - language: The language of progress.
  ///   - isQuiet: Whether there is no progress.
  /// - Throws: What is wrong with a scenario, or the reason why it cannot be compared.
  init(
    words: [String],
    options: ComparisonOptions,
    language: Language,
    isQuiet: Bool,
  ) throws {
    let storeOption =
      options.replicationOptions.areKept ? options.replicationOptions.storeOption : nil
    var loaded: [LoadedScenario] = []
    var names: [String] = []
    for word in words {
      let base = loaded.first?.scenario
      let changes = ScenarioChanges(
        seed: base == nil ? options.seed : options.otherSeed ?? base?.seed,
        replications: base?.replications ?? options.replicationOptions.replications,
        through: options.through,
      )
      let named = try NamedScenario(word, in: storeOption)
      let scenario = try named.load(overrides: options.overridesOption.overrides, changes: changes)
      if let base { try Self.check(scenario.scenario, word, against: base) }
      loaded.append(scenario)
      names.append(named.runName ?? scenario.scenario.name)
    }
    self.scenarios = loaded
    self.names = Self.unique(names)
    self.options = options
    self.language = language
    self.isQuiet = isQuiet
  }

  /// Makes sure that a scenario can be compared, before anything runs.
  private static func check(_ scenario: Scenario, _ word: String, against base: Scenario) throws {
    do {
      _ = try Comparison.commonYears(base.calendar, scenario.calendar)
      guard base.method == scenario.method else { throw ComparisonError.differentMethods }
    } catch let error as ComparisonError {
      printToStandardError("\(word) cannot be compared with \(base.name): \(error).")
      throw FailureCode.data
    }
  }

  /// The short names, each once: a second one of a name has a number.
  private static func unique(_ names: [String]) -> [String] {
    var used: Set<String> = []
    return names.map { name in
      let candidates = [name] + (2...names.count + 1).map { "\(name)-\($0)" }
      let unique = candidates.first { !used.contains($0) } ?? name
      used.insert(unique)
      return unique
    }
  }

  // MARK: - Runs

  /// Runs all scenarios one after another and pairs each with the base.
  ///
  /// - Parameter isDivided: Whether to find what each group of changes adds.
  /// - Returns: The base, and the others beside it.
  /// - Throws: What went wrong in a run.
  func compare(dividing isDivided: Bool) async throws -> (
    base: Ensemble, others: [ComparedScenario]
  ) {
    let base = try await run(scenarios[0])
    var others: [ComparedScenario] = []
    for (scenario, name) in zip(scenarios, names).dropFirst() {
      let comparison = try Comparison(base: base, other: try await run(scenario))
      let changes = isDivided ? try await whatChanged(comparison, scenario) : nil
      others.append(ComparedScenario(name, comparison, whatChanged: changes))
    }
    return (base, others)
  }

  /// Runs what lies between the base and a scenario, one group of changes after another.
  private func whatChanged(
    _ comparison: Comparison,
    _ other: LoadedScenario,
  ) async throws -> WhatChanged {
    let measures = Comparison.measures(of: scenarios.map(\.scenario)).map(\.code)
      .filter(comparison.isComparable)
    var changes = WhatChanged(from: comparison.base, measures: measures, years: comparison.years)
    for step in ScenarioChain(from: scenarios[0], to: other).steps {
      // The end of the chain is the other run itself, unless its draws are others.
      let isLast = step.scenario.fingerprint == other.scenario.fingerprint
      let run =
        isLast && comparison.sharesDraws ? comparison.other : try await run(between: step)
      changes.replace(step.groups, with: run, because: step.reason)
    }
    if !comparison.sharesDraws { changes.replace([.chance], with: comparison.other, because: nil) }
    return changes
  }

  private func run(between step: ScenarioChain.Step) async throws -> Ensemble {
    var scenario = step.scenario
    scenario.seed = scenarios[0].scenario.seed
    let simulation = try Simulation(scenario)
    let groups = step.groups.map { $0.label.text(in: language) }.joined(separator: ", ")
    let records = RunRecords(inMemory: simulation, language: language)
    return try await replications.run(simulation, keepingIn: records, title: "+ \(groups)").ensemble
  }

  /// Runs a scenario; replications that are kept in the store are not simulated again.
  private func run(_ loaded: LoadedScenario) async throws -> Ensemble {
    let simulation = try Simulation(loaded.scenario)
    let records =
      try options.replicationOptions.openStore().map {
        try RunRecords(
          in: $0,
          loaded,
          simulation: simulation,
          isFresh: false,
          language: language,
        )
      } ?? RunRecords(inMemory: simulation, language: language)
    let outcome = try await replications.run(simulation, keepingIn: records)
    _ = try records.finish(isQuiet: true)
    return outcome.ensemble
  }

  private var replications: ReplicationRun {
    ReplicationRun(
      threads: options.replicationOptions.threadsOption.count,
      isQuiet: isQuiet,
      language: language,
    )
  }
}

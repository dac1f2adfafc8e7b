// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// Loads the scenarios of a comparison and runs them on the same draws.
struct ComparisonRuns {
  /// The scenarios, the base first.
  let scenarios: [Scenario]
  private let names: [String]
  private let threads: Int
  private let language: Language
  private let isQuiet: Bool

  /// Loads all scenarios; the base gives the seed and the replications to the others.
  ///
  /// - Parameters:
  ///   - paths: The paths, the base first.
  ///   - options: How they are run.
  ///   - language: The language of progress.
  ///   - isQuiet: Whether there is no progress.
  /// - Throws: What is wrong with a scenario, or the reason why it cannot be compared.
  init(
    paths: [String],
    options: ComparisonOptions,
    language: Language,
    isQuiet: Bool,
  ) throws {
    var scenarios: [Scenario] = []
    for path in paths {
      let base = scenarios.first
      let changes = ScenarioChanges(
        seed: base == nil ? options.seed : options.otherSeed ?? base?.seed,
        replications: base?.replications ?? options.replications,
        through: options.through,
      )
      let scenario = try ScenarioLoader.load(
        path: path,
        overrides: options.overrides,
        changes: changes,
      )
      if let base { try Self.check(scenario, path, against: base) }
      scenarios.append(scenario)
    }
    self.scenarios = scenarios
    self.names = Self.names(of: scenarios)
    self.threads = options.threadCount
    self.language = language
    self.isQuiet = isQuiet
  }

  /// Makes sure that a scenario can be compared, before anything runs.
  private static func check(_ scenario: Scenario, _ path: String, against base: Scenario) throws {
    do {
      _ = try Comparison.commonYears(base.calendar, scenario.calendar)
      guard base.method == scenario.method else {
        throw ComparisonError.differentReplications(
          base: base.runCount,
          other: scenario.runCount,
        )
      }
    } catch let error as ComparisonError {
      printToStandardError("\(path) cannot be compared with \(base.name): \(error).")
      throw FailureCode.data
    }
  }

  /// The short names, each once: a second one of a name has a number.
  private static func names(of scenarios: [Scenario]) -> [String] {
    var used: Set<String> = []
    return scenarios.map { scenario in
      let candidates = [scenario.name] + (2...scenarios.count + 1).map { "\(scenario.name)-\($0)" }
      let name = candidates.first { !used.contains($0) } ?? scenario.name
      used.insert(name)
      return name
    }
  }

  /// Runs all scenarios one after another and pairs each with the base.
  ///
  /// - Returns: The base, and the others beside it.
  /// - Throws: What went wrong in a run.
  func compare() async throws -> (base: Ensemble, others: [ComparedScenario]) {
    Interruption.listen()
    let base = try await run(scenarios[0])
    var others: [ComparedScenario] = []
    for (scenario, name) in zip(scenarios, names).dropFirst() {
      let other = try await run(scenario)
      others.append(ComparedScenario(name, try Comparison(base: base, other: other)))
    }
    return (base, others)
  }

  /// Runs a scenario with its progress.
  func run(_ scenario: Scenario) async throws -> Ensemble {
    let total = scenario.runCount
    let bar = ProgressBar(
      scenario.title.text(in: language),
      total: total,
      words: language == .chinese ? .chinese : .english,
      isQuiet: isQuiet,
    )
    defer { bar.finish() }
    do {
      return try await Simulation(scenario).run(
        threads: threads,
        shouldStop: { Interruption.wasRequested },
        progress: { _ in bar.advance(by: 1) },
      )
    } catch let interruption as RunInterrupted {
      bar.finish()
      printToStandardError(
        "Stopped after \(interruption.finished) of \(total) replications of \(scenario.name); "
          + "nothing was compared or written."
      )
      throw FailureCode.interrupted
    }
  }
}

extension Scenario {
  /// The replications that are run: one for expected values.
  fileprivate var runCount: Int { method == .expected ? 1 : replications }
}

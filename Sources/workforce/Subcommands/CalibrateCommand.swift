// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// `workforce calibrate`: the value of a parameter at which the model meets a published figure.
struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Finds the value of a parameter at which the model meets a target.",
    discussion: """
      The parameter is one number, the same for all members and at all dates, and not drawn; \
      --set NAME=VALUE makes it one, and the search begins there. The scenario is run with the same seed \
      and replications, 12 times at most until the target is met and 4 times to shorten the value; while \
      the figure stands still, values down to a tenth, up to ten times and 0 are tried. No file is \
      changed or written.

      Example:
        workforce calibrate scenarios/luliang --target increment_480 \
      --parameter pay.performance_reference.amount
      """,
  )

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var languageOption: LanguageOption

  @Option(help: "Name of the target that is to be met.")
  var target: String

  @Option(help: "Dotted name of the parameter whose value is sought.")
  var parameter: String

  @Option(
    help: ArgumentHelp(
      "Relative distance within which the target is met. Without it: a tenth of the target's own.",
      valueName: "share",
    )
  )
  var tolerance: Double?

  @Option(help: "Number of replications.")
  var replications: Int = 20

  @Option(help: "Seed of all random draws. Without it: the scenario's.")
  var seed: UInt64?

  @OptionGroup var lastYearOption: LastYearOption
  @OptionGroup var threadsOption: ThreadsOption

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    try ReplicationOptions.check(replications: replications)
    if let tolerance, !(tolerance > 0 && tolerance < 1) {
      throw ValidationError("--tolerance is \(tolerance); it is a share such as 0.005.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let scenario = try load([])
      let target = try soughtTarget(of: scenario)
      let (parameter, start) = try soughtParameter(of: scenario)
      var calibration = Calibration(
        published: target.published,
        tolerance: tolerance ?? target.tolerance / 10,
        start: start,
        unit: parameter.unit,
      )
      Interruption.listen()
      while case .attempt(let value) = calibration.next {
        guard let simulation = try simulation(of: scenario, parameter, value, calibration) else {
          calibration.refuse(value)
          continue
        }
        calibration.record(try await figure(of: target, in: simulation, calibration), at: value)
      }
      let page = CalibrationPage(
        calibration,
        target: target,
        parameter: parameter,
        page: languageOption.page,
      )
      try printResults(calibration, page)
    }
  }

  private func load(_ settings: [String]) throws -> Scenario {
    try ScenarioLoader.load(
      path: options.scenario,
      overrides: options.overrides + settings,
      changes: ScenarioChanges(
        seed: seed,
        replications: replications,
        through: lastYearOption.through,
      ),
    )
  }

  // MARK: - What is sought

  private func soughtTarget(of scenario: Scenario) throws -> Target {
    if let found = scenario.targets.first(where: { $0.name == target }) {
      let years = scenario.calendar.years
      if years.contains(found.years.lowerBound), years.contains(found.years.upperBound) {
        return found
      }
      throw failure(
        "The target '\(target)' is of \(found.years.lowerBound) to \(found.years.upperBound), but "
          + "\(years.lowerBound) to \(years.upperBound) are simulated."
      )
    }
    let names = scenario.targets.map(\.name)
    throw failure(
      "There is no target '\(target)' in \(options.scenario)."
        + Suggestions.sentence(for: target, in: names)
        + (names.isEmpty ? " It has no targets." : " Targets: \(names.joined(separator: ", ")).")
    )
  }

  /// The parameter and its present value, if it is one number.
  private func soughtParameter(of scenario: Scenario) throws -> (Parameter, Double) {
    guard let found = scenario.parameters[parameter] else {
      throw failure(
        "There is no parameter '\(parameter)' in \(options.scenario)."
          + Suggestions.sentence(for: parameter, in: scenario.parameters.parameters.map(\.name))
          + " Names are listed by: workforce explain \(options.scenario)"
      )
    }
    let advice = " With --set \(parameter)=VALUE it is one number; the search begins there."
    guard ![.month, .monthOfYear, .onOff].contains(found.unit) else {
      throw failure(
        "\(parameter) is a \(found.unit.rawValue), but only a quantity can be sought."
      )
    }
    guard !found.isUncertain, case .number(let value)? = found.dated.last?.leaves.first else {
      throw failure("\(parameter) is drawn, but only a known number can be sought." + advice)
    }
    guard found.dated.allSatisfy({ Set($0.leaves).count == 1 }) else {
      throw failure(
        "\(parameter) depends on \(found.axes.map(\.rawValue).joined(separator: ", ")), but only a "
          + "parameter that is one number can be sought." + advice
      )
    }
    let isConstant = found.dated.allSatisfy { $0.leaves[0] == .number(value) }
    guard isConstant, found.afterLast == .hold, found.adjustments.isEmpty else {
      throw failure(
        "\(parameter) changes over time or is scaled, but only one number can be sought." + advice
      )
    }
    return (found, value)
  }

  private func failure(_ message: String) -> ExitCode {
    printToStandardError(message)
    return FailureCode.data
  }

  // MARK: - Runs

  /// The simulation with a value; `nil` if the scenario does not allow the value.
  private func simulation(
    of scenario: Scenario,
    _ parameter: Parameter,
    _ value: Double,
    _ calibration: Calibration,
  ) throws -> Simulation? {
    if calibration.attempts.isEmpty { return try Simulation(scenario) }
    do {
      return try Simulation(load(["\(parameter.name)=\(value.exactText)"]))
    } catch is ScenarioError {
      return nil
    } catch is OpeningError {
      return nil
    }
  }

  /// The model's mean of the target.
  private func figure(
    of target: Target,
    in simulation: Simulation,
    _ calibration: Calibration,
  ) async throws -> Double {
    let scenario = simulation.scenario
    let number = calibration.attempts.count + 1
    let language = languageOption.language
    let bar = ProgressBar(
      CalibrationPage.attempt(number, language),
      total: scenario.method == .expected ? 1 : scenario.replications,
      language: language,
      isQuiet: quiet,
    )
    defer { bar.finish() }
    do {
      let ensemble = try await simulation.run(
        threads: threadsOption.count,
        shouldStop: { Interruption.wasRequested },
        progress: { _ in bar.advance(by: 1) },
      )
      let results = Projection(ensemble).targetResults
      guard let result = results.first(where: { $0.target.name == target.name }) else {
        throw failure(
          "The target '\(target.name)' needs the table '\(target.table)', which is not there."
        )
      }
      return result.statistic.mean
    } catch is RunInterrupted {
      bar.finish()
      printToStandardError("Stopped in try \(number); nothing was found.")
      throw FailureCode.interrupted
    }
  }

  private func printResults(_ calibration: Calibration, _ page: CalibrationPage) throws {
    try StandardOutput.print(page.table)
    guard case .end(let outcome) = calibration.next else { return }
    guard case .met(let found) = outcome else {
      throw failure(page.failure(outcome))
    }
    try StandardOutput.print([""] + page.advice(for: found.value))
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceSim

/// Simulates the replications that are missing, with progress and a word about what they will take.
struct ReplicationRun {
  /// What a simulation gave.
  struct Outcome {
    /// The records.
    let ensemble: Ensemble
    /// The time of the replications alone, without preparation and statistics.
    let duration: Duration
  }

  /// The number of replications that run at the same time.
  let threads: Int
  /// Whether nothing but a forecast is asked for.
  var isForecast = false
  /// Whether there is no progress.
  let isQuiet: Bool
  /// The language of messages.
  let language: Language

  private var notes: PrecisionNotes { PrecisionNotes(language) }

  /// Simulates.
  ///
  /// - Parameters:
  ///   - simulation: The simulation.
  ///   - records: Where replications are kept.
  ///   - title: What the progress bar is called; the scenario's title without it.
  /// - Returns: The records.
  /// - Throws: What a simulation throws, or the exit code of a run that was stopped.
  func run(
    _ simulation: Simulation,
    keepingIn records: RunRecords,
    title: String? = nil,
  ) async throws -> Outcome {
    let missing = simulation.replications - records.kept
    let bar = ProgressBar(
      title ?? simulation.scenario.title.text(in: language),
      total: missing,
      language: language,
      isQuiet: isQuiet || isForecast || missing == 0,
    )
    defer { bar.finish() }
    Interruption.listen()
    let watch = Stopwatch()
    do {
      // What the first replications take says what the others will.
      let probe = min(missing, threads)
      _ = try await simulate(simulation, first: records.kept + probe, records, bar)
      try foresee(simulation, records, probe: probe, took: watch.duration)
      let ensemble = try await simulate(simulation, first: simulation.replications, records, bar)
      return Outcome(ensemble: ensemble, duration: watch.duration)
    } catch let interruption as RunInterrupted {
      bar.finish()
      printToStandardError(records.stopped(interruption))
      throw FailureCode.interrupted
    }
  }

  /// Writes sentences to standard error, unless the user wants quiet.
  func tell(_ sentences: [String]) {
    guard !isQuiet || isForecast else { return }
    sentences.forEach(printToStandardError)
  }

  private func simulate(
    _ simulation: Simulation,
    first count: Int,
    _ records: RunRecords,
    _ bar: ProgressBar,
  ) async throws -> Ensemble {
    try await simulation.run(
      replications: count,
      threads: threads,
      archive: records.archive,
      checkpoints: records.checkpoints,
      shouldStop: { Interruption.wasRequested },
      progress: { _ in bar.advance(by: 1) },
    )
  }

  /// Says what the rest will take, if that is long, and ends a run for which there is no room.
  private func foresee(
    _ simulation: Simulation,
    _ records: RunRecords,
    probe: Int,
    took duration: Duration,
  ) throws {
    let finished = records.kept + probe
    if probe > 0, finished < simulation.replications {
      let forecast = try Forecast(
        simulation,
        keepingIn: records,
        probe: probe,
        took: duration,
        finished: finished,
        threads: threads,
      )
      if isForecast || forecast.duration >= Forecast.toldFrom { tell([notes.sentence(forecast)]) }
      if let disk = forecast.disk, !disk.hasRoom {
        printToStandardError(notes.noRoom(disk))
        throw FailureCode.cannotWrite
      }
    }
    guard isForecast else { return }
    if probe > 0, finished >= simulation.replications {
      let isExpected = simulation.scenario.method == .expected
      tell([notes.nothingAhead(finished, isExpected: isExpected, took: duration)])
    }
    tell([notes.forecastOnly(kept: try records.keptByNow())])
    throw ExitCode.success
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What a run folder says about itself: which scenario, which draws, which tool, which files.
///
/// `execution` holds all that may differ between equal runs; a command that compares two runs
/// leaves it out. The parameters are part of what the scenario's fingerprint covers, so both
/// fingerprints are the same text.
struct Manifest {
  let report: RunReport
  let files: [WrittenFile]

  /// The manifest as JSON.
  var json: JSONValue {
    [
      "format_version": .integer(KeptRun.formatVersion),
      "tool": report.toolJSON,
      "scenario": report.scenarioJSON,
      "run": report.runJSON,
      "overrides": .array(report.projection.scenario.overrides.map { .string($0) }),
      "command": .string(report.information.commandLine),
      "execution": report.information.executionJSON,
      "files": .array(files.map(\.json)),
    ]
  }
}

extension RunInformation {
  /// All that may differ between equal runs.
  var executionJSON: JSONValue {
    [
      "threads": .integer(threads),
      "platform": [
        "os": .string(Platform.operatingSystem), "architecture": .string(Platform.architecture),
      ],
      "started": .string(started.description),
      "duration_seconds": .number(duration / .seconds(1), decimals: 3),
      "simulation_seconds": simulation.map { .number($0 / .seconds(1), decimals: 3) } ?? .null,
      "peak_memory_bytes": Platform.peakMemory.map { .integer($0) } ?? .null,
    ]
  }

  /// The tool and its version.
  var toolJSON: JSONValue {
    ["name": .string(KeptRun.toolName), "version": .string(version)]
  }
}

extension Scenario {
  /// The scenario's name, titles and fingerprints.
  var identityJSON: JSONValue {
    [
      "name": .string(name),
      "title": ["en": .string(title.english), "zh": .string(title.chinese)],
      "fingerprint": .string(fingerprint),
      "parameter_fingerprint": .string(fingerprint),
    ]
  }
}

extension RunReport {
  /// The tool and its version.
  var toolJSON: JSONValue { information.toolJSON }

  /// The scenario's name, titles and fingerprints.
  var scenarioJSON: JSONValue { projection.scenario.identityJSON }

  /// The years, the draws, the method and, where pay is modelled, the currency.
  var runJSON: JSONValue { projection.ensemble.runJSON }
}

extension Ensemble {
  /// The years, the draws, the method and, where pay is modelled, the currency.
  var runJSON: JSONValue {
    var run: JSONObject = [
      "first_year": .integer(scenario.calendar.firstYear),
      "last_year": .integer(scenario.calendar.lastYear),
      "replications": .integer(replications),
      "seed": .seed(scenario.seed),
      "method": .string(scenario.method.rawValue),
    ]
    if let pay = scenario.rules.pay { run["currency"] = .string(pay.settings.currency) }
    if let fork = scenario.fork { run["fork"] = fork.json }
    return .object(run)
  }
}

extension ScenarioFork {
  /// The run, its fingerprint and its last year.
  var json: JSONValue {
    ["run": .string(run), "fingerprint": .string(fingerprint), "year": .integer(year)]
  }
}

extension WrittenFile {
  /// The file's name, rows and size.
  var json: JSONValue {
    ["path": .string(name), "rows": rows.map { .integer($0) } ?? .null, "bytes": .integer(bytes)]
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension ComparisonReport {
  /// The comparison as one JSON object, for standard output.
  ///
  /// A *difference* is an object with `mean`, `sd`, `p05`, `p25`, `p50`, `p75`, `p95`, `mcse`,
  /// `chance_less` and `chance_more`, all of scenario less base. Names are codes.
  ///
  /// - `tool`, `folder`: the tool with its version; the folder that was written, or null.
  /// - `base`: `scenario` and `run`, as in the manifest of a run.
  /// - `others`: a list of `name`, `scenario`, `run`, `measures`, `drivers` and `what_changed`.
  ///   - `measures`: a list of `measure`, `better` and `values`, one for each year in common; a value
  ///     is `year`, `base_mean`, `other_mean` and the difference.
  ///   - `drivers`: a list of `measure`, `parts`, `year`, the last one, and `values`; a value is
  ///     `driver` and the difference, and those before the last, `total`, add up to it.
  ///   - `what_changed`: null unless asked for; otherwise a list of the same form, with groups of changes
  ///     in their order as drivers.
  package var json: String { value.text() }

  private var value: JSONValue {
    [
      "tool": information.toolJSON,
      "folder": information.folder.map { .string($0) } ?? .null,
      "base": ["scenario": base.scenario.identityJSON, "run": base.runJSON],
      "others": .array(others.map(value)),
    ]
  }

  private func value(_ other: ComparedScenario) -> JSONValue {
    [
      "name": .string(other.name),
      "scenario": other.comparison.other.scenario.identityJSON,
      "run": other.comparison.other.runJSON,
      "measures": .array(other.measures.map { value($0.code, other) }),
      "drivers": .array(other.drivers.map { value($0, other) }),
      "what_changed": other.whatChanged.map { changes in
        .array(changes.sets.map { value($0, other) })
      } ?? .null,
    ]
  }

  private func value(_ measure: String, _ other: ComparedScenario) -> JSONValue {
    let isMoney = Money.measures.contains(measure)
    let values = other.comparison.years.map { year -> JSONValue in
      let figures = other.comparison.figures(measure, year: year)
      var sorted: [Double] = []
      let means = [figures.base, figures.other].map { figures -> JSONValue in
        let mean = Statistic(figures, sorted: &sorted).mean
        return (isMoney ? ReportValue.money(mean) : .figure(mean)).json
      }
      return .object(
        other.comparison.difference(measure, year: year).object(
          ["year": .integer(year), "base_mean": means[0], "other_mean": means[1]],
          asMoney: isMoney,
        )
      )
    }
    return [
      "measure": .string(measure), "better": .string(aim(of: measure).rawValue),
      "values": .array(values),
    ]
  }

  private func value(_ set: DriverSet, _ other: ComparedScenario) -> JSONValue {
    let last = other.comparison.years.count - 1
    let isMoney = Money.measures.contains(set.measure)
    return [
      "measure": .string(set.measure), "parts": .string(set.kind.rawValue),
      "year": .integer(other.comparison.years.upperBound),
      "values": .array(
        ((set.kind == .change ? set.drivers : set.largest(last)) + [set.total]).map { driver in
          .object(
            driver.difference(last).object(
              ["driver": .string(driver.member.code)],
              asMoney: isMoney,
            )
          )
        }
      ),
    ]
  }
}

extension PairedDifference {
  /// The statistics and chances as members of a JSON object that has others already.
  func object(_ start: JSONObject, asMoney isMoney: Bool) -> JSONObject {
    var object = start
    let names = Statistic.columns + ["chance_less", "chance_more"]
    for (name, field) in zip(names, fields(asMoney: isMoney)) { object[name] = field.json }
    return object
  }
}

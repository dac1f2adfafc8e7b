// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension RunReport {
  /// The summary as one JSON object, for standard output.
  ///
  /// A *distribution* is an object with `mean`, `sd`, `p05`, `p25`, `p50`, `p75`, `p95` and `mcse`.
  /// Names of measures, regions and so on are codes; `labels.csv` has their names.
  ///
  /// - `tool`, `scenario`, `run`: as in the manifest.
  /// - `folder`: the run folder, or null.
  /// - `years`: the selected years.
  /// - `measures`: a list of `measure` and `values`; a value is `year` and a distribution.
  /// - `shortages`, `surpluses`: of the last year, the largest first; each has `year`, `region`,
  ///   `stage`, `subject`, `chance_of_shortage` and the distributions `need`, `available`, `gap`.
  /// - `recruitment`: a list of `channel` and the distributions of the totals over all years
  ///   `planned`, `applicants`, `hired`, `unfilled`.
  /// - `cost`: null where pay was not modelled or nothing was spent; otherwise `currency` and `values`,
  ///   one for the first, the middle and the last fiscal year; a value is `fiscal_year`, the
  ///   distributions `total` and `pay_per_head`, and `payers`, a list of `payer` and `mean`.
  /// - `thresholds`: a list of `threshold`, `measure`, `per` (null without one), `direction`, `value`
  ///   and `values`; a value is `year`, `chance` and `mcse`, and years that the threshold does not
  ///   look at are left out.
  /// - `targets`: a list of `target`, `published`, `kind`, `relative_error`, `met`, `in_band` and
  ///   the distribution `model`.
  /// - `variance`: a list of `measure`, `year`, `parameter_share`, `chance_share`; empty with fewer
  ///   than 20 replications.
  /// - `uncertain_parameters`, `overrides`: lists of texts.
  package var summaryJSON: String { summaryValue.text() }

  /// The summary as a JSON value; see `summaryJSON`.
  package var summaryValue: JSONValue {
    let summary = RunSummary(projection)
    let scenario = projection.scenario
    let lastYear = scenario.calendar.lastYear
    return [
      "tool": toolJSON,
      "scenario": scenarioJSON,
      "run": runJSON,
      "folder": information.folder.map { .string($0) } ?? .null,
      "years": .array(summary.years.map { .integer($0) }),
      "measures": .array(summary.measures.map { $0.json(years: summary.years) }),
      "shortages": .array(summary.shortages.map { $0.json(year: lastYear) }),
      "surpluses": .array(summary.surpluses.map { $0.json(year: lastYear) }),
      "recruitment": .array(summary.channels.map(\.json)),
      "cost": summary.cost.map(\.json) ?? .null,
      "thresholds": .array(summary.thresholds.map { $0.json(years: summary.thresholdYears) }),
      "targets": .array(summary.targets.map(\.json)),
      "variance": .array(summary.variance.map { $0.json(year: lastYear) }),
      "uncertain_parameters": .array((summary.uncertainParameters ?? []).map { .string($0) }),
      "overrides": .array(scenario.overrides.map { .string($0) }),
    ]
  }
}

extension Statistic {
  /// The distribution as JSON.
  fileprivate var json: JSONValue { .object(object) }

  /// The distribution of an amount of money as JSON.
  fileprivate var money: JSONValue { .object(object(fields(asMoney: true))) }

  fileprivate var object: JSONObject { object(fields) }

  private func object(_ fields: [ReportValue]) -> JSONObject {
    var object: JSONObject = [:]
    for (name, field) in zip(Self.columns, fields) { object[name] = field.json }
    return object
  }
}

extension RunSummary.Measure {
  fileprivate func json(years: [Int]) -> JSONValue {
    let values = zip(years, statistics).map { year, statistic in
      var value: JSONObject = ["year": .integer(year)]
      for member in statistic.object.members { value[member.name] = member.value }
      return JSONValue.object(value)
    }
    return ["measure": .string(member.code), "values": .array(values)]
  }
}

extension RunSummary.VarianceLine {
  fileprivate func json(year: Int) -> JSONValue {
    [
      "measure": .string(member.code),
      "year": .integer(year),
      "parameter_share": ReportValue.figure(shareOfParameters).json,
      "chance_share": ReportValue.figure(1 - shareOfParameters).json,
    ]
  }
}

extension CellFigures {
  fileprivate func json(year: Int) -> JSONValue {
    [
      "year": .integer(year),
      "region": .string(region.code),
      "stage": .string(stage.code),
      "subject": .string(subject.code),
      "chance_of_shortage": ReportValue.figure(chance).json,
      "need": need.json,
      "available": available.json,
      "gap": gap.json,
    ]
  }
}

extension ChannelFigures {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["channel": .string(channel.code)]
    for (measure, total) in zip(Self.measures, totals) { object[measure] = total.json }
    return .object(object)
  }
}

extension CostSummary {
  fileprivate var json: JSONValue {
    let values = years.indices.map { index -> JSONValue in
      let payers = figures.payers.map { payer -> JSONValue in
        let amount = ReportValue.money(figures.amount(years[index], payer: payer.code))
        return ["payer": .string(payer.code), "mean": amount.json]
      }
      return [
        "fiscal_year": .integer(years[index]),
        "total": total[index].money,
        "pay_per_head": payPerHead.indices.contains(index) ? payPerHead[index].money : .null,
        "payers": .array(payers),
      ]
    }
    return ["currency": .string(currency), "values": .array(values)]
  }
}

extension ThresholdFigures {
  fileprivate func json(years: [Int]) -> JSONValue {
    let values = results.filter { years.contains($0.year) }.map { result -> JSONValue in
      [
        "year": .integer(result.year),
        "chance": ReportValue.figure(result.chance).json,
        "mcse": ReportValue.figure(result.monteCarloStandardError).json,
      ]
    }
    return [
      "threshold": .string(threshold.name),
      "measure": .string(threshold.measure),
      "per": threshold.divisor.map { .string($0) } ?? .null,
      "direction": .string(threshold.direction.rawValue),
      "value": ReportValue.stated(threshold.value).json,
      "values": .array(values),
    ]
  }
}

extension TargetFigures {
  fileprivate var json: JSONValue {
    [
      "target": .string(name),
      "published": ReportValue.stated(published).json,
      "kind": .string(kind.rawValue),
      "relative_error": ReportValue.figure(relativeError).json,
      "met": .bool(isMet),
      "in_band": .bool(isInBand),
      "model": statistic.json,
    ]
  }
}

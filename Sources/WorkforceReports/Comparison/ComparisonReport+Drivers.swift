// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension ComparisonReport {
  /// The parts of each difference, and the difference itself as the part total.
  var driverTable: ReportTable {
    let sets = others.flatMap(\.drivers)
    let kinds = DriverKind.allCases.filter { $0 != .change }
    let measures = base.layout.tables[0].keys[0].members.filter { member in
      sets.contains { $0.measure == member.code }
    }
    return ReportTable(
      "drivers",
      columns: [
        ReportColumn("scenario", .code(others.map(\.name))), ReportColumn("year", .year(years)),
        ReportColumn("measure", .code(measures.map(\.code))),
        ReportColumn("parts", .code(kinds.map(\.rawValue))), ReportColumn("driver", .text),
        ReportColumn("measure_label", .text), ReportColumn("parts_label", .text),
        ReportColumn("driver_label", .text),
      ] + Self.differenceColumns,
      keyCount: 5,
    ) { body in
      for other in others {
        for (number, year) in other.comparison.years.enumerated() {
          for set in other.drivers {
            for driver in set.drivers.filter({ !$0.isIdle }) + [set.total] {
              try body(fields(other.name, number, year, set, driver))
            }
          }
        }
      }
    }
  }

  private func fields(
    _ name: String,
    _ number: Int,
    _ year: Int,
    _ set: DriverSet,
    _ driver: Driver,
  ) -> [ReportValue] {
    let labels = [
      measureLabel(set.measure), Phrase.name(of: set.kind), driver.member.label,
    ]
    return [
      .text(name), .whole(year), .text(set.measure), .text(set.kind.rawValue),
      .text(driver.member.code),
    ] + labels.map { .text($0.text(in: information.language)) }
      + driver.difference(number).fields(asMoney: Money.measures.contains(set.measure))
  }

  /// What each group of changes adds to each measure, and the difference itself as the group total.
  var changeTable: ReportTable {
    let sets = others.flatMap { $0.whatChanged?.sets ?? [] }
    let groups = sets.first.map { ($0.drivers + [$0.total]).map(\.member.code) } ?? []
    return ReportTable(
      "what_changed",
      columns: [
        ReportColumn("scenario", .code(others.map(\.name))), ReportColumn("year", .year(years)),
        ReportColumn("measure", .code(sets.map(\.measure))), ReportColumn("group", .code(groups)),
        ReportColumn("measure_label", .text), ReportColumn("group_label", .text),
      ] + Self.differenceColumns,
      keyCount: 4,
    ) { body in
      for other in others {
        guard let changes = other.whatChanged else { continue }
        let sets = changes.sets
        for (number, year) in changes.years.enumerated() {
          for set in sets {
            for part in set.drivers + [set.total] {
              try body(
                [
                  .text(other.name), .whole(year), .text(set.measure), .text(part.member.code),
                  .text(measureLabel(set.measure).text(in: information.language)),
                  .text(part.member.label.text(in: information.language)),
                ]
                  + part.difference(number)
                  .fields(asMoney: Money.measures.contains(set.measure))
              )
            }
          }
        }
      }
    }
  }

  /// The name of a measure of the whole.
  func measureLabel(_ measure: String) -> LocalizedText {
    let members = ([base] + others.map(\.comparison.other)).flatMap {
      $0.layout.tables[0].keys[0].members
    }
    return members.first { $0.code == measure }?.label ?? LocalizedText(measure)
  }
}

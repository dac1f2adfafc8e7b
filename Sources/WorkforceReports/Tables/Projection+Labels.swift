// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

extension Projection {
  /// The names of all codes in both languages, so that people can join them to any table.
  var labelTable: ReportTable {
    let keys = labelledKeys
    return ReportTable(
      "labels",
      columns: [
        ReportColumn("dimension", .code(keys.map(\.name))), ReportColumn("code", .text),
        ReportColumn("en", .text), ReportColumn("zh", .text),
      ],
      keyCount: 2,
    ) { body in
      for key in keys {
        for member in key.members {
          try body([
            .text(key.name), .text(member.code), .text(member.label.english),
            .text(member.label.chinese),
          ])
        }
      }
    }
  }

  /// Every column of codes with its members; one that several tables have comes once.
  ///
  /// Named measures come first, so that they win over tables that give codes only.
  package var labelledKeys: [TableKey] {
    let targets = TableKey(
      "target",
      scenario.targets.map { Member($0.name, label: $0.label) },
    )
    let kinds = TableKey(
      "kind",
      TargetKind.allCases.map { Member($0.rawValue, label: Phrase.name(of: $0)) },
    )
    let tables = ensemble.layout.tables
    let all =
      [tables[0].keys[0], TableKey("measure", Phrase.furtherMeasures)]
      + tables.dropFirst().flatMap(\.keys) + locationKeys + thresholdKeys + [targets, kinds]
    var names: [String] = []
    var members: [String: [Member]] = [:]
    for key in all {
      if members[key.name] == nil { names.append(key.name) }
      let known = Set(members[key.name, default: []].map(\.code))
      members[key.name, default: []] += key.members.filter { !known.contains($0.code) }
    }
    return names.map { TableKey($0, members[$0] ?? []) }.filter { !$0.members.isEmpty }
  }

  /// The codes of locations, which only the list of schools has.
  private var locationKeys: [TableKey] {
    ensemble.network == nil ? [] : [TableKey("location", scenario.dimensions[.location].members)]
  }

  /// The codes of the table of thresholds that no other table has.
  private var thresholdKeys: [TableKey] {
    let divisors = Set(scenario.thresholds.compactMap(\.divisor))
    return [
      TableKey("threshold", scenario.thresholds.map { Member($0.name, label: $0.label) }),
      TableKey(
        "per",
        ensemble.layout.tables[0].keys[0].members.filter { divisors.contains($0.code) },
      ),
      TableKey(
        "direction",
        ThresholdDirection.allCases.map { Member($0.rawValue, label: Phrase.name(of: $0)) },
      ),
    ]
  }
}

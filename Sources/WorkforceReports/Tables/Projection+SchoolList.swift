// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Projection {
  /// Where each school is and what it teaches; no rows where schools were not modelled.
  var schoolListTable: ReportTable {
    let dimensions = scenario.dimensions
    let schools = ensemble.network?.schools ?? []
    return ReportTable(
      "school_list",
      columns: [
        ReportColumn("school", .code(schools.map(\.code))),
        ReportColumn("region", .code(dimensions[.region].codes)),
        ReportColumn("location", .code(dimensions[.location].codes)),
        ReportColumn("stages", .text), ReportColumn("key_school", .flag),
        ReportColumn("protected", .flag),
      ],
      keyCount: 1,
    ) { body in
      for school in schools {
        try body([
          .text(school.code), .text(dimensions[.region].codes[school.region]),
          .text(dimensions[.location].codes[school.location]),
          .text(school.stages.map { dimensions[.stage].codes[$0] }.joined(separator: " ")),
          .flag(school.isKeySchool), .flag(school.isProtected),
        ])
      }
    }
  }
}

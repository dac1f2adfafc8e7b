// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension KeptTableRequest {
  /// The tables from which `KeptRun` makes the summary page.
  ///
  /// - Parameter lastYear: The last simulated year, the only one of which shortages are shown.
  /// - Returns: The requests.
  package static func summaryTables(lastYear: Int) -> [KeptTableRequest] {
    [
      statistics("summary", by: ["measure"]),
      statistics("shortage", by: ["region", "stage", "subject", "measure"])
        .rows(where: "year", is: String(lastYear)),
      KeptTableRequest("recruitment", texts: ["channel", "measure"], numbers: ["year", "mean"]),
      KeptTableRequest(
        "variance",
        texts: ["measure"],
        numbers: ["year", "parameter_share"],
      ).rows(where: "year", is: String(lastYear)),
      KeptTableRequest(
        "thresholds",
        texts: ["threshold", "measure", "per", "direction"],
        numbers: ["year", "value", "chance", "mcse"],
      ),
      KeptTableRequest(
        "targets",
        texts: ["target", "unit", "kind", "met", "in_band"],
        numbers: ["published", "relative_error"] + targetStatistic,
      ),
    ]
      + [cost] + placementTables.map { $0.rows(where: "year", is: String(lastYear)) }
  }

  /// The tables of the page of placement.
  package static let placementTables = [
    means("placement", by: ["region", "stage", "measure"]),
    means("network", by: ["region", "stage", "measure"]),
  ]

  /// The tables of the page of cost.
  ///
  /// - Parameter region: The code of the only region that counts; `nil` for all.
  /// - Returns: The requests.
  package static func costTables(region: String? = nil) -> [KeptTableRequest] {
    let tables = [
      cost, fiscalMeans("pay", by: ["region", "stage", "measure"]),
      fiscalMeans("pay_level", by: ["region", "measure"]),
    ]
    return [statistics("summary", by: ["measure"])]
      + tables.map { table in region.map { table.rows(where: "region", is: $0) } ?? table }
  }

  /// The means of cost by item and payer.
  private static let cost = fiscalMeans("cost", by: ["item", "payer"])

  /// The table of one school.
  ///
  /// - Parameter code: The school's code.
  /// - Returns: The request.
  package static func school(_ code: String) -> KeptTableRequest {
    statistics("schools", by: ["school", "measure"]).rows(where: "school", is: code)
  }

  /// The list of schools, of which one is wanted.
  ///
  /// - Parameter code: The school's code.
  /// - Returns: The request.
  package static func schoolFacts(_ code: String) -> KeptTableRequest {
    KeptTableRequest("school_list", texts: schoolColumns, numbers: [])
      .rows(where: "school", is: code)
  }

  /// The names of codes, which every page needs.
  package static let labels = KeptTableRequest(
    "labels",
    texts: ["dimension", "code", "en", "zh"],
    numbers: [],
  )

  /// The columns of a target's figure that the table has.
  static let targetStatistic = ["mean", "sd", "p05", "p50", "p95"]
  /// The columns of the list of schools.
  static let schoolColumns = ["school", "region", "location", "stages", "key_school", "protected"]

  private static func statistics(_ table: String, by keys: [String]) -> KeptTableRequest {
    KeptTableRequest(table, texts: keys, numbers: ["year"] + Statistic.columns)
  }

  private static func fiscalMeans(_ table: String, by keys: [String]) -> KeptTableRequest {
    KeptTableRequest(table, texts: keys, numbers: ["fiscal_year", "mean"])
  }

  private static func means(_ table: String, by keys: [String]) -> KeptTableRequest {
    KeptTableRequest(table, texts: keys, numbers: ["year", "mean"])
  }
}

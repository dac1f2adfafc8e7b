// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The means of a table whose rows are school year, region, stage and measure.
///
/// Only means are kept, since they add up over regions and stages, and quantiles do not.
struct RegionStageMeans: Sendable {
  /// The regions, in their order.
  let regions: [Member]
  /// The stages, in their order.
  let stages: [Member]
  private let years: [Int: Int]
  private let measures: [String: Int]
  private var means: [Double]

  /// Makes room for the figures; all are 0.
  ///
  /// - Parameters:
  ///   - regions: The regions.
  ///   - stages: The stages.
  ///   - measures: The codes of the measures.
  ///   - years: The years.
  init(regions: [Member], stages: [Member], measures: [String], years: [Int]) {
    self.regions = regions
    self.stages = stages
    self.measures = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1, $0) })
    self.years = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    let count = regions.count * stages.count * measures.count * years.count
    means = [Double](repeating: 0, count: count)
  }

  /// The mean in one region and stage; what the table leaves out is 0.
  subscript(measure: String, year: Int, region: Int, stage: Int) -> Double {
    get { place(measure, year, region, stage).map { means[$0] } ?? 0 }
    set { if let place = place(measure, year, region, stage) { means[place] = newValue } }
  }

  /// The sum over all stages of a region.
  func sum(_ measure: String, _ year: Int, region: Int) -> Double {
    stages.indices.reduce(0) { $0 + self[measure, year, region, $1] }
  }

  /// The sum over all regions of a stage.
  func sum(_ measure: String, _ year: Int, stage: Int) -> Double {
    regions.indices.reduce(0) { $0 + self[measure, year, $1, stage] }
  }

  /// The sum over all regions and stages.
  func sum(_ measure: String, _ year: Int) -> Double {
    regions.indices.reduce(0) { $0 + sum(measure, year, region: $1) }
  }

  private func place(_ measure: String, _ year: Int, _ region: Int, _ stage: Int) -> Int? {
    guard let measure = measures[measure], let year = years[year] else { return nil }
    return ((measure * years.count + year) * regions.count + region) * stages.count + stage
  }
}

extension RegionStageMeans {
  /// Reads the means of a run folder.
  ///
  /// - Parameters:
  ///   - table: The table's name.
  ///   - measures: The codes of its measures.
  ///   - run: The run.
  ///   - region: The code of the only region that counts; `nil` for all.
  init(_ table: String, measures: [String], of run: KeptRun, region: String? = nil) {
    let regions = run.labels.members("region").filter { region == nil || $0.code == region }
    let stages = run.labels.members("stage")
    self.init(
      regions: regions,
      stages: stages,
      measures: measures,
      years: Array(run.identity.years),
    )
    func positions(_ members: [Member]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.code, $0) })
    }
    let (regionOf, stageOf) = (positions(regions), positions(stages))
    for row in run.rows(table) {
      guard let region = regionOf[row.texts[0]], let stage = stageOf[row.texts[1]] else { continue }
      self[row.texts[2], row.year, region, stage] = row.numbers[1]
    }
  }

  /// Takes the means of results that are still in memory.
  ///
  /// - Parameters:
  ///   - table: The table's name.
  ///   - projection: The results.
  ///   - years: The years wanted.
  init(_ table: String, of projection: Projection, years: [Int]) {
    let layout = projection.ensemble.layout.required(table)
    let members = layout.keys.map(\.members)
    self.init(
      regions: members[0],
      stages: members[1],
      measures: members[2].map(\.code),
      years: years,
    )
    let replications = projection.ensemble.replications
    var values: [Double] = []
    for year in years {
      for row in 0..<layout.count {
        projection.ensemble.values(
          layout.offset + row,
          year: year - projection.scenario.calendar.firstYear,
          into: &values,
        )
        let place = layout.members(ofRow: row)
        self[members[2][place[2]].code, year, place[0], place[1]] =
          values.reduce(0, +) / Double(replications)
      }
    }
  }
}

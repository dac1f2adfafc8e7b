// SPDX-License-Identifier: GPL-3.0-or-later

/// Draws up schools to the numbers that are known.
///
/// In each region, stage and location class as many schools are made as the count gives, less those
/// that a list names. Their places are lognormal with the given spread, drawn by the school's own
/// code, so that a school keeps its size when others are added; the largest of a region and stage
/// become key schools up to their number. The seed is fixed: the network is always the same.
package struct SchoolSynthesis {
  private let rules: SchoolRules
  private let year: SimulatedYear
  private let listedCodes: Set<String>

  /// Prepares the synthesis.
  ///
  /// - Parameters:
  ///   - rules: The parameters of schools.
  ///   - opening: The opening day, as the year before the first.
  package init(_ rules: SchoolRules, opening: SimulatedYear) {
    self.rules = rules
    self.year = opening
    self.listedCodes = Set(rules.listed.map(\.code))
  }

  /// The schools, those of the list included.
  package func schools() -> [School] {
    guard rules.method == .synthesis, let reference = rules.count else { return rules.listed }
    let count = year.values(reference)
    var result = rules.listed
    for region in 0..<year.dimensions.regionCount {
      for stage in 0..<year.dimensions.stageCount {
        let made = (0..<year.dimensions.count(.location)).flatMap { location in
          schools(
            Int(count[(.region, region), (.stage, stage), (.location, location)].rounded()),
            region: region,
            stage: stage,
            location: location,
          )
        }
        result += withKeySchools(made, region: region, stage: stage)
      }
    }
    return result
  }

  private func schools(_ total: Int, region: Int, stage: Int, location: Int) -> [School] {
    let known = rules.listed.count {
      $0.region == region && $0.location == location && $0.stages.contains(stage)
        && $0.opened == nil && ($0.closed.map { $0 > year.year } ?? true)
    }
    let spread = year.values(rules.placesSpread)[(.stage, stage), (.location, location)]
    let protected = year.values(rules.protectedShare)[
      (.region, region),
      (.stage, stage),
      (.location, location),
    ]
    // A list may name schools that were synthesised before, so their codes are not given again.
    let ordinals = (1...).lazy.filter {
      !listedCodes.contains(code($0, region: region, stage: stage, location: location))
    }
    return ordinals.prefix(max(0, total - known)).map { ordinal in
      school(
        ordinal,
        region: region,
        stage: stage,
        location: location,
        spread: spread,
        protectedShare: protected,
      )
    }
  }

  private func code(_ ordinal: Int, region: Int, stage: Int, location: Int) -> String {
    let dimensions = year.dimensions
    let parts = [
      dimensions[.region].codes[region], dimensions[.stage].codes[stage],
      dimensions[.location].codes[location],
    ]
    let number = String(ordinal)
    let zeros = String(repeating: "0", count: max(0, 3 - number.utf8.count))
    return (parts + [zeros + number]).joined(separator: "_")
  }

  private func school(
    _ ordinal: Int,
    region: Int,
    stage: Int,
    location: Int,
    spread: Double,
    protectedShare: Double,
  ) -> School {
    let dimensions = year.dimensions
    let members = (
      region: dimensions[.region].members[region], stage: dimensions[.stage].members[stage],
      location: dimensions[.location].members[location],
    )
    let code = code(ordinal, region: region, stage: stage, location: location)
    let stream = { (decision: Decision) in
      CountStream(key: year.key, decision: decision, year: 0, index: stableHash(code))
    }
    var places = stream(.schoolPlaces)
    var protection = stream(.schoolProtection)
    return School(
      code: code,
      label: LocalizedText(
        "\(members.region.label.english) \(members.location.label.english) "
          + "\(members.stage.label.english) \(ordinal)",
        chinese: members.region.label.chinese + members.location.label.chinese
          + members.stage.label.chinese + "\(ordinal)",
      ),
      region: region,
      location: location,
      stages: [stage],
      isProtected: protection.uniform() < protectedShare,
      places: places.lognormal(mean: 1, standardDeviation: spread),
    )
  }

  /// Makes key schools of the largest ones.
  private func withKeySchools(_ schools: [School], region: Int, stage: Int) -> [School] {
    let wanted = Int(year.values(rules.keySchools)[(.region, region), (.stage, stage)].rounded())
    let known = rules.listed.count {
      $0.region == region && $0.stages.contains(stage) && $0.isKeySchool
    }
    let largest = schools.indices.sorted {
      (-schools[$0].places, schools[$0].code) < (-schools[$1].places, schools[$1].code)
    }.prefix(max(0, wanted - known))
    return schools.enumerated().map { position, school in
      guard largest.contains(position) else { return school }
      return School(
        code: school.code,
        label: school.label,
        region: school.region,
        location: school.location,
        stages: school.stages,
        isKeySchool: true,
        isProtected: true,
        places: school.places,
      )
    }
  }
}

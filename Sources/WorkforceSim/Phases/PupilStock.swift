// SPDX-License-Identifier: GPL-3.0-or-later

/// The pupils of one counting day, by region, location class and grade.
package struct PupilStock: Sendable {
  /// The pupils, the grade running fastest, then the location class.
  package var pupils: [Double]
  private let locations: Int
  private let grades: Int

  /// Creates a stock without pupils.
  package init(_ dimensions: Dimensions) {
    self.locations = dimensions.count(.location)
    self.grades = dimensions.count(.grade)
    self.pupils = [Double](repeating: 0, count: dimensions.regionCount * locations * grades)
  }

  /// The position of a region, location class and grade.
  package func position(region: Int, location: Int, grade: Int) -> Int {
    (region * locations + location) * grades + grade
  }

  /// The pupils of a region, location class and grade.
  package subscript(region: Int, location: Int, grade: Int) -> Double {
    get { pupils[position(region: region, location: location, grade: grade)] }
    set { pupils[position(region: region, location: location, grade: grade)] = newValue }
  }
}

extension PupilStock {
  /// The pupils of each region and stage.
  ///
  /// - Parameter dimensions: The scenario's dimensions.
  /// - Returns: The pupils by group.
  package func byGroup(_ dimensions: Dimensions) -> [Double] {
    var result = [Double](repeating: 0, count: dimensions.groupCount)
    for region in 0..<dimensions.regionCount {
      for location in 0..<dimensions.count(.location) {
        for (grade, stage) in dimensions.stageOfGrade.enumerated() {
          result[dimensions.group(region: region, stage: stage)] += self[region, location, grade]
        }
      }
    }
    return result
  }
}

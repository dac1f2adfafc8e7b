// SPDX-License-Identifier: GPL-3.0-or-later

/// How evenly the schools of a region and stage are staffed.
///
/// For a figure *x* of schools, with pupils *p* as weights: mean X = Σ p x ÷ Σ p and coefficient of
/// variation = √(Σ p (x − X)² ÷ Σ p) ÷ X. Pupils per teacher are taken over schools with teachers,
/// the other figures for each 100 pupils over all schools with pupils. A mean of 0 gives 0.
package struct SchoolBalance: Sendable {
  /// The figures, in the order of the coefficients.
  package static let figures = [
    "pupils_per_teacher", "above_required_degree", "backbone", "arts",
  ]
  private let dimensions: Dimensions
  private let stageOfCell: [Int]
  /// Where the parts of each cell's field begin.
  private let firstPartOfCell: [Int]
  /// What a teacher counts towards by field, degree and whether he is a backbone teacher.
  private let parts: [SIMD4<Int32>]

  /// Prepares the figures of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of the balance.
  ///   - year: The year.
  package init(_ rules: BalanceRules, in year: SimulatedYear) {
    let dimensions = year.dimensions
    self.dimensions = dimensions
    let degrees = year.values(rules.requiredDegree)
    let arts = year.values(rules.artsSubject)
    let degreeCount = dimensions.count(.degree)
    self.stageOfCell = dimensions.stageOfCell
    var parts: [SIMD4<Int32>] = []
    for field in dimensions.fields {
      let isOfArts = arts[(.subject, field.subject)] > 0
      for degree in 0..<degreeCount {
        let isAboveRequired = degrees[(.stage, field.stage), (.degree, degree)] > 0
        for backbone: Int32 in [0, 1] {
          parts.append([1, isAboveRequired ? 1 : 0, backbone, isOfArts ? 1 : 0])
        }
      }
    }
    self.parts = parts
    self.firstPartOfCell = (0..<dimensions.cellCount).map {
      ($0 % dimensions.fields.count) * degreeCount * 2
    }
  }

  /// The coefficients of all groups, the figure running fastest.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - state: The schools.
  /// - Returns: Four coefficients for each group.
  package func coefficients(
    _ population: borrowing Population,
    _ state: SchoolState,
  ) -> [Double] {
    let network = state.network
    let figures = Self.figures.count
    let counts = counts(population, network)
    var result = [Double](repeating: 0, count: dimensions.groupCount * figures)
    let pupilsOfUnit = (0..<network.unitCount).map { state.pupils(ofUnit: $0) }
    // One list for all figures of all groups.
    var ofUnits: [(value: Double, weight: Double)] = []
    for (group, units) in network.unitsOfGroup.enumerated() {
      for figure in 0..<figures {
        ofUnits.removeAll(keepingCapacity: true)
        for unit in units where state.isOpen(unit: unit) {
          let pupils = pupilsOfUnit[unit]
          let count = counts[unit]
          guard pupils > 0, figure > 0 || count[0] > 0 else { continue }
          let value = figure == 0 ? pupils / count[0] : count[figure] / pupils * 100
          ofUnits.append((value, pupils))
        }
        result[group * figures + figure] = Self.coefficient(ofUnits)
      }
    }
    return result
  }

  /// The teachers of each unit, and those of them whom each figure is about.
  private func counts(
    _ population: borrowing Population,
    _ network: SchoolNetwork,
  ) -> [SIMD4<Double>] {
    var counts = [SIMD4<Int32>](repeating: .zero, count: network.unitCount)
    let rows = 0..<population.count
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let (schools, degrees) = (population.school, population.degree)
    let isBackbone = population.isBackbone
    let (stageOfCell, firstPartOfCell) = (stageOfCell.span, firstPartOfCell.span)
    let parts = parts.span
    var countOfUnit = counts.mutableSpan
    for row in rows where !hasLeft[row] && status[row] == .inPost {
      let school = schools[row]
      guard school != Population.noSchool else { continue }
      let cell = Int(cells[row])
      guard let unit = network.unit(school: Int(school), stage: stageOfCell[cell]) else { continue }
      let part = firstPartOfCell[cell] &+ Int(degrees[row]) &* 2 &+ (isBackbone[row] ? 1 : 0)
      countOfUnit[unit] &+= parts[part]
    }
    return counts.map { SIMD4<Double>($0) }
  }

  /// The coefficient of variation of weighted figures.
  ///
  /// - Parameter figures: The figures with their weights.
  /// - Returns: The standard deviation over the mean, or 0 where the mean is 0.
  package static func coefficient(_ figures: [(value: Double, weight: Double)]) -> Double {
    let weight = figures.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return 0 }
    let mean = figures.reduce(0) { $0 + $1.value * $1.weight } / weight
    guard mean > 0 else { return 0 }
    let squares = figures.reduce(0) { $0 + $1.weight * ($1.value - mean) * ($1.value - mean) }
    return (squares / weight).squareRoot() / mean
  }
}

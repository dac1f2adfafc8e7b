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
  private let groupCount: Int
  /// 1 for the cells of arts subjects, 0 for others.
  private let artsOfCell: [Int32]

  /// Prepares the figures of a year.
  ///
  /// - Parameters:
  ///   - rules: The parameters of the balance.
  ///   - year: The year.
  package init(_ rules: BalanceRules, in year: SimulatedYear) {
    let dimensions = year.dimensions
    let arts = year.values(rules.artsSubject)
    self.groupCount = dimensions.groupCount
    self.artsOfCell = (0..<dimensions.cellCount).map {
      arts[(.subject, dimensions.field(ofCell: $0).subject)] > 0 ? 1 : 0
    }
  }

  /// The coefficients of all groups, the figure running fastest.
  ///
  /// - Parameters:
  ///   - staff: The teachers of each slot.
  ///   - state: The schools.
  /// - Returns: Four coefficients for each group.
  package func coefficients(_ staff: SlotStaff, _ state: SchoolState) -> [Double] {
    let network = state.network
    let figures = Self.figures.count
    let counts = counts(staff, network)
    var result = [Double](repeating: 0, count: groupCount * figures)
    // Two lists for all groups.
    var taught: [(pupils: Double, counts: SIMD4<Double>)] = []
    var ofUnits: [(value: Double, weight: Double)] = []
    for (group, units) in network.unitsOfGroup.enumerated() {
      taught.removeAll(keepingCapacity: true)
      for unit in units where state.isOpen(unit: unit) {
        let pupils = state.pupils(ofUnit: unit)
        if pupils > 0 { taught.append((pupils, counts[unit])) }
      }
      for figure in 0..<figures {
        ofUnits.removeAll(keepingCapacity: true)
        for (pupils, counts) in taught where figure > 0 || counts[0] > 0 {
          let value = figure == 0 ? pupils / counts[0] : counts[figure] / pupils * 100
          ofUnits.append((value, pupils))
        }
        result[group * figures + figure] = Self.coefficient(ofUnits)
      }
    }
    return result
  }

  /// The teachers of each unit, and those of them whom each figure is about.
  private func counts(_ staff: SlotStaff, _ network: SchoolNetwork) -> [SIMD4<Double>] {
    (0..<network.unitCount).map { unit in
      var sum = SIMD4<Int32>.zero
      for slot in network.slots(of: unit) {
        let counts = staff.counts[slot]
        let arts = counts.x &* artsOfCell[network.slotCell[slot]]
        sum &+= [counts.x, counts.z, counts.w, arts]
      }
      return SIMD4<Double>(sum)
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the margins cannot be met: which attribute, in which stage, and the reason.
package struct SynthesisError: Error, Sendable {
  /// The attribute whose margin cannot be met.
  package let axis: Axis
  /// The stage, or `nil` if the margin is that of all.
  package let stage: Int?
  /// The reason of the fitting.
  package let reason: ProportionalFittingError
}

/// Builds whole persons that meet published margins.
///
/// Attributes are given one after another: region, stage, subject, sex, age, degree, title. For each
/// stage the people built so far are the rows of a table and the members of the next attribute its
/// columns. The seed of the table is the product of the affinities; it is fitted to the number of
/// people in each row and to the margin in whole heads (largest remainder), and rounded at random
/// without bias. Every margin is thus met exactly, and the affinities shape what lies between.
/// What no margin says is drawn person by person: birth month within the year of age, age at entry,
/// time in the title and at the school, the second subject, whether one is a backbone teacher. The
/// seed is fixed, so the population is always the same.
package struct PopulationSynthesis {
  private let rules: SynthesisRules
  private let year: SimulatedYear

  /// Prepares the synthesis.
  ///
  /// - Parameters:
  ///   - rules: The margins.
  ///   - opening: The opening day, as the year before the first.
  package init(_ rules: SynthesisRules, opening: SimulatedYear) {
    self.rules = rules
    self.year = opening
  }

  /// Builds the population.
  ///
  /// - Returns: The teachers in post at the opening.
  /// - Throws: The margin that cannot be met.
  package func population() throws(SynthesisError) -> Population {
    let total = Int(year.number(rules.teachers).rounded())
    var kinds = [PersonKind(count: total)]
    for (position, attribute) in rules.attributes.enumerated() {
      kinds = try give(attribute, number: position, to: kinds)
    }
    return persons(of: kinds)
  }

  /// Gives people the members of one attribute.
  private func give(
    _ attribute: SynthesisRules.Attribute,
    number: Int,
    to kinds: [PersonKind],
  ) throws(SynthesisError) -> [PersonKind] {
    let margin =
      attribute.margin.map { year.values($0) } ?? firstMemberOnly(attribute.axis)
    let affinity = attribute.affinity.map { year.values($0) } ?? ParameterValues(1)
    // Rows are fitted together for each combination of the other axes of the margin.
    let conditions = margin.axes.filter { $0 != attribute.axis }
    var blocks: [[Int]: [Int]] = [:]
    for (row, kind) in kinds.enumerated() {
      let stage = attribute.axis == .region || attribute.axis == .stage ? 0 : kind[.stage]
      blocks[[stage] + conditions.map { kind[$0] }, default: []].append(row)
    }
    var result: [PersonKind] = []
    for (position, key) in blocks.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }).enumerated()
    {
      let rows = (blocks[key] ?? []).map { kinds[$0] }
      do {
        result += try fill(
          rows,
          attribute.axis,
          margin,
          affinity,
          key: number << 16 | position,
        )
      } catch {
        let isAboutStage = attribute.axis != .region && attribute.axis != .stage
        throw SynthesisError(
          axis: attribute.axis,
          stage: isAboutStage ? key[0] : nil,
          reason: error,
        )
      }
    }
    return result
  }

  private func firstMemberOnly(_ axis: Axis) -> ParameterValues {
    let count = year.dimensions.count(axis)
    let isSpread = axis == .subject
    return ParameterValues(
      axes: [axis],
      shape: [count],
      values: (0..<count).map { $0 == 0 || isSpread ? 1 : 0 },
    )
  }

  /// Fits and rounds one block of rows.
  private func fill(
    _ rows: [PersonKind],
    _ axis: Axis,
    _ margin: ParameterValues,
    _ affinity: ParameterValues,
    key: Int,
  ) throws(ProportionalFittingError) -> [PersonKind] {
    let people = rows.reduce(0) { $0 + $1.count }
    guard people > 0, let first = rows.first else { return [] }
    let members = (0..<year.dimensions.count(axis)).filter { member in
      axis != .subject || year.dimensions.field(stage: first[.stage], subject: member) != nil
    }
    let shares = members.map { margin.value(at: first.place + [(axis, $0)]) }
    let totals = apportionByLargestRemainder(total: people, weights: shares)
    let used = members.indices.filter { totals[$0] > 0 }
    var seed: [Double] = []
    seed.reserveCapacity(rows.count * used.count)
    for row in rows {
      for column in used { seed.append(affinity.value(at: row.place + [(axis, members[column])])) }
    }
    let fitted = try ProportionalFitting.fit(
      seed: seed,
      rowTotals: rows.map { Double($0.count) },
      columnTotals: used.map { Double(totals[$0]) },
      maximumIterations: 20_000,
    )
    var stream = CountStream(
      key: year.key,
      decision: .population,
      year: year.year,
      index: UInt32(truncatingIfNeeded: key),
    )
    let whole = ControlledRounding.round(fitted.cells, columnCount: used.count) { _ in
      stream.uniform()
    }
    var result: [PersonKind] = []
    for (row, kind) in rows.enumerated() {
      for (position, column) in used.enumerated() where whole[row * used.count + position] > 0 {
        var part = kind
        part[axis] = members[column]
        part.count = whole[row * used.count + position]
        result.append(part)
      }
    }
    return result
  }

  // MARK: - Persons

  private func persons(of kinds: [PersonKind]) -> Population {
    let ordered = kinds.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    var population = PopulationBuilder(capacity: ordered.reduce(0) { $0 + $1.count })
    let entryAge = rules.entryAge.map { year.values($0).values }
    let longest = rules.longestInTitle.map { year.values($0) }
    let second = rules.secondSubject.map {
      SecondSubjects(year.values($0), dimensions: year.dimensions)
    }
    let backbone = rules.backbone.map { year.values($0) }
    for kind in ordered {
      guard let field = year.dimensions.field(stage: kind[.stage], subject: kind[.subject]) else {
        continue
      }
      let cell = UInt32(year.dimensions.cell(region: kind[.region], field: field))
      for _ in 0..<kind.count {
        let id = UInt64(population.count)
        var teacher = person(id: id, cell: cell, kind: kind, entryAge: entryAge, longest: longest)
        if let second {
          let uniform = year.stream(.openingSecondSubject).uniform(for: id)
          teacher.secondSubject = second.pick(uniform, of: year.dimensions.fields[field])
        }
        if let backbone {
          let share = backbone[(.stage, kind[.stage]), (.title, kind[.title])]
          teacher.isBackbone = year.stream(.openingBackbone)
            .happens(ProbabilityThreshold(share), for: id)
        }
        population.append(teacher)
      }
    }
    return population.finish()
  }

  private func person(
    id: UInt64,
    cell: UInt32,
    kind: PersonKind,
    entryAge: [Double]?,
    longest: ParameterValues?,
  ) -> Teacher {
    func uniform(_ decision: Decision) -> Double { year.stream(decision).uniform(for: id) }
    let months = kind[.age] * 12 + Int(uniform(.openingBirthMonth) * 12)
    let service = serviceMonths(
      ageInMonths: months,
      entryAge: entryAge,
      uniform: uniform(.openingServiceStart),
    )
    let limit = longest.map { Int($0[(.title, kind[.title])] * 12) } ?? service
    let inTitle = Int(uniform(.openingTitleSince) * Double(min(service, limit) + 1))
    let atSchool = Int(uniform(.openingTenure) * Double(service + 1))
    var teacher = Teacher(
      id: id,
      cell: cell,
      birth: CompactMonth(year.countMonth + -months),
      serviceStart: CompactMonth(year.countMonth + -service),
    )
    teacher.schoolStart = CompactMonth(year.countMonth + -atSchool)
    teacher.titleStart = CompactMonth(year.countMonth + -inTitle)
    teacher.sex = UInt8(kind[.sex])
    teacher.degree = UInt8(kind[.degree])
    teacher.title = UInt8(kind[.title])
    teacher.salaryStep = UInt8(min(255, 1 + service / 12))
    return teacher
  }

  /// The months of service of a person, with an age at entry drawn from those up to the present age.
  private func serviceMonths(
    ageInMonths: Int,
    entryAge: [Double]?,
    uniform: Double,
  ) -> Int {
    guard let shares = entryAge else { return 0 }
    let age = ageInMonths / 12
    let possible = shares[...min(age, shares.count - 1)]
    var remaining = uniform * possible.reduce(0, +)
    var entry = age
    for (earlier, share) in possible.enumerated() where share > 0 {
      entry = earlier
      remaining -= share
      if remaining < 0 { break }
    }
    // Entry is on the counting day of a school year, so service is in whole years.
    return max(0, age - entry) * 12
  }
}

/// People who share all attributes given so far.
private struct PersonKind {
  var count: Int
  private var members = [Int](repeating: 0, count: Self.axes.count)

  private static let axes: [Axis] = [.region, .stage, .subject, .sex, .age, .degree, .title]

  init(count: Int) { self.count = count }

  subscript(axis: Axis) -> Int {
    get { Self.axes.firstIndex(of: axis).map { members[$0] } ?? 0 }
    set {
      if let position = Self.axes.firstIndex(of: axis) { members[position] = newValue }
    }
  }

  /// The attributes as a place in parameter values.
  var place: [(axis: Axis, member: Int)] { zip(Self.axes, members).map { ($0, $1) } }

  /// The attributes in a fixed order, for sorting.
  var order: [Int] { members }
}

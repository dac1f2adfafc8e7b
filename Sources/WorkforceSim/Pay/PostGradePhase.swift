// SPDX-License-Identifier: GPL-3.0-or-later

/// Fills the grades of posts within each title by seniority.
///
/// Of the holders of a title in a region and stage, ⌊share × holders⌋ can hold a grade or a higher
/// one, the shares added up from the highest grade down. Places that are free go to those in the
/// next lower grade who have held the title longest, a grade a year at most; equal seniority is
/// ordered by identity. Nobody loses a grade. A new title begins in its lowest grade.
package struct PostGradePhase {
  private let share: ParameterValues?
  private let settings: PaySettings
  private let entrySteps: [Int]
  private let rises: [Int]
  private let startSteps: [Int]
  private let year: SimulatedYear
  /// The grades of each title, the highest first.
  private let gradesOfTitle: [[Int]]

  /// Reads the values of a year.
  ///
  /// - Parameters:
  ///   - rules: The rules of pay.
  ///   - year: The year.
  package init(_ rules: PayRules, in year: SimulatedYear) {
    let titles = 0..<year.dimensions.count(.title)
    let titleOfGrade = rules.settings.titleOfGrade
    let entry = year.values(rules.entryStep)
    let rise = year.values(rules.stepRise)
    let start = rules.startStep.map { year.values($0) } ?? ParameterValues(1)
    self.share = rules.postGradeShare.map { year.values($0) }
    self.settings = rules.settings
    self.entrySteps = (0..<year.dimensions.count(.degree)).map {
      Int(entry[(.degree, $0)].rounded())
    }
    self.rises = (0..<year.dimensions.count(.contract)).map {
      Int(rise[(.contract, $0)].rounded())
    }
    self.startSteps = titleOfGrade.indices.map { Int(start[(.postGrade, $0)].rounded()) }
    self.year = year
    self.gradesOfTitle = titles.map { title in
      titleOfGrade.indices.filter { titleOfGrade[$0] == title }
    }
  }

  /// Gives the teachers of the opening grades and steps where they are not known.
  ///
  /// The most senior holders of a title have its highest grades. The step is that of entry and one
  /// rise for each full year of service after the first, or the least of the grade.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - keepsSteps: Whether steps that are known are kept.
  package func open(_ population: inout Population, keepsSteps: Bool) {
    let titles = year.dimensions.count(.title)
    var holders = [[Holder]](repeating: [], count: year.dimensions.groupCount * titles)
    for row in 0..<population.count {
      let group = year.dimensions.group(ofCell: Int(population.cell[row]))
      holders[group * titles + Int(population.title[row])].append(Holder(row, of: population))
    }
    for (place, holders) in holders.enumerated() where !holders.isEmpty {
      let limits = limits(of: place % titles, group: place / titles, holders: holders.count)
      for (rank, holder) in holders.sorted().enumerated()
      where population.postGrade[holder.row] == Teacher.noGrade {
        let position = limits.firstIndex { rank < $0 } ?? limits.count - 1
        population.postGrade[holder.row] = UInt8(gradesOfTitle[place % titles][position])
      }
    }
    for row in 0..<population.count where !keepsSteps || population.salaryStep[row] == 0 {
      population.salaryStep[row] = firstStep(of: row, in: population)
    }
  }

  /// Gives teachers who have just been hired the lowest grade of their title and their first step.
  ///
  /// - Parameter population: The teachers, after recruitment.
  package func enter(_ population: inout Population) {
    for row in 0..<population.count where population.postGrade[row] == Teacher.noGrade {
      population.postGrade[row] = UInt8(gradesOfTitle[Int(population.title[row])].last ?? 0)
      if population.salaryStep[row] == 0 {
        population.salaryStep[row] = firstStep(of: row, in: population)
      }
    }
  }

  /// Says who rises to another grade.
  ///
  /// - Parameters:
  ///   - population: The teachers, after the review of titles.
  ///   - flows: Records who holds another grade from now on.
  package func apply(to population: borrowing Population, flows: inout YearFlows) {
    let grades = settings.titleOfGrade.count
    let groups = year.dimensions.groupCount
    var held = [Int](repeating: 0, count: groups * grades)
    let groupOfCell = (0..<year.dimensions.cellCount).map { year.dimensions.group(ofCell: $0) }
    for row in 0..<population.count where population.isInWorkforce(row) {
      var grade = Int(population.postGrade[row])
      let title = Int(population.title[row])
      if settings.titleOfGrade[grade] != title {
        grade = gradesOfTitle[title].last ?? grade
        flows.record(.graded(UInt8(grade)), of: row)
      }
      held[groupOfCell[Int(population.cell[row])] * grades + grade] += 1
    }
    guard share != nil else { return }
    let free = freePlaces(held)
    guard free.contains(where: { $0 > 0 }) else { return }
    raise(population, free: free, groupOfCell: groupOfCell, flows: &flows)
  }

  private func firstStep(of row: Int, in population: borrowing Population) -> UInt8 {
    let months = max(0, year.clock.now - Int(population.serviceStart[row].months))
    // Steps do not rise in the first year of service.
    let years = max(0, months / 12 - 1)
    let step =
      entrySteps[Int(population.degree[row])] + years * rises[Int(population.contract[row])]
    return UInt8(min(100, max(1, step, startSteps[Int(population.postGrade[row])])))
  }

  /// How many holders of a title can hold each of its grades or a higher one.
  private func limits(of title: Int, group: Int, holders: Int) -> [Int] {
    guard let share else { return [Int](repeating: 0, count: gradesOfTitle[title].count) }
    var sum = 0.0
    return gradesOfTitle[title].map { grade in
      sum +=
        share[
          (.region, group / year.dimensions.stageCount),
          (.stage, group % year.dimensions.stageCount),
          (.postGrade, grade),
        ]
      return Int((Double(holders) * sum + 1e-9).rounded(.down))
    }
  }

  /// The free places by group and grade, counting those that holders leave by rising.
  private func freePlaces(_ held: [Int]) -> [Int] {
    let grades = settings.titleOfGrade.count
    var free = [Int](repeating: 0, count: held.count)
    for group in 0..<year.dimensions.groupCount {
      for (title, ofTitle) in gradesOfTitle.enumerated() where ofTitle.count > 1 {
        let holders = ofTitle.reduce(0) { $0 + held[group * grades + $1] }
        let limits = limits(of: title, group: group, holders: holders)
        var above = 0
        for (position, grade) in ofTitle.dropLast().enumerated() {
          above += held[group * grades + grade]
          free[group * grades + grade] = max(0, limits[position] - above)
        }
      }
    }
    return free
  }

  /// Records those who rise: the most senior of the next lower grade.
  private func raise(
    _ population: borrowing Population,
    free: [Int],
    groupOfCell: [Int],
    flows: inout YearFlows,
  ) {
    let places = free.indices.filter { free[$0] > 0 }
    let candidates = candidates(in: population, for: places, groupOfCell: groupOfCell)
    var counts = SeniorityCounts(places: places.count)
    counts.add(candidates)
    let limits = counts.limits(places.map { free[$0] })
    var equals: [(place: Int32, holder: Holder)] = []
    for candidate in candidates {
      let limit = limits[Int(candidate.place)]
      if candidate.months > limit.months {
        flows.record(.graded(candidate.grade), of: Int(candidate.row))
      } else if candidate.months == limit.months, limit.places > 0 {
        equals.append((candidate.place, Holder(Int(candidate.row), of: population)))
      }
    }
    // Of those who have served as long as the last one who rises, identity decides.
    var left = limits.map(\.places)
    for (place, holder) in equals.sorted(by: { ($0.place, $0.holder) < ($1.place, $1.holder) })
    where left[Int(place)] > 0 {
      left[Int(place)] -= 1
      let grade = places[Int(place)] % settings.titleOfGrade.count
      flows.record(.graded(UInt8(grade)), of: holder.row)
    }
  }

  /// Those in the grades below free places.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - places: The groups and grades that have free places.
  ///   - groupOfCell: The group of each cell.
  /// - Returns: The candidates.
  private func candidates(
    in population: borrowing Population,
    for places: [Int],
    groupOfCell: [Int],
  ) -> [Candidate] {
    let grades = settings.titleOfGrade.count
    let above = Self.gradeAbove(gradesOfTitle, grades: grades)
    // The number of the place to which a holder of each group and grade can rise; -1 without one.
    var placeAbove = [Int32](repeating: -1, count: year.dimensions.groupCount * grades)
    for (number, place) in places.enumerated() {
      let start = place / grades * grades
      for grade in 0..<grades where start + above[grade] == place && above[grade] >= 0 {
        placeAbove[start + grade] = Int32(number)
      }
    }
    var candidates: [Candidate] = []
    candidates.reserveCapacity(population.count)
    for row in 0..<population.count {
      let grade = Int(population.postGrade[row])
      let place = placeAbove[groupOfCell[Int(population.cell[row])] * grades + grade]
      guard place >= 0, population.isInWorkforce(row) else { continue }
      let months = year.clock.now - Int(population.titleStart[row].months)
      guard months > 0, settings.titleOfGrade[grade] == Int(population.title[row]) else { continue }
      candidates.append(
        Candidate(row: row, place: place, grade: above[grade], months: months)
      )
    }
    return candidates
  }

  /// The next higher grade of the same title, by grade; -1 for the highest.
  private static func gradeAbove(_ gradesOfTitle: [[Int]], grades: Int) -> [Int] {
    var above = [Int](repeating: -1, count: grades)
    for ofTitle in gradesOfTitle {
      for (higher, lower) in zip(ofTitle, ofTitle.dropFirst()) { above[lower] = higher }
    }
    return above
  }
}

/// A holder of a grade who can rise to a free place.
private struct Candidate {
  let row: Int32
  let place: Int32
  /// The months in the title, long times taken together.
  let months: Int16
  /// The grade to which the holder can rise.
  let grade: UInt8

  init(row: Int, place: Int32, grade: Int, months: Int) {
    self.row = Int32(row)
    self.place = place
    self.months = Int16(min(months, SeniorityCounts.longest))
    self.grade = UInt8(grade)
  }
}

/// How many candidates of each place have held their title for how long.
private struct SeniorityCounts {
  /// Longer times are taken together; the order among them is that of holders.
  static let longest = 255

  private var counts: [Int32]
  private let places: Int

  init(places: Int) {
    self.places = places
    self.counts = [Int32](repeating: 0, count: places * (Self.longest + 1))
  }

  mutating func add(_ candidates: [Candidate]) {
    var counts = counts.mutableSpan
    for candidate in candidates {
      counts[Int(candidate.place) * (Self.longest + 1) + Int(candidate.months)] += 1
    }
  }

  /// For each place, the months above which everybody rises, and the places for those with as many.
  func limits(_ free: [Int]) -> [(months: Int16, places: Int)] {
    (0..<places).map { place in
      var left = free[place]
      for months in (1...Self.longest).reversed() {
        let count = Int(counts[place * (Self.longest + 1) + months])
        if count > left { return (Int16(months), left) }
        left -= count
      }
      return (0, 0)
    }
  }
}

/// A holder of a title by seniority.
private struct Holder: Comparable {
  let row: Int
  private let titleStart: Int16
  private let id: UInt64

  init(_ row: Int, of population: borrowing Population) {
    self.row = row
    self.titleStart = population.titleStart[row].months
    self.id = population.id[row]
  }

  /// The senior holder first.
  static func < (left: Holder, right: Holder) -> Bool {
    left.titleStart != right.titleStart
      ? left.titleStart < right.titleStart : left.id < right.id
  }
}

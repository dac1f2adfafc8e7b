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
    self.gradesOfTitle = rules.gradesOfTitle
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
    let groupOfCell = year.dimensions.groupOfCell
    let places = zip(population.cell, population.title).lazy.map { cell, title in
      groupOfCell[Int(cell)] * titles + Int(title)
    }
    var counts = [Int](repeating: 0, count: year.dimensions.groupCount * titles)
    for place in places { counts[place] += 1 }
    // With room for no more than there are: a whole country's teachers fill much memory.
    var holders = counts.map { count in
      var list: [TitleHolder] = []
      list.reserveCapacity(count)
      return list
    }
    for (row, place) in places.enumerated() {
      holders[place].append(TitleHolder(row, of: population))
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
      population.salaryStep[row] = firstStep(
        population.serviceStart[row],
        population.degree[row],
        population.contract[row],
        population.postGrade[row],
      )
    }
  }

  /// Gives teachers who have just been hired the lowest grade of their title and their first step.
  ///
  /// - Parameter population: The teachers, after recruitment.
  package func enter(_ population: inout Population) {
    // They are the last rows.
    let known = population.postGrade.lastIndex { $0 != Teacher.noGrade }
    let hires = (known.map { $0 + 1 } ?? 0)..<population.count
    enterGrades(of: hires, in: &population)
    enterSteps(of: hires, in: &population)
  }

  private func enterGrades(of hires: Range<Int>, in population: inout Population) {
    let lowest = gradesOfTitle.map { UInt8($0.last ?? 0) }
    let (titles, lowestGrades) = (population.title, lowest.span)
    let titleOfRow = titles.span.extracting(hires)
    var grades = population.postGrade.mutableSpan
    for index in titleOfRow.indices {
      grades[hires.lowerBound &+ index] = lowestGrades[Int(titleOfRow[index])]
    }
  }

  private func enterSteps(of hires: Range<Int>, in population: inout Population) {
    let (starts, degrees) = (population.serviceStart, population.degree)
    let (contracts, grades) = (population.contract, population.postGrade)
    var steps = population.salaryStep.mutableSpan
    for row in hires where steps[row] == 0 {
      steps[row] = firstStep(starts[row], degrees[row], contracts[row], grades[row])
    }
  }

  /// Says who rises to another grade.
  ///
  /// - Parameters:
  ///   - population: The teachers, after the review of titles.
  ///   - grades: The grades of all teachers, which become those from now on.
  ///   - workspace: Working space, which is kept from year to year.
  package func apply(
    to population: borrowing Population,
    grades: inout [UInt8],
    using workspace: inout PostGradeWorkspace,
  ) {
    guard share != nil else { return followTitles(of: population, grades: &grades) }
    let places = year.dimensions.groupCount * settings.titleOfGrade.count
    var held = [Int](repeating: 0, count: places)
    workspace.prepare(places: places, rows: population.count)
    findSeniority(in: population, held: &held, grades: &grades, into: &workspace.seniority)
    let holders = workspace.seniority[..<population.count]
    workspace.counts.count(holders)
    let limits = workspace.counts.limits(free: freePlaces(held))
    raise(holders, of: population, limits, grades: &grades)
  }

  /// Gives those who have risen to another title its lowest grade, where nobody rises within a title.
  private func followTitles(of population: borrowing Population, grades: inout [UInt8]) {
    let titleOfGrade = settings.titleOfGrade
    guard !titleOfGrade.elementsEqual(gradesOfTitle.indices) else {
      return copyTitles(of: population, to: &grades)
    }
    for row in 0..<population.count where population.isInWorkforce(row) {
      let title = Int(population.title[row])
      guard titleOfGrade[Int(population.postGrade[row])] != title,
        let grade = gradesOfTitle[title].last
      else { continue }
      grades[row] = UInt8(grade)
    }
  }

  /// Makes the titles of the workforce their grades, where each title is a grade of its own.
  private func copyTitles(of population: borrowing Population, to grades: inout [UInt8]) {
    let rows = 0..<population.count
    let titles = population.title.span.extracting(rows)
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    var grades = grades.mutableSpan
    // Asked once, so that no row has to be.
    precondition(rows.count <= grades.count, "There are \(rows.count) rows.")
    for row in rows {
      // Written without a branch, so that several rows are worked out at a time.
      let (title, grade) = (titles[row], grades[row])
      let known = status[row] == .inPost ? title : grade
      grades[row] = hasLeft[row] ? grade : known
    }
  }

  /// Counts the holders of grades, and finds how senior they are.
  ///
  /// Who has risen to another title begins with its lowest grade, and rises no further.
  private func findSeniority(
    in population: borrowing Population,
    held: inout [Int],
    grades laterGrades: inout [UInt8],
    into seniority: inout [Seniority],
  ) {
    let now = year.clock.now
    let grades = settings.titleOfGrade.count
    let firstOfCell = year.dimensions.groupOfCell.map { $0 * grades }
    let titleOfGrade = settings.titleOfGrade.span
    let firsts = firstOfCell.span
    let rows = 0..<population.count
    let postGrades = population.postGrade.span.extracting(rows)
    let titles = population.title.span.extracting(rows)
    let titleStarts = population.titleStart.span.extracting(rows)
    let cells = population.cell.span.extracting(rows)
    let hasLeft = population.hasLeft.span.extracting(rows)
    let status = population.status.span.extracting(rows)
    var held = held.mutableSpan
    var seniority = seniority.mutableSpan
    for row in rows {
      guard !hasLeft[row], status[row] == .inPost else {
        seniority[row] = .none
        continue
      }
      let first = firsts[Int(cells[row])]
      let title = Int(titles[row])
      var grade = Int(postGrades[row])
      var months = now &- Int(titleStarts[row].months)
      if titleOfGrade[grade] != title {
        grade = gradesOfTitle[title].last ?? grade
        months = 0
        laterGrades[row] = UInt8(grade)
      }
      seniority[row] = Seniority(place: first &+ grade, months: months)
      held[first &+ grade] &+= 1
    }
  }

  /// The step with which a teacher begins.
  private func firstStep(
    _ serviceStart: CompactMonth,
    _ degree: UInt8,
    _ contract: UInt8,
    _ grade: UInt8,
  ) -> UInt8 {
    // Steps do not rise in the first year of service.
    let rise = rises[Int(contract)]
    let years = rise == 0 ? 0 : max(0, year.clock.years(since: serviceStart, limit: .max) - 1)
    let step = entrySteps[Int(degree)] + years * rise
    return UInt8(min(100, max(1, step, startSteps[Int(grade)])))
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
      return Int((Double(holders) * sum).roundedDown())
    }
  }

  /// The free places to which the holders of each group and grade can rise, counting those that
  /// others leave by rising.
  private func freePlaces(_ held: [Int]) -> [Int] {
    let grades = settings.titleOfGrade.count
    var free = [Int](repeating: 0, count: held.count)
    for group in 0..<year.dimensions.groupCount {
      for (title, ofTitle) in gradesOfTitle.enumerated() where ofTitle.count > 1 {
        let holders = ofTitle.reduce(0) { $0 + held[group * grades + $1] }
        let limits = limits(of: title, group: group, holders: holders)
        var above = 0
        for (position, lower) in ofTitle.dropFirst().enumerated() {
          above += held[group * grades + ofTitle[position]]
          free[group * grades + lower] = max(0, limits[position] - above)
        }
      }
    }
    return free
  }

  /// Records those who rise to the next higher grade: the most senior.
  private func raise(
    _ holders: ArraySlice<Seniority>,
    of population: borrowing Population,
    _ limits: [SeniorityLimit],
    grades laterGrades: inout [UInt8],
  ) {
    let above = gradeAbove()
    var equals: [Int] = []
    let (seniority, limitOfPlace) = (holders.span, limits.span)
    for row in seniority.indices {
      let holder = seniority[row]
      let limit = limitOfPlace[holder.place]
      guard holder >= limit.seniority else { continue }
      if holder > limit.seniority {
        laterGrades[row] = above[holder.place % above.count]
      } else if limit.places > 0 {
        equals.append(row)
      }
    }
    // Of those who have served as long as the last one who rises, identity decides.
    let byPlace = GroupedRows(equals, count: limits.count) { holders[$0].place }
    for place in limits.indices where !byPlace[place].isEmpty {
      let holders = byPlace[place].map { TitleHolder($0, of: population) }
      for holder in holders.sorted().prefix(Int(limits[place].places)) {
        laterGrades[holder.row] = above[place % above.count]
      }
    }
  }

  /// The next higher grade of the same title, by grade; the grade itself for the highest.
  private func gradeAbove() -> [UInt8] {
    var above = settings.titleOfGrade.indices.map { UInt8($0) }
    for ofTitle in gradesOfTitle {
      for (higher, lower) in zip(ofTitle, ofTitle.dropFirst()) { above[lower] = UInt8(higher) }
    }
    return above
  }
}

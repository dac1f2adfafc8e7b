// SPDX-License-Identifier: GPL-3.0-or-later

/// How the number of authorised posts comes about.
public enum PostMethod: String, Hashable, Sendable, CaseIterable {
  /// The opening establishment moves towards the staffing norms.
  case norm
  /// The opening establishment stays.
  case opening
  /// As many posts as are needed, in whole posts for each region and stage.
  case need
  /// The posts of each year are given.
  case table
}

/// The parameters of authorised posts.
package struct PostRules: Sendable {
  package let method: PostMethod
  package let pupilsPerStaff: ParameterReference?
  package let staffPerClass: ParameterReference?
  package let nonTeachingShare: ParameterReference?
  package let adjustment: ParameterReference?
  package let openingVacancyShare: ParameterReference?
  package let table: ParameterReference?

  /// The parameters that posts read.
  package static let definitions: [ParameterDefinition] = [
    ParameterDefinition(
      "posts.pupils_per_staff",
      .pupilsPerStaff,
      axes: [.region, .stage, .location],
      isOptional: true,
      "Staffing norm: pupils for each member of staff",
      chinese: "编制标准：学生与教职工比",
    ),
    ParameterDefinition(
      "posts.staff_per_class",
      .staffPerClass,
      axes: [.region, .stage, .location],
      standard: 0,
      "Staffing norm by class, used where it gives more staff than the pupil norm",
      chinese: "班师比编制标准，高于生师比核定数时采用",
    ),
    ParameterDefinition(
      "posts.non_teaching_share",
      .share,
      axes: [.stage],
      standard: 0,
      "Share of the staff who do not teach",
      chinese: "非教学人员比例",
    ),
    ParameterDefinition(
      "posts.adjustment",
      .share,
      axes: [.region, .stage],
      standard: 1,
      "Share of the distance between posts and norm that is closed in a year",
      chinese: "编制每年向标准靠拢的比例",
    ),
    ParameterDefinition(
      "posts.opening_vacancy_share",
      .share,
      axes: [.region, .stage],
      standard: 0,
      dating: .atOpening,
      "Share of the authorised posts that are vacant at the opening",
      chinese: "期初空编比例",
    ),
    ParameterDefinition(
      "posts.table",
      .posts,
      axes: [.region, .stage],
      isOptional: true,
      "Authorised posts given year by year",
      chinese: "逐年给定的编制数",
    ),
  ]

  /// Finds the parameters.
  package init(_ parameters: ParameterSet, method: PostMethod) {
    self.method = method
    self.pupilsPerStaff = parameters.reference(to: "posts.pupils_per_staff")
    self.staffPerClass = parameters.reference(to: "posts.staff_per_class")
    self.nonTeachingShare = parameters.reference(to: "posts.non_teaching_share")
    self.adjustment = parameters.reference(to: "posts.adjustment")
    self.openingVacancyShare = parameters.reference(to: "posts.opening_vacancy_share")
    self.table = parameters.reference(to: "posts.table")
  }
}

/// The authorised posts of teachers (编制) and what the staffing norms would give.
///
/// Norms count staff: staff = Σ over grades and location classes of the larger of pupils ÷ ratio
/// and classes × staff a class; norm posts of teachers = staff × (1 − non-teaching share). The
/// establishment begins at established stock ÷ (1 − vacancy share) and each year closes the given
/// share of its distance to the norm.
package struct PostsPhase {
  private let rules: PostRules
  private let year: SimulatedYear

  /// Prepares the phase.
  ///
  /// - Parameters:
  ///   - rules: The parameters of posts.
  ///   - year: The year.
  package init(_ rules: PostRules, in year: SimulatedYear) {
    self.rules = rules
    self.year = year
  }

  /// The authorised posts at the opening.
  ///
  /// - Parameter establishedStock: The established teachers of each group at the opening.
  /// - Returns: The posts by group.
  package func openingPosts(establishedStock: [Double]) -> [Double] {
    let vacant = rules.openingVacancyShare.map { year.values($0) } ?? ParameterValues(0)
    return establishedStock.enumerated().map { group, stock in
      stock / max(1e-9, 1 - read(vacant, group: group))
    }
  }

  /// The posts that the staffing norms give.
  ///
  /// - Parameters:
  ///   - pupils: The pupils on the counting day.
  ///   - classes: The classes by region, location class and grade.
  /// - Returns: The norm posts of teachers by group.
  package func normPosts(pupils: PupilStock, classes: [Double]) -> [Double] {
    var staff = [Double](repeating: 0, count: year.dimensions.groupCount)
    guard let reference = rules.pupilsPerStaff else { return staff }
    let ratio = year.values(reference)
    let perClass = rules.staffPerClass.map { year.values($0) } ?? ParameterValues(0)
    let nonTeaching = rules.nonTeachingShare.map { year.values($0) } ?? ParameterValues(0)
    for region in 0..<year.dimensions.regionCount {
      for location in 0..<year.dimensions.count(.location) {
        for (grade, stage) in year.dimensions.stageOfGrade.enumerated() {
          let place: [(axis: Axis, member: Int)] = [
            (.region, region), (.stage, stage), (.location, location),
          ]
          let position = pupils.position(region: region, location: location, grade: grade)
          let byPupils = pupils.pupils[position] / ratio.value(at: place)
          let byClasses = classes[position] * perClass.value(at: place)
          staff[year.dimensions.group(region: region, stage: stage)] +=
            max(byPupils, byClasses) * (1 - nonTeaching[(.stage, stage)])
        }
      }
    }
    return staff
  }

  /// Moves the authorised posts to the counting day of the year.
  ///
  /// - Parameters:
  ///   - posts: The posts of the year before.
  ///   - normPosts: The posts that the norms give.
  ///   - need: The need by cell.
  /// - Returns: The posts by group.
  package func posts(after posts: [Double], normPosts: [Double], need: [Double]) -> [Double] {
    switch rules.method {
    case .opening:
      return posts
    case .norm:
      let speed = rules.adjustment.map { year.values($0) } ?? ParameterValues(1)
      return posts.indices.map { group in
        posts[group] + read(speed, group: group) * (normPosts[group] - posts[group])
      }
    case .need:
      var result = [Double](repeating: 0, count: posts.count)
      for cell in need.indices { result[year.dimensions.group(ofCell: cell)] += need[cell] }
      return result.map { $0.roundedUp() }
    case .table:
      guard let reference = rules.table else { return posts }
      let table = year.values(reference)
      return posts.indices.map { read(table, group: $0) }
    }
  }

  private func read(_ values: ParameterValues, group: Int) -> Double {
    values[
      (.region, group / year.dimensions.stageCount),
      (.stage, group % year.dimensions.stageCount),
    ]
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// One school over the years of a run, as the run folder holds it.
package struct SchoolStory: Sendable {
  /// The school's code and name.
  package let school: Member
  /// The region; `nil` if the run has no list of schools.
  let region: Member?
  /// The location class; `nil` if the run has no list of schools.
  let location: Member?
  /// The stages taught; none if the run has no list of schools.
  let stages: [Member]
  /// Whether it is a key school.
  let isKeySchool: Bool
  /// The simulated years, from first to last.
  let years: [Int]
  private var figures: [String: [Int: Statistic]] = [:]

  /// Finds a school in a run.
  ///
  /// - Parameters:
  ///   - school: The school's code and name.
  ///   - run: The run, with the tables `schools` and `school_list`.
  package init(_ school: Member, of run: KeptRun) {
    self.school = school
    years = Array(run.identity.years)
    let columns = KeptTableRequest.schoolColumns
    let row = run.rows("school_list").first { $0.texts[0] == school.code }
    let facts = row.map { Dictionary(uniqueKeysWithValues: zip(columns, $0.texts)) } ?? [:]
    region = facts["region"].map { run.labels.member($0, of: "region") }
    location = facts["location"].map { run.labels.member($0, of: "location") }
    stages = (facts["stages"] ?? "").split(separator: " ").map {
      run.labels.member(String($0), of: "stage")
    }
    isKeySchool = facts["key_school"] == ReportValue.flagWords.yes
    for row in run.rows("schools") where row.texts[0] == school.code {
      figures[row.texts[1], default: [:]][row.year] = row.statistic
    }
  }

  /// Whether it teaches in any year of any replication.
  var teaches: Bool { figures["open"] != nil }

  /// The distribution of a measure in a year; what is zero in every year has no rows.
  func statistic(_ measure: String, _ year: Int) -> Statistic {
    figures[measure]?[year] ?? Statistic(numbers: [0, 0, 0, 0, 0, 0, 0, 0])
  }

  /// The mean of a measure in a year.
  func mean(_ measure: String, _ year: Int) -> Double { statistic(measure, year).mean }

  /// Need less teachers in a year; means may be subtracted.
  func gap(_ year: Int) -> Double { mean("need", year) - mean("teachers", year) }

  /// The chance that it teaches in a year.
  func chanceOpen(_ year: Int) -> Double { mean("open", year) }

  /// The chance that it has taught and no longer does: a closed school never opens again.
  func chanceClosed(_ year: Int) -> Double {
    let before = years.prefix { $0 <= year }.map { chanceOpen($0) }.max() ?? 0
    return max(0, before - chanceOpen(year))
  }

  /// The year in which it begins to teach; `nil` if it does from the first year on.
  var openingYear: Int? {
    guard let first = years.first, chanceOpen(first) == 0 else { return nil }
    return years.first { chanceOpen($0) > 0 }
  }

  /// The years of which something holds, as runs of neighbouring years.
  func ranges(where holds: (Int) -> Bool) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for year in years where holds(year) {
      if let last = ranges.last, last.upperBound == year - 1 {
        ranges[ranges.count - 1] = last.lowerBound...year
      } else {
        ranges.append(year...year)
      }
    }
    return ranges
  }
}

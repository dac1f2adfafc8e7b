// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

extension SchoolScenario {
  /// Two counties with schools of all kinds, and every rule of schools and placement at work; the
  /// seed draws the schools, the teachers and the rules.
  static func everythingOn(seed: UInt64, years: Int = 5) -> SchoolScenario {
    var words = SplitMix64(state: seed)
    var built = SchoolScenario(years: years, regions: 2)
    built.small.seed = seed
    built.addSchools(&words)
    built.addTeachers(&words)
    built.setNeedAndPosts(&words)
    built.setPlacement(&words)
    built.setRecruitment()
    built.hasRotation = true
    built.hasBalance = true
    return built
  }

  private mutating func addSchools(_ words: inout SplitMix64) {
    for region in 0..<2 {
      for location in 0..<3 {
        for number in 0..<Int.random(in: 2...4, using: &words) {
          listed.append(
            School(
              code: "s\(region)\(location)\(number)",
              region: region,
              location: location,
              stages: number == 0 ? [0, 1] : [Int.random(in: 0...1, using: &words)],
              isKeySchool: number == 0 && location == 0,
              isProtected: number == 0,
              opened: number == 3 ? Int.random(in: 2025...2028, using: &words) : nil,
              closed: number == 2 ? Int.random(in: 2025...2030, using: &words) : nil,
              places: Double.random(in: 0.3...3, using: &words),
            )
          )
        }
      }
    }
  }

  private mutating func addTeachers(_ words: inout SplitMix64) {
    for cell in 0..<10 {
      add(Int.random(in: 10...30, using: &words), to: nil, cell: cell) { teacher, _ in
        let age = Int.random(in: 24...58, using: &words)
        let opening = Month(year: 2024, month: 9)
        teacher.birth = CompactMonth(opening + -12 * age)
        teacher.serviceStart = CompactMonth(opening + -12 * (age - 23))
        let tenure = Int.random(in: 0...(age - 23), using: &words)
        teacher.schoolStart = CompactMonth(opening + -12 * tenure)
        teacher.sex = UInt8.random(in: 0...1, using: &words)
        teacher.title = UInt8.random(in: 0...1, using: &words)
        teacher.degree = UInt8.random(in: 0...1, using: &words)
        teacher.isBackbone = Int.random(in: 0..<5, using: &words) == 0
        teacher.contract = Int.random(in: 0..<8, using: &words) == 0 ? 1 : 0
        teacher.secondSubject = [255, 0, 1, 2].randomElement(using: &words) ?? 255
      }
    }
  }

  private mutating func setNeedAndPosts(_ words: inout SplitMix64) {
    small.set("enrolment.pupils", by: [.region, .location, .grade]) { _ in
      Double.random(in: 20...90, using: &words)
    }
    small.need = [.timetable, .perSchool]
    small.set("need.class_size", 40)
    small.set("need.weekly_periods", by: [.subject], 8, 6, 3)
    small.set("need.weekly_load", 12)
    small.set("need.schools", 1)
    small.set("need.teachers_per_school", by: [.subject], 0, 0.5, 0)
    small.set("need.small_class_pupils", 6)
    small.set("posts.table", by: [.region, .stage]) { _ in
      Double.random(in: 15...60, using: &words)
    }
    small.set("schools.merger_threshold", 60)
    small.set("schools.merger_limit", by: [.region], 1, 1)
    small.set("schools.extensions", 1)
    small.set("schools.extension_gain", 0.3)
    small.set("schools.itinerant_subject", by: [.subject], 0, 0, 1)
    small.set("schools.itinerant_pupils", 50)
    small.hasExits = true
    small.set("exits.all.probability", 0.03)
  }

  private mutating func setPlacement(_ words: inout SplitMix64) {
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &words) }
    func flip() -> Double { Bool.random(using: &words) ? 1 : 0 }
    small.set("placement.coverage", by: [.region], 1, draw(0.3...1))
    small.set("placement.term_years", by: [.region]) { _ in draw(1...4).rounded() }
    small.set("placement.reserve_share", flip() * 0.1)
    small.set("placement.post_conversion", flip())
    small.set("placement.title_score", by: [.title], 0, 0.4)
    small.set("placement.application", draw(0...0.6))
    small.set("placement.location_utility", by: [.location], 1.5, 0.7, 0)
    small.set("placement.own_school_utility", draw(0...1))
    small.set("placement.upward_limit", draw(0...0.5))
    small.set("placement.displaced_upward", flip())
    small.set("placement.refusal", by: [.location], 0, 0.1, 0.3)
    small.set("placement.standby_months", 12)
    small.set("rotation.duty_share", 0.1)
    small.set("rotation.backbone_share", 0.2)
    small.set("rotation.volunteers", 0.4)
    small.set("balance.arts_subject", by: [.subject], 0, 0, 1)
    small.set("balance.limit", 0.5)
  }

  private mutating func setRecruitment() {
    small.recruitment = (
      .posts, [ChannelRule(kind: .competition, contract: 0, isLimitedToVacancies: true)],
    )
    small.set("recruitment.all.acceptance", 0.9)
    small.set("recruitment.all.age", by: [.age]) { (22...26).contains($0[0]) ? 0.2 : 0 }
  }
}

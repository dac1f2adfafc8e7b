// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  static let year = LocalizedText("Year", chinese: "学年")
  static let pupils = LocalizedText("pupils", chinese: "学生数")
  static let teachers = LocalizedText("teachers", chinese: "教师数")
  static let keySchool = LocalizedText("key school", chinese: "重点学校")
  static let teachersAndNeed = LocalizedText(
    "Need (FTE) and teachers",
    chinese: "需求（全时当量）与教师数",
  )
  static let schoolNote = LocalizedText(
    "Means over replications, with the 5 % to 95 % range in brackets; 'Teaches' is a chance, 'Gap' is"
      + " need less teachers.",
    chinese: "数字为各次重复的均值，方括号内为5 %至95 %的区间；“在办”为概率，“缺口”为需求减教师数。",
  )
  static let neverTeaches = LocalizedText(
    "It does not teach in any simulated year.",
    chinese: "该校在模拟年份内从未办学。",
  )

  static func schoolColumn(_ measure: String) -> LocalizedText {
    schoolColumns[measure] ?? label(ofMeasure: measure)
  }

  private static let schoolColumns = [
    "open": LocalizedText("Teaches", chinese: "在办"),
    "pupils": LocalizedText("Pupils", chinese: "学生"),
    "classes": LocalizedText("Classes", chinese: "班级"),
    "posts": LocalizedText("Posts", chinese: "岗位"),
    "teachers": LocalizedText("Teachers", chinese: "教师"),
    "need": LocalizedText("Need", chinese: "需求"),
    "gap": LocalizedText("Gap", chinese: "缺口"),
    "joined": LocalizedText("Joined", chinese: "进入"),
    "left": LocalizedText("Left", chinese: "离开"),
  ]

  // MARK: The list of schools

  /// The columns of a list of schools before those of grades, in order; they are read back.
  static let schoolListColumns: [LocalizedText] = [
    LocalizedText("code", chinese: "学校代码"), LocalizedText("name", chinese: "学校名称"),
    LocalizedText("name_en", chinese: "英文名称"), LocalizedText("region", chinese: "县区"),
    LocalizedText("location", chinese: "城乡类别"), LocalizedText("stages", chinese: "学段"),
    LocalizedText("key_school", chinese: "重点学校"), LocalizedText("protected", chinese: "保留学校"),
    LocalizedText("opened", chinese: "启用年份"), LocalizedText("closed", chinese: "停办年份"),
    LocalizedText("receiver", chinese: "并入学校"), LocalizedText("places", chinese: "学位数"),
  ]

  // MARK: Sentences

  static let staysOpen = LocalizedText(
    "It is neither merged nor closed in any replication.",
    chinese: "在所有重复中均未被撤并。",
  )
  static let zeroWhenClosed = LocalizedText(
    "Replications in which it is closed count as zero in the means.",
    chinese: "已撤并的重复在均值中按零计。",
  )
  static let staffedToNeed = LocalizedText(
    "Its teachers and its need differ by no more than half a teacher in any year.",
    chinese: "各年教师数与需求相差均不超过0.5人。",
  )

  static func opens(in year: Int) -> LocalizedText {
    LocalizedText("It begins to teach in \(year).", chinese: "\(year)年开始办学。")
  }

  static func closes(in year: Int) -> LocalizedText {
    LocalizedText(
      "It is merged or closed in \(year) in every replication.",
      chinese: "在所有重复中均于\(year)年撤并。",
    )
  }

  static func chanceClosed(_ chances: [(year: Int, chance: Double)]) -> LocalizedText {
    let english = chances.map { "\(percent($0.chance)) by \($0.year)" }.joined(separator: ", ")
    let chinese = chances.map { "\($0.year)年\(percent($0.chance))" }.joined(separator: "、")
    return LocalizedText(
      "Chance that it has been merged or closed: \(english).",
      chinese: "已被撤并的概率：\(chinese)。",
    )
  }

  static func staffing(
    isShort: Bool,
    _ ranges: [ClosedRange<Int>],
    worst: Int,
    by count: String,
    dash: String,
  ) -> LocalizedText {
    let years = ranges.map { range in
      range.count == 1
        ? "\(range.lowerBound)" : "\(range.lowerBound)\(dash)\(range.upperBound)"
    }
    let english = years.joined(separator: ", ")
    let chinese = years.joined(separator: "、")
    return isShort
      ? LocalizedText(
        "It has fewer teachers than it needs in \(english), most in \(worst), by \(count).",
        chinese: "\(chinese)年教师少于需求，\(worst)年最多，缺\(count)人。",
      )
      : LocalizedText(
        "It has more teachers than it needs in \(english), most in \(worst), by \(count).",
        chinese: "\(chinese)年教师多于需求，\(worst)年最多，余\(count)人。",
      )
  }

  static func peak(of count: String, in year: Int, last: Int, pupils: String) -> LocalizedText {
    year == last
      ? LocalizedText(
        "It has most pupils in \(year), \(count).",
        chinese: "学生数在\(year)年最多，为\(count)人。",
      )
      : LocalizedText(
        "It has most pupils in \(year), \(count), and in \(last) \(pupils).",
        chinese: "学生数在\(year)年最多，为\(count)人，\(last)年为\(pupils)人。",
      )
  }
}

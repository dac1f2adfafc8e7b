// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct BrokenRosterTests {
  @Test(arguments: cases) func `broken rosters are told exactly`(_ broken: BrokenCase) throws {
    #expect(try broken.problems() == broken.expected)
  }

  private static let cases: [BrokenCase] = [
    BrokenCase(
      "no column for the birth",
      edits: [.replacing("birth,", "born,", in: .roster)],
      "roster.csv:1: there is no column 'birth' (or '出生年月') and no column 'age' (or "
        + "'年龄'). Add one, or name it under 'population.columns'. The header has: id, born, region, stage, subject, sex, contract, "
        + "service_start.",
    ),
    BrokenCase(
      "two columns that mean the same",
      edits: [.replacing("service_start", "出生年月", in: .roster)],
      "roster.csv:1: the columns 'birth' and '出生年月' mean the same. Keep one, or name the one "
        + "that counts under 'columns' in the scenario.",
    ),
    BrokenCase(
      "a renamed column that is not there",
      edits: [.replacing("file: roster.csv", "file: roster.csv, columns: {birth: 出生年月}")],
      "scenario.yaml:28:65: 'population.columns.birth' is '出生年月', but the roster has no "
        + "such column. The header has: id, birth, region, stage, subject, sex, contract, "
        + "service_start.",
    ),
    BrokenCase(
      "a roster that is not there",
      edits: [.replacing("roster.csv", "rosters.csv")],
      "rosters.csv: there is no such file. Did you mean 'roster.csv'?",
    ),
    BrokenCase(
      "a thirteenth month",
      edits: [.replacing("1985-01", "1985-13", in: .roster)],
      "roster.csv:3:4: 'birth' is 1985-13, but the calendar has no such month.",
    ),
    BrokenCase(
      "a teacher of ten years",
      edits: [.replacing("1985-01", "2015-01", in: .roster)],
      "roster.csv:3:4: 'birth' is 2015-01, so the teacher is 10 years old at the opening in "
        + "2025-09, but an age lies between 15 and 100.",
    ),
    BrokenCase(
      "a misspelt region",
      edits: [.replacing("12,1985-01,south", "12,1985-01,soth", in: .roster)],
      "roster.csv:3:12: 'region' is 'soth', but there is no such region. Did you mean "
        + "'south'? Members: north, south.",
    ),
    BrokenCase(
      "a subject that the stage does not teach",
      edits: [.replacing("junior,maths", "junior,music", in: .roster)],
      "roster.csv:3:25: the subject 'music' is not taught in the stage 'junior'. Its "
        + "subjects: maths.",
    ),
    BrokenCase(
      "an identity given twice",
      edits: [.replacing("12,", "11,", in: .roster)],
      "roster.csv:3:1: 'id' is '11', as in line 2. Give each teacher another one.",
    ),
    BrokenCase(
      "an identity given twice after a higher one",
      edits: [.replacing("11,", "15,", in: .roster), .replacing("13,", "12,", in: .roster)],
      "roster.csv:4:1: 'id' is '12', as in line 3. Give each teacher another one.",
    ),
    BrokenCase(
      "the highest identity given twice",
      edits: [.replacing("11,", "15,", in: .roster), .replacing("13,", "15,", in: .roster)],
      "roster.csv:4:1: 'id' is '15', as in line 2. Give each teacher another one.",
    ),
    BrokenCase(
      "an identity that Excel has shortened",
      edits: [.replacing("\n12,", "\n1.42301E+17,", in: .roster)],
      "roster.csv:3:1: 'id' is 1.42301E+17: Excel has shortened a long number, and its digits are "
        + "lost. Format the column as text before the numbers are pasted, and save it again.",
    ),
    BrokenCase(
      "spaces around a member",
      edits: [.replacing("12,1985-01,south", "12,1985-01, south　", in: .roster)],
      "roster.csv:3:12: 'region' is ' south　', but there is no such region. Did you mean "
        + "'south'? Members: north, south.",
    ),
    BrokenCase(
      "service before birth",
      edits: [.replacing("2008-09", "1980-09", in: .roster)],
      "roster.csv:3:48: 1980-09 lies before the birth in 1985-01. Write a later month.",
    ),
    BrokenCase(
      "a school and a title before birth",
      edits: [
        .replacing("sex,contract,service_start", "school_start,title_start,contract", in: .roster),
        .replacing("male,permanent,1993-09", "1993-09,2000-01,permanent", in: .roster),
        .replacing("female,permanent,2008-09", "1950-01,1901-05,permanent", in: .roster),
        .replacing("female,term,2022-09", "2022-09,2022-09,term", in: .roster),
      ],
      "roster.csv:3:31: 1950-01 lies before the birth in 1985-01. Write a later month.",
      "roster.csv:3:39: 1901-05 lies before the birth in 1985-01. Write a later month.",
    ),
    BrokenCase(
      "a column that is nearly one that is known",
      edits: [.replacing("service_start", "servce_start", in: .roster)],
      "roster.csv:1: there is no use for the column 'servce_start'. Did you mean "
        + "'service_start'? Rename it to that, or to something else.",
    ),
    BrokenCase(
      "columns that hold names of columns that are not there",
      edits: [
        .replacing("sex,", "性别（男/女）,", in: .roster),
        .replacing("contract,", "编制数,", in: .roster),
      ],
      "roster.csv:1: there is no use for the column '性别（男/女）'. Did you mean '性别'? Rename it "
        + "to that, or to something else.",
      "roster.csv:1: there is no use for the column '编制数'. Did you mean '编制'? Rename it to "
        + "that, or to something else.",
    ),
    BrokenCase(
      "a column that is nearly a Chinese one",
      edits: [.replacing("service_start", "参加工作年份", in: .roster)],
      "roster.csv:1: there is no use for the column '参加工作年份'. Did you mean '参加工作年月'? "
        + "Rename it to that, or to something else.",
    ),
    BrokenCase(
      "a column whose name differs by white space only",
      edits: [.replacing("service_start", "出 生 年 月", in: .roster)],
      "roster.csv:1: the columns 'birth' and '出 生 年 月' mean the same. Keep one, or name the "
        + "one that counts under 'columns' in the scenario.",
    ),
    BrokenCase(
      "an empty region",
      edits: [.replacing("13,1999-12,south", "13,1999-12,", in: .roster)],
      "roster.csv:4:12: 'region' is empty. Write one of: north, south.",
    ),
    BrokenCase(
      "several bad fields",
      edits: [
        .replacing("1970-05", "70-5", in: .roster), .replacing("1985-01", "?", in: .roster),
        .replacing("term,", "temp,", in: .roster),
      ],
      "roster.csv:2:4: 'birth' is '70-5', but a date is needed. Write year and month, with "
        + "or without the day, such as 2026-09 or 2026-09-01.",
      "roster.csv:3:4: 'birth' is '?', but a date is needed. Write year and month, with or "
        + "without the day, such as 2026-09 or 2026-09-01.",
      "roster.csv:4:39: 'contract' is 'temp', but there is no such contract. Members: "
        + "permanent, term.",
    ),
  ]

  /// Words of six and eight bytes that are not all digits.
  @Test(arguments: ["不详", "未知", "民国59年", "12不详", "１２", "1970é", "19700é", "１９７０年５月"])
  func `a birth in words is told`(word: String) throws {
    let broken = BrokenCase("", edits: [.replacing("1970-05", word, in: .roster)])
    #expect(
      try broken.problems() == [
        "roster.csv:2:4: 'birth' is '\(word)', but a date is needed. Write year and month, with "
          + "or without the day, such as 2026-09 or 2026-09-01."
      ]
    )
  }
}

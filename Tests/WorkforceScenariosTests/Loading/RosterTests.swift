// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct RosterTests {
  private func teachers(_ table: String, _ settings: String...) throws -> [Teacher] {
    var folder = ScenarioFolder()
    folder.files["roster.csv"] = table
    let scenario = try folder.withFolder { path in
      try ScenarioLoader.load(path: path, overrides: settings)
    }
    guard case .roster(let roster) = scenario.opening else {
      Issue.record("the opening stock is not a roster")
      return []
    }
    return (0..<roster.teachers.count).map { roster.teachers[$0] }
  }

  @Test func `Chinese headers and names give the same teachers as English ones`() throws {
    let english = try teachers(
      """
      id,birth,region,stage,subject,sex,contract,service_start,salary_step,full_time_share
      7,1980-05,north,primary,music,female,term,2003-09,12,0.5
      """
    )
    let chinese = try teachers(
      """
      教师编号,出生年月,县区,学段,学科,性别,编制类型,参加工作年月,薪级,全时当量
      7,1980-05-20,北区,小学,音乐,女,term,2003-09,12,0.5
      """
    )
    #expect(chinese == english)
    let teacher = try #require(english.first)
    #expect(teacher.id == 7)
    #expect(teacher.cell == 1)
    #expect(teacher.birth.month == Month(year: 1980, month: 5))
    #expect(teacher.serviceStart.month == Month(year: 2003, month: 9))
    #expect((teacher.sex, teacher.contract, teacher.salaryStep) == (1, 1, 12))
    #expect(teacher.fullTimeShare == 0.5)
    #expect(teacher.contractEnd == .future)
  }

  @Test(arguments: [
    "性 别", "性　别", "\"性\n别\"", "\"性\r\n别\"", " 性 别 ",
  ])
  func `white space inside a header does not count`(header: String) throws {
    let rows = try teachers("age,region,stage,subject,\(header)\n40,north,primary,maths,female\n")
    #expect(rows.map(\.sex) == [1])
  }

  @Test(arguments: ["编制", "编制性质", "编制类型", "用工类型"])
  func `columns have several usual names`(header: String) throws {
    let rows = try teachers("age,region,stage,subject,\(header)\n40,north,primary,maths,term\n")
    #expect(rows.map(\.contract) == [1])
  }

  @Test func `other columns are left alone where nothing is missing`() throws {
    let header = "id,birth,region,stage,subject,sex,contract"
    let others = "序号,姓名,合同编号,性别代码,编制数,教龄,备注,学历层次,职称证书编号,学校地址"
    let row = "7,1980-05,north,primary,maths,female,term"
    let rows = try teachers("\(header),\(others)\n\(row),1,张,9,2,3,4,,本科,无,无\n")
    #expect(rows.map(\.id) == [7])
  }

  @Test func `columns can be renamed`() throws {
    var folder = ScenarioFolder()
    folder.replace("file: roster.csv", with: "file: roster.csv, columns: {birth: 生日}")
    folder.replace("birth", with: "生日", in: "roster.csv")
    #expect(try folder.problems() == [])
  }

  @Test func `an age stands for a birth in the middle of the year of age`() throws {
    let teacher = try teachers("age,region,stage,subject\n40,north,primary,maths\n")[0]
    #expect(Month(year: 2025, month: 9) - teacher.birth.month == 40 * 12 + 6)
  }

  @Test func `identities in letters keep their place however rows are ordered`() throws {
    let header = "id,age,region,stage,subject\n"
    let first = "A-1,40,north,primary,maths\n"
    let second = "A-2,50,south,primary,maths\n"
    let forward = try teachers(header + first + second)
    let backward = try teachers(header + second + first)
    #expect(forward == backward)
    #expect(forward.allSatisfy { $0.id < TeacherIdentity.openingLimit })
  }

  @Test func `a row for several people makes as many teachers of different identity`() throws {
    let rows = try teachers("id,age,region,stage,subject,persons\n5,40,north,primary,maths,3\n")
    #expect(rows.count == 3)
    #expect(Set(rows.map(\.id)).count == 3)
    #expect(rows.allSatisfy { $0.weight == 1 })
  }

  @Test func `in expected values a row weighs what it says`() throws {
    let rows = try teachers(
      "age,region,stage,subject,persons\n40,north,primary,maths,2.5\n",
      "method=expected",
    )
    #expect(rows.map(\.weight) == [2.5])
  }

  @Test func `half a person is a problem where people are whole`() throws {
    var folder = ScenarioFolder()
    folder.files["roster.csv"] =
      "age,region,stage,subject,persons\n40,north,primary,maths,2.5\n"
    #expect(
      try folder.problems() == [
        "roster.csv:2:24: 'persons' is '2.5', not a whole number. Write digits only, such as 1200."
      ]
    )
  }
}

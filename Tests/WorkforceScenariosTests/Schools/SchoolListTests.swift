// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct SchoolListTests {
  private let english = """
    code,name,name_en,region,location,stages,key_school,protected,opened,closed,receiver,places,p1,j1
    102,二小,Second,north,rural,primary,no,no,,2028,101,80.5,12,
    101,一小,First,north,urban,primary;junior,yes,yes,,,,420,60.25,0
    103,三小,Third,south,rural,primary,,,2027,,,60,,

    """

  @Test func `every column is read`() throws {
    let schools = try ScenarioFolder.withSchools(english).schools()
    #expect(
      schools == [
        School(
          code: "101",
          label: LocalizedText("First", chinese: "一小"),
          region: 0,
          stages: [0, 1],
          isKeySchool: true,
          isProtected: true,
          places: 420,
          openingPupils: [0: 60.25, 2: 0],
        ),
        School(
          code: "102",
          label: LocalizedText("Second", chinese: "二小"),
          region: 0,
          location: 1,
          stages: [0],
          closed: 2028,
          receiver: "101",
          places: 80.5,
          openingPupils: [0: 12],
        ),
        School(
          code: "103",
          label: LocalizedText("Third", chinese: "三小"),
          region: 1,
          location: 1,
          stages: [0],
          opened: 2027,
          places: 60,
        ),
      ]
    )
  }

  @Test func `the names of the workbook and others that are usual are read`() throws {
    let table = """
      学校代码,学校,区域,城乡分类,学段,是否重点学校,不得撤并,撤并年份,学位,一 年级
      101,一小,北区,城区,小学,是,是,2030,420,60

      """
    let school = try #require(try ScenarioFolder.withSchools(table).schools().first)
    #expect(school.label.chinese == "一小")
    #expect((school.isKeySchool, school.isProtected, school.closed) == (true, true, 2030))
    #expect((school.places, school.openingPupils) == (420, [0: 60]))
  }

  @Test func `Chinese headers and names give the same schools as English ones`() throws {
    let chinese = """
      学校代码,学校名称,英文名称,区县,城乡类别,学段,重点学校,保留学校,启用年份,停办年份,并入学校,学位数,一年级,初一
      102,二小,Second,北区,乡村,小学,否,0,,2028,101,80.5,12,
      101,一小,First,北区,城区,小学、初中,是,1,,,,420,60.25,0
      103,三小,Third,南区,乡村,小学,,,2027,,,60,,

      """
    #expect(
      try ScenarioFolder.withSchools(chinese).schools()
        == ScenarioFolder.withSchools(english).schools()
    )
  }

  @Test func `the order of rows does not matter`() throws {
    var lines = english.split(separator: "\n")
    lines.swapAt(1, 3)
    let turned = try ScenarioFolder.withSchools(lines.joined(separator: "\n")).load().scenario
    let straight = try ScenarioFolder.withSchools(english).load().scenario
    #expect(turned.rules.schools?.listed == straight.rules.schools?.listed)
    #expect(turned.fingerprint == straight.fingerprint)
  }

  @Test func `another list is another scenario`() throws {
    let other = english.replacing("420", with: "421")
    #expect(
      try ScenarioFolder.withSchools(other).load().scenario.fingerprint
        != ScenarioFolder.withSchools(english).load().scenario.fingerprint
    )
  }

  @Test(arguments: ["primary;junior", "junior; primary", "小学、初中", "primary junior", "小学；初中"])
  func `several stages are separated in several ways`(stages: String) throws {
    let folder = ScenarioFolder.withSchools(
      "code,region,location,stages\n1,north,urban,\(stages)\n"
    )
    #expect(try folder.schools().map(\.stages) == [[0, 1]])
  }

  @Test func `the name of a stage may hold a space`() throws {
    var folder = ScenarioFolder.withSchools(
      "code,region,location,stages\n1,north,urban,junior school;primary\n"
    )
    folder.replace("{code: junior,", with: "{code: junior, en: junior school,")
    #expect(try folder.schools().map(\.stages) == [[0, 1]])
  }

  @Test func `a school that opened before the first year is simply there`() throws {
    let table = "code,region,location,stages,opened\n1,north,urban,primary,1956\n"
    #expect(try ScenarioFolder.withSchools(table).schools().map(\.opened) == [nil])
  }

  @Test func `a school has its code as its name unless one is given`() throws {
    let table =
      "code,name,region,location,stages\n1,,north,urban,primary\n2,乙,north,urban,primary\n"
    let labels = try ScenarioFolder.withSchools(table).schools().map(\.label)
    #expect(labels == [LocalizedText("1"), LocalizedText("乙")])
  }

  @Test func `columns can be renamed and others are not read`() throws {
    let folder = ScenarioFolder.withSchools(
      "代号,region,location,stages,电话\n1,north,urban,primary,0358\n",
      section: "{method: list, file: schools.csv, columns: {code: 代号}}",
    )
    #expect(try folder.schools().map(\.code) == ["1"])
  }

  @Test func `a stage without grades can have schools`() throws {
    var folder = ScenarioFolder.withSchools(
      "code,region,location,stages\n1,north,urban,junior\n"
    )
    folder.replace("{code: j1, zh: 初一, stage: junior}", with: "{code: p3, stage: primary}")
    #expect(try folder.schools().map(\.stages) == [[1]])
  }

  @Test func `a list on the command line is found from the current folder`() throws {
    let folder = ScenarioFolder.withSchools(english, section: "{method: synthesis}")
    try folder.withFolder { path in
      let scenario = try ScenarioLoader.load(
        path: path,
        overrides: ["schools.method=list", "schools.file=\(path)/schools.csv"],
      )
      #expect(scenario.rules.schools?.method == .list)
      #expect(scenario.rules.schools?.listed.count == 3)
    }
  }

  @Test func `known schools are the first of those that are synthesised`() throws {
    let table = "code,region,location,stages,places\n001,north,urban,primary,2.5\n"
    let folder = ScenarioFolder.withSchools(
      table,
      section: "{method: synthesis, file: schools.csv}\nset: {schools.count: 2}",
    )
    let network = try #require(try Simulation(try folder.load().scenario).network)
    // Two schools in each of two regions, two stages and two location classes, one of them known.
    #expect(network.count == 16)
    #expect(network.schools[0].code == "001")
    #expect(network.schools[0].places == 2.5)
  }
}

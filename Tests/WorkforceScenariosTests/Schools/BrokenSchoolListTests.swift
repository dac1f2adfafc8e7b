// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Lists of schools with problems, and the words in which each is told.
@Suite struct BrokenSchoolListTests {
  private static let header = "code,region,location,stages,opened,closed,receiver,places,p1,j1\n"
  private static let sound = "1,north,urban,primary;junior,,,,100,,\n"

  @Test(arguments: [
    (
      "1,nort,urban,primary,,,,1,,",
      "2:3: 'region' is 'nort', but there is no such region. Did you mean 'north'? "
        + "Members: north, south.",
    ),
    ("1,,urban,primary,,,,1,,", "2:3: 'region' is empty. Write one of: north, south."),
    (
      "2.14E+09,north,urban,primary,,,,1,,",
      "2:1: 'code' is 2.14E+09: Excel has shortened a long number, and its digits are lost. Format "
        + "the column as text before the numbers are pasted, and save it again.",
    ),
    (
      "1,north,town,primary,,,,1,,",
      "2:9: 'location' is 'town', but there is no such location. Members: urban, rural.",
    ),
    (
      "1,north,urban,primary;junor,,,,1,,",
      "2:15: 'stages' is 'junor', but there is no such stage. Did you mean 'junior'? "
        + "Members: primary, junior.",
    ),
    ("1,north,urban,,,,,1,,", "2:15: 'stages' is empty. Write one of: primary, junior."),
    (
      ",north,urban,primary,,,,1,,",
      "2:1: 'code' is empty. Write a code that no other school has.",
    ),
    (
      "=1,north,urban,primary,,,,1,,",
      "2:1: '=1' is no code. Write letters, digits, '_', '-' and '.' only, and a letter or "
        + "digit first.",
    ),
    (
      "1,north,urban,primary,2030,2028,,1,,",
      "2:28: 'closed' is 2028, but the school opens in 2030. Write a later year, or leave it empty.",
    ),
    (
      "1,north,urban,primary,new,,,1,,",
      "2:23: 'opened' is 'new', not a whole number. Write digits only, such as 1200.",
    ),
    (
      "1,north,urban,primary,,,,0,,",
      "2:26: 'places' is 0, but a school has more than 0 places. Write a larger number, or "
        + "close the school.",
    ),
    (
      "1,north,urban,primary,,,,1,-4,",
      "2:28: 'p1' is -4, but a number of pupils lies between 0 and 1000000.",
    ),
    (
      "1,north,urban,primary,,,,1,4,7",
      "2:30: 'j1' is 7, but the school does not teach 'junior', the stage of this grade. "
        + "Add the stage, or leave the field empty.",
    ),
    (
      "1,north,urban,primary,2027,,,1,4,",
      "2:32: 'p1' is 4, but the school opens in 2027, after the opening in 2025-09. "
        + "Leave the field empty.",
    ),
    (
      "1,north,urban,primary,,2020,,1,4,",
      "2:32: 'p1' is 4, but the school closed in 2020, before the opening in 2025-09. "
        + "Leave the field empty.",
    ),
  ])
  func `a broken row is told exactly`(row: String, problem: String) throws {
    let folder = ScenarioFolder.withSchools(Self.header + row + "\n")
    #expect(try folder.problems() == ["schools.csv:" + problem])
  }

  @Test(arguments: [
    (
      "1,north,urban,primary,,,,1,,",
      "3:1: 'code' is '1', as in line 2. Give each school another one.",
    ),
    (
      "2,north,urban,primary,,,2,1,,",
      "3:25: 'receiver' is '2', the school itself. Name another one.",
    ),
    (
      "2,north,urban,primary,,,11,1,,",
      "3:25: 'receiver' is '11', but no row has this code. Did you mean '1'?",
    ),
    (
      "2,south,urban,primary,,,1,1,,",
      "3:25: 'receiver' is '1', a school of the region 'north', but this one is in 'south'. "
        + "Name one of the same region.",
    ),
    (
      "2,north,urban,primary,,,,,,",
      "3:26: the school '2' has no places, but others of the region 'north' do. Write the "
        + "places of all, or of none.",
    ),
  ])
  func `a row that does not fit another is told exactly`(row: String, problem: String) throws {
    let folder = ScenarioFolder.withSchools(Self.header + Self.sound + row + "\n")
    #expect(try folder.problems() == ["schools.csv:" + problem])
  }

  @Test(arguments: [
    (
      "2,north,urban,primary,,2028,,1,,",
      "which closes in 2028, but this school's pupils need one from 2028 on. Name one that stays.",
    ),
    (
      "2,north,urban,primary,2030,,,1,,",
      "which opens in 2030, but this school's pupils need one from 2028 on. Name one that is there.",
    ),
    (
      "2,north,urban,junior,,,,1,,",
      "which does not teach 'primary' as this school does. Name one that teaches all its stages.",
    ),
  ])
  func `a receiver that cannot take the pupils is a problem`(row: String, problem: String) throws {
    let folder = ScenarioFolder.withSchools(
      Self.header + row + "\n" + "1,north,urban,primary,,2028,2,1,,\n"
    )
    #expect(try folder.problems() == ["schools.csv:3:29: 'receiver' is '2', " + problem])
  }

  @Test(arguments: [("2029", "2028"), ("", "2028")])
  func `a receiver that stays longer takes the pupils`(end: String, closed: String) throws {
    let folder = ScenarioFolder.withSchools(
      Self.header + "2,north,urban,primary,,\(end),,1,,\n1,north,urban,primary,,\(closed),2,1,,\n"
    )
    #expect(try folder.problems() == [])
  }

  @Test func `a row with several problems has all of them told`() throws {
    let table =
      "code,region,location,stages,key_school,protected,places\n"
      + "1,north,urban,primary,maybe,2,many\n"
    #expect(
      try ScenarioFolder.withSchools(table).problems() == [
        "schools.csv:2:23: 'key_school' is 'maybe'. Write yes or no (是 or 否, 1 or 0).",
        "schools.csv:2:29: 'protected' is '2'. Write yes or no (是 or 否, 1 or 0).",
        "schools.csv:2:31: 'places' is 'many', not a number. Write a number such as 1200 or 0.05.",
      ]
    )
  }

  @Test(arguments: [
    (
      "cod,region,location,stages",
      "there is no column 'code' (or '学校代码', '学校标识码'). Rename 'cod' if it is meant. Add it, "
        + "or name it under 'schools.columns'. The header has: cod, region, location, stages.",
    ),
    (
      "code,region,location,stages,key_schol",
      "there is no use for the column 'key_schol'. Did you mean 'key_school'? Rename it to that, "
        + "or to something else.",
    ),
    (
      "code,region,location,stages,p-1",
      "there is no use for the column 'p-1'. Did you mean 'p1'? Rename it to that, or to "
        + "something else.",
    ),
    (
      "code,region,location,stages,一年级人数",
      "there is no use for the column '一年级人数'. Did you mean '一年级'? Rename it to that, or to "
        + "something else.",
    ),
    (
      "code,region,location,stages,学位数（个）",
      "there is no use for the column '学位数（个）'. Did you mean '学位数'? Rename it to that, or to "
        + "something else.",
    ),
    (
      "code,region,location,stages,p1,一年级",
      "the columns 'p1' and '一年级' mean the same. Keep one, or name the one that counts under "
        + "'columns' in the scenario.",
    ),
  ])
  func `a broken header is told exactly`(header: String, problem: String) throws {
    let commas = String(repeating: ",", count: header.count { $0 == "," } - 3)
    let folder = ScenarioFolder.withSchools("\(header)\n1,north,urban,primary\(commas)\n")
    #expect(try folder.problems() == ["schools.csv:1: " + problem])
  }

  @Test(arguments: [
    (
      "{method: list}",
      "32:10: 'schools.file' is missing. Add the key 'file' with the path of a list of schools.",
    ),
    (
      "{method: lists}",
      "32:19: 'schools.method' is 'lists', but one of these is needed: list, synthesis. "
        + "Did you mean 'list'?",
    ),
    (
      "{method: synthesis, columns: {code: a}}",
      "32:39: 'schools.columns' names columns, but there is no list. Add the key 'file', or leave "
        + "out 'columns'.",
    ),
    (
      "{method: list, file: schools.csv, columns: {codes: a}}",
      "32:54: there is no key 'codes' in 'schools.columns'; did you mean 'code'? Allowed: code, "
        + "name, name_en, region, location, stages, key_school, protected, opened, closed, "
        + "receiver, places.",
    ),
    (
      "{method: list, file: schools.csv, columns: {code: 代码}}",
      "32:60: 'schools.columns.code' is '代码', but the list of schools has no such column. "
        + "The header has: code, region, location, stages, opened, closed, receiver, places, p1, j1.",
    ),
    ("on", "32:10: 'schools' is 'on'. Write {method: synthesis} or off."),
    (
      "{method: synthesis}",
      "32:10: 'schools.method' is synthesis, but the parameter 'schools.count' is missing. Add "
        + "the file schools/count.yaml to a tree of 'parameters', or a value under 'set'.",
    ),
  ])
  func `a broken section is told exactly`(section: String, problem: String) throws {
    let folder = ScenarioFolder.withSchools(Self.header + Self.sound, section: section)
    let found = try folder.problems()
    #expect(found == ["scenario.yaml:" + problem])
  }

  @Test func `a list that is not there is a problem`() throws {
    let folder = ScenarioFolder.withSchools(
      Self.header + Self.sound,
      section: "{method: list, file: school.csv}",
    )
    #expect(
      try folder.problems() == ["school.csv: there is no such file. Did you mean 'schools.csv'?"]
    )
  }
}

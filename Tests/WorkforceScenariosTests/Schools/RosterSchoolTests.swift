// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// Teachers whose school a roster names.
@Suite struct RosterSchoolTests {
  private static let list = """
    code,name,region,location,stages,opened,closed
    s1,中心校,south,urban,primary;junior,,
    n2,实验小学,north,urban,primary,,
    n1,中心校,north,rural,primary,,
    n3,新校,north,rural,primary,2027,
    n4,旧校,north,rural,primary,,2019

    """

  private func folder(_ roster: String, section: String? = nil) -> ScenarioFolder {
    var folder =
      section.map { ScenarioFolder.withSchools(Self.list, section: $0) }
      ?? ScenarioFolder.withSchools(Self.list)
    folder.files["roster.csv"] = roster
    return folder
  }

  /// The codes of the schools of the opening population, teacher by teacher.
  private func schools(_ folder: ScenarioFolder) throws -> [String?] {
    let simulation = try Simulation(try folder.load().scenario)
    let network = try #require(simulation.network)
    return simulation.opening.school.map {
      $0 == Population.noSchool ? nil : network.schools[Int($0)].code
    }
  }

  @Test func `a school is named by its code, or by a name that no other has`() throws {
    let roster = """
      id,age,region,stage,subject,学校
      1,30,north,primary,maths,n1
      2,30,north,primary,maths,实验小学
      3,30,south,junior,maths,s1

      """
    #expect(try schools(folder(roster)) == ["n1", "n2", "s1"])
  }

  @Test func `synthesised schools can be named too`() throws {
    let roster =
      "id,age,region,stage,subject,school\n1,30,north,primary,maths,north_primary_rural_002\n"
    let folder = folder(roster, section: "{method: synthesis}\nset: {schools.count: 2}")
    #expect(try schools(folder) == ["north_primary_rural_002"])
  }

  @Test func `a teacher without a school is given one`() throws {
    let roster = "id,age,region,stage,subject,school\n1,30,south,primary,maths,\n"
    #expect(try schools(folder(roster)) == ["s1"])
  }

  @Test func `where schools are off the column is not read`() throws {
    var folder = folder("id,age,region,stage,subject,school\n1,30,north,primary,maths,zzz\n")
    folder.replace("schools: {method: list, file: schools.csv}\n", with: "")
    let population = try Simulation(try folder.load().scenario).opening
    #expect(population.school == [Population.noSchool])
  }

  @Test(arguments: [
    ("是", true), ("yes", true), ("1", true), ("否", false), ("no", false), ("", false),
  ])
  func `backbone teachers are marked`(written: String, isBackbone: Bool) throws {
    let roster = "age,region,stage,subject,骨干教师,第二科目\n30,north,primary,maths,\(written),music\n"
    let population = try Simulation(try folder(roster).load().scenario).opening
    #expect(population.isBackbone == [isBackbone])
    #expect(population.secondSubject == [1])
  }

  @Test func `the fingerprint tells schools and backbone teachers apart`() throws {
    let fingerprints = try ["n1,no", "n2,no", "n1,yes"].map { end in
      try folder("age,region,stage,subject,school,backbone\n30,north,primary,maths,\(end)\n")
        .load().scenario.fingerprint
    }
    #expect(Set(fingerprints).count == 3)
  }

  @Test(arguments: [
    (
      "north,primary,maths,n9",
      "31: 'school' is 'n9', but there is no such school. Did you mean 'n1'?",
    ),
    (
      "north,primary,maths,中心校",
      "31: 'school' is '中心校', the name of 2 schools. Write a code, such as one of: n1, s1.",
    ),
    (
      "north,primary,maths,s1",
      "31: 'school' is 's1', a school of the region 'south', but the teacher's region is 'north'. "
        + "Change one of them.",
    ),
    (
      "north,junior,maths,n1",
      "30: 'school' is 'n1', which does not teach the teacher's stage 'junior'. Its stages: primary.",
    ),
    (
      "north,primary,maths,n3",
      "31: 'school' is 'n3', which opens in 2027, after the opening in 2025-09. Write the present "
        + "school, or nothing.",
    ),
    (
      "north,primary,maths,n4",
      "31: 'school' is 'n4', which closed in 2019, before the opening in 2025-09. Write the "
        + "present school, or nothing.",
    ),
  ])
  func `a school that cannot be the teacher's is told exactly`(row: String, problem: String) throws
  {
    let folder = folder("id,birth,region,stage,subject,school\n1,1985-01,\(row)\n")
    #expect(try folder.problems() == ["roster.csv:2:" + problem])
  }

  @Test func `a backbone teacher is so or not`() throws {
    let folder = folder("age,region,stage,subject,backbone\n30,north,primary,maths,perhaps\n")
    #expect(
      try folder.problems() == [
        "roster.csv:2:24: 'backbone' is 'perhaps'. Write yes or no (是 or 否, 1 or 0)."
      ]
    )
  }
}

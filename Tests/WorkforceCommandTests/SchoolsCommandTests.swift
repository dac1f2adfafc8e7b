// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// `workforce schools`, and `workforce population` where schools are modelled.
@Suite struct SchoolsCommandTests {
  /// Writes a scenario with ten schools, of which two are merged, into a folder.
  private func writeSynthesis(into folder: TemporaryFolder) throws {
    let base = CommandRunner.root.appending(path: "scenarios/teaching").path
    try folder.write(
      """
      format: 1
      name: synthesis
      extends: \(base)
      years: {first: 2026, last: 2028}
      replications: 2
      schools: {method: synthesis}
      set:
        schools.count:
          description: {en: Schools, zh: 学校}
          unit: schools
          by: [region]
          values: {2025-09-01: {town: 3, valley: 7}}
          confidence: assumed
          references: [{assumption: Invented for tests.}]
        schools.places_spread: 0.6
        schools.staffing_spread: 0.3
        schools.key_schools: 1
        schools.protected_share: 0.3
        schools.merger_threshold: 80
        schools.merger_limit: 1
      """,
      to: "synthesis/scenario.yaml",
    )
  }

  private func run(_ arguments: String...) throws {
    let result = try CommandRunner.run(arguments)
    #expect(result.code == 0, "\(result.errors)")
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(arguments: [
    (
      "en",
      "code,name,name_en,region,location,stages,key_school,protected,opened,closed,receiver,places,g1,",
    ),
    ("zh", "学校代码,学校名称,英文名称,县区,城乡类别,学段,重点学校,保留学校,启用年份,停办年份,并入学校,学位数,一年级,"),
  ])
  func `schools and teachers that are written and read back give the same results`(
    language: String,
    header: String,
  ) throws {
    let folder = try TemporaryFolder()
    try writeSynthesis(into: folder)
    let (synthesis, list) = (folder.path("synthesis"), folder.path("list"))
    let (schools, teachers) = (folder.path("schools.csv"), folder.path("teachers.csv"))
    try run("schools", synthesis, "--out", schools, "--lang", language)
    try run("population", synthesis, "--out", teachers, "--lang", language)
    #expect(try text(schools).hasPrefix(header))
    let isBackbone = language == "en" ? "no" : "否"
    #expect(try text(teachers).contains("town_primary_all_001,\(isBackbone)\r\n"))
    try folder.write(
      """
      format: 1
      name: list
      extends: ../synthesis
      schools: {method: list, file: ../schools.csv}
      population: {method: roster, file: ../teachers.csv}
      """,
      to: "list/scenario.yaml",
    )
    try run("schools", list, "--out", folder.path("schools-again.csv"), "--lang", language)
    try run("population", list, "--out", folder.path("teachers-again.csv"), "--lang", language)
    #expect(try text(schools) == text(folder.path("schools-again.csv")))
    #expect(try text(teachers) == text(folder.path("teachers-again.csv")))
    for name in ["synthesis", "list"] {
      try run("run", folder.path(name), "--out", folder.path("run-\(name)"))
    }
    let tables = try FileManager.default.contentsOfDirectory(atPath: folder.path("run-list"))
      .filter { $0.hasSuffix(".csv") }
    #expect(tables.count > 8)
    for table in tables {
      #expect(
        try text(folder.path("run-list/\(table)")) == text(folder.path("run-synthesis/\(table)")),
        "\(table)",
      )
    }
  }

  @Test func `a scenario without schools has none to write`() throws {
    let result = try CommandRunner.run(["schools", "scenarios/teaching", "--out", "/dev/stdout"])
    #expect(result.code == 65)
    #expect(
      result.errors
        == "scenarios/teaching has no schools. Write, for example, 'schools: {method: synthesis}'.\n"
    )
  }
}

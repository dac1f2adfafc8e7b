// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceScenarios
import WorkforceSim

extension ScenarioFolder {
  /// The small scenario with two location classes, three grades and a list of schools.
  ///
  /// - Parameters:
  ///   - list: The list of schools.
  ///   - section: The section `schools`.
  /// - Returns: The folder.
  static func withSchools(
    _ list: String,
    section: String = "{method: list, file: schools.csv}",
  ) -> ScenarioFolder {
    var folder = ScenarioFolder()
    folder.replace("exits: on\n", with: "exits: on\nschools: \(section)\n")
    folder.replace(
      "  sex:\n",
      with: """
          location:
            members: [{code: urban, zh: 城区}, {code: rural, zh: 乡村}]
          grade:
            members: [{code: p1, zh: 一年级, stage: primary}, {code: p2, zh: 二年级, stage: primary},
                      {code: j1, zh: 初一, stage: junior}]
          sex:

        """,
    )
    folder.files["schools.csv"] = list
    return folder
  }

  /// The schools of the list.
  func schools() throws -> [School] { try load().scenario.rules.schools?.listed ?? [] }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct PayFingerprintTests {
  private func fingerprint(_ change: (inout ScenarioFolder) -> Void = { _ in }) throws -> String {
    var folder = PayFolder.folder
    change(&folder)
    return try folder.load().scenario.fingerprint
  }

  @Test func `each rule of pay changes the fingerprint`() throws {
    let changes: [(inout ScenarioFolder) -> Void] = [
      { $0.replace("currency: CNY", with: "currency: EUR") },
      { $0.replace("begins_in_month: 4", with: "begins_in_month: 5") },
      { $0.replace("of: [岗位工资, reference]", with: "of: [reference]") },
      { $0.replace("months: [9, 3]", with: "months: [9]") },
      { $0.replace("kind: on_cost", with: "kind: pay") },
      { $0.replace("paid: on_entry, ", with: "") },
      { $0.replace("reckoned_as: in_post", with: "reckoned_as: standby") },
      { $0.replace("key_school: [yes]", with: "key_school: [no]") },
      { $0.replace(", stage: [初中]", with: "") },
      {
        $0.replace("code: g3", with: "code: g4")
        $0.replace("g3", with: "g4", in: "parameters/pay/post_pay/amount.yaml")
        $0.replace("g3", with: "g4", in: "parameters/pay/post_grade_share.yaml")
        $0.replace("g3", with: "g4", in: "roster.csv")
      },
      { $0.replace("low,g3", with: "low,", in: "roster.csv") },
      { $0.replace("g3,", with: "g3,1", in: "roster.csv") },
      { $0.replace("0.5", with: "0.6", in: "parameters/pay/bonus/rate.yaml") },
    ]
    var seen = Set([try fingerprint()])
    for (number, change) in changes.enumerated() {
      #expect(seen.insert(try fingerprint(change)).inserted, "change \(number)")
    }
  }

  @Test func `the same rules written in another order have the same fingerprint`() throws {
    let rewritten = try fingerprint {
      $0.replace("months: [9, 3]", with: "months: [3, 9]")
      $0.replace("of: [岗位工资, reference]", with: "of: [reference, post_pay]")
      $0.replace("post_grade: [upper]", with: "post_grade: [g2, g1]")
    }
    #expect(rewritten == (try fingerprint()))
  }

  @Test func `a step that is not known is the first one where pay is off`() throws {
    func fingerprint(_ step: String, _ settings: String...) throws -> String {
      var folder = PayFolder.folder
      folder.replace("low,g3,", with: "low,g3,\(step)", in: "roster.csv")
      return try folder.withFolder { path in
        try ScenarioLoader.load(path: path, overrides: settings).fingerprint
      }
    }
    #expect(try fingerprint("", "pay=off") == fingerprint("1", "pay=off"))
    #expect(try fingerprint("") != fingerprint("1"))
  }
}

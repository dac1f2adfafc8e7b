// SPDX-License-Identifier: GPL-3.0-or-later

/// The small scenario with pay: five items, three grades of posts, two payers, a role.
enum PayFolder {
  /// The files, to be changed and loaded.
  static var folder: ScenarioFolder {
    var folder = ScenarioFolder()
    folder.replace("parameters: [parameters]", with: dimensions + "parameters: [parameters]")
    folder.replace("population: {", with: "pay: \(settings)\npopulation: {")
    folder.files.merge(parameters) { $1 }
    folder.files["roster.csv"] = """
      id,birth,region,stage,subject,sex,contract,service_start,title,post_grade,salary_step
      11,1970-05,north,primary,maths,male,permanent,1993-09,high,g1,30
      12,1985-01,south,junior,maths,female,permanent,2008-09,low,g3,
      13,1999-12,south,primary,music,female,term,2022-09,low,,4

      """
    return folder
  }

  private static let settings = "{currency: CNY, fiscal_year_begins_in_month: 4}"

  private static let dimensions = """
      title:
        members: [{code: low, zh: 初级}, {code: high, zh: 高级}]
      post_grade:
        members: [{code: g1, title: high}, {code: g2, title: 高级}, {code: g3, title: low}]
        groups: {upper: [g1, g2]}
      payer:
        members: [{code: county}, {code: province}]
      role:
        members: [{code: head_teacher, per: class, who: {title: [high], stage: [初中]}}]
      item:
        members:
          - {code: post_pay, zh: 岗位工资, who: {contract: [permanent], situation: [in_post]}}
          - {code: uplift, of: [post_pay], who: {post_grade: [upper], key_school: [yes]}}
          - {code: reference, paid: never}
          - {code: bonus, of: [岗位工资, reference], months: [9, 3], kind: on_cost,
             who: {role: [head_teacher], situation: [early_retired]}, reckoned_as: in_post}
          - {code: grant, paid: on_entry, kind: other, who: {region: [both], obligation: [bound]}}

    """

  private static let shares = ScenarioFolder.parameter(
    "share",
    by: "payer",
    "  2020-09-01: {county: 0.6, province: 0.4}",
  )

  private static func money(_ values: String, by axes: String = "") -> String {
    ScenarioFolder.parameter("money per payment", by: axes, values)
  }

  private static let parameters: [String: String] = [
    "parameters/pay/post_pay/amount.yaml": money(
      "  2020-09-01: {g1: 5000, g2: 4000, g3: 3000}",
      by: "post_grade",
    ),
    "parameters/pay/uplift/rate.yaml": ScenarioFolder.parameter("factor", "  2020-09-01: 0.1"),
    "parameters/pay/reference/amount.yaml": money("  2020-09-01: 2000"),
    "parameters/pay/bonus/rate.yaml": ScenarioFolder.parameter("factor", "  2020-09-01: 0.5"),
    "parameters/pay/bonus/base_ceiling.yaml": money("  2020-09-01: 9000"),
    "parameters/pay/grant/amount.yaml": money("  2020-09-01: 200000"),
    "parameters/pay/post_pay/payer_share.yaml": shares,
    "parameters/pay/uplift/payer_share.yaml": shares,
    "parameters/pay/bonus/payer_share.yaml": shares,
    "parameters/pay/grant/payer_share.yaml": shares,
    "parameters/pay/post_grade_share.yaml": ScenarioFolder.parameter(
      "share",
      by: "region, post_grade",
      "  2020-09-01: {other: {g1: 0.25, g2: 0.75, g3: 1}}",
    ),
  ]
}

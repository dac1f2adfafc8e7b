// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  /// What a table is called.
  static func title(ofTable name: String) -> LocalizedText { texts(ofTable: name).title }

  /// What one row of a table holds.
  static func meaning(ofTable name: String) -> LocalizedText { texts(ofTable: name).meaning }

  private static func texts(ofTable name: String) -> (title: LocalizedText, meaning: LocalizedText)
  {
    guard let texts = tables[name] ?? comparisonTables[name] else {
      preconditionFailure("the table \(name) has no title")
    }
    return texts
  }

  private static let tables: [String: (title: LocalizedText, meaning: LocalizedText)] = [
    "summary": (
      LocalizedText("The whole workforce", chinese: "总体"),
      LocalizedText("One row a school year and measure.", chinese: "每行为一个学年的一项指标。"),
    ),
    "cost": (
      LocalizedText("Cost by item and payer", chinese: "分项目分出资方支出"),
      LocalizedText(
        "Amounts of money; one row a fiscal year, region, stage, item and payer.",
        chinese: "金额，每行为一个财政年度、区域、学段、项目、出资方。",
      ),
    ),
    "pay": (
      LocalizedText("Pay of teachers", chinese: "教师工资"),
      LocalizedText(
        "Teachers paid, their pay, pay per head and its ratio to the average wage; one row a fiscal"
          + " year, region, stage and measure.",
        chinese: "发薪人数、工资、人均工资及其与当地平均工资之比，每行为一个财政年度、区域、学段、指标。",
      ),
    ),
    "pay_level": (
      LocalizedText("Pay beside that of civil servants", chinese: "教师与公务员工资水平比较"),
      LocalizedText(
        "Pay per head, civil servants' pay and whether the rule is kept; one row a fiscal year, region"
          + " and measure. The mean of no_lower_than_civil_servants is the chance.",
        chinese: "人均工资、公务员平均工资及“不低于”规定是否达到，每行为一个财政年度、区域、指标；"
          + "达到的概率见其均值。",
      ),
    ),
    "teachers": (
      LocalizedText("Teachers by subject", chinese: "分学科教师"),
      LocalizedText(
        "Headcount and full-time equivalents; one row a school year, region, stage and subject.",
        chinese: "教师人数与全时当量，每行为一个学年、区域、学段、学科。",
      ),
    ),
    "teachers_by_title": (
      LocalizedText("Teachers by title", chinese: "分职称教师"),
      LocalizedText(
        "Headcount; one row a school year, region, stage and professional title.",
        chinese: "教师人数，每行为一个学年、区域、学段、职称。",
      ),
    ),
    "teachers_by_age": (
      LocalizedText("Teachers by age and sex", chinese: "分年龄性别教师"),
      LocalizedText(
        "Headcount; one row a school year, region, stage, age band and sex.",
        chinese: "教师人数，每行为一个学年、区域、学段、年龄段、性别。",
      ),
    ),
    "flows": (
      LocalizedText("Entries, exits and promotions", chinese: "进出与晋升"),
      LocalizedText(
        "People in the twelve months before the count; one row a school year, region, stage and flow.",
        chinese: "统计日前十二个月内的人数，每行为一个学年、区域、学段、流动类型。",
      ),
    ),
    "shortage": (
      LocalizedText("Need, availability and shortage", chinese: "需求、可用与短缺"),
      LocalizedText(
        "Full-time equivalents and rates; one row a school year, region, stage, subject and measure."
          + " The mean of chance_of_shortage is the chance.",
        chinese: "全时当量与比率，每行为一个学年、区域、学段、学科、指标；短缺概率见其均值。",
      ),
    ),
    "posts": (
      LocalizedText("Authorised posts", chinese: "编制"),
      LocalizedText(
        "Posts by norm, authorised posts and teachers who hold one; one row a school year, region,"
          + " stage and measure.",
        chinese: "标准核定编制、编制数与在编教师，每行为一个学年、区域、学段、指标。",
      ),
    ),
    "recruitment": (
      LocalizedText("Recruitment by channel", chinese: "分渠道招聘"),
      LocalizedText(
        "Places, applicants, offers, hires and unfilled places; one row a school year, region,"
          + " channel, stage and measure.",
        chinese: "计划、报名、拟录用、到岗与未招满，每行为一个学年、区域、渠道、学段、指标。",
      ),
    ),
    "pupils": (
      LocalizedText("Pupils by grade", chinese: "分年级学生"),
      LocalizedText(
        "Pupils on the counting day; one row a school year, region, stage and grade.",
        chinese: "统计日学生数，每行为一个学年、区域、学段、年级。",
      ),
    ),
    "network": (
      LocalizedText("The network of schools", chinese: "学校布局"),
      LocalizedText(
        "Schools that teach, open, are extended or merge; one row a school year, region, stage and"
          + " measure; a school counts in its first stage.",
        chinese: "在办、新开办、改扩建与撤并的学校数，每行为一个学年、区域、学段、指标；一校只计入其最低学段。",
      ),
    ),
    "placement": (
      LocalizedText("Placement, rotation and balance", chinese: "县管校聘、交流轮岗与校际均衡"),
      LocalizedText(
        "What placement did and how even schools are; one row a school year, region, stage and measure.",
        chinese: "聘任、交流与校际差异系数，每行为一个学年、区域、学段、指标。",
      ),
    ),
    "schools": (
      LocalizedText("Single schools", chinese: "各学校"),
      LocalizedText(
        "Pupils, classes, posts, teachers, need and moves of each school; one row a school year,"
          + " school and measure.",
        chinese: "各校学生、班级、岗位、教师、需求与进出，每行为一个学年、学校、指标。",
      ),
    ),
    "school_list": (
      LocalizedText("List of schools", chinese: "学校名单"),
      LocalizedText(
        "Region, location and stages of each school; one row a school.",
        chinese: "各校所在区域、城乡类别与学段，每行为一所学校。",
      ),
    ),
    "variance": (
      LocalizedText("Where uncertainty comes from", chinese: "不确定性来源"),
      LocalizedText(
        "The variance between replications and its parts; one row a school year and measure.",
        chinese: "各次重复之间的方差及其构成，每行为一个学年的一项指标。",
      ),
    ),
    "thresholds": (
      LocalizedText("Chances of passing thresholds", chinese: "越过阈值的概率"),
      LocalizedText("One row a school year and threshold.", chinese: "每行为一个学年的一个阈值。"),
    ),
    "targets": (
      LocalizedText("Published figures beside the model's", chinese: "公布数与模型结果对照"),
      LocalizedText("One row a published figure.", chinese: "每行为一个公布数。"),
    ),
    "labels": (
      LocalizedText("Names of codes", chinese: "代码名称"),
      LocalizedText(
        "The name of each code in English and Chinese; one row a column of codes and code.",
        chinese: "各代码的英文与中文名称。",
      ),
    ),
  ]
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  /// What a column of a table means.
  static func meaning(ofColumn name: String) -> LocalizedText {
    if let column = nameOfLabelled(name) {
      return LocalizedText(
        "Name of the code in the column \(column)",
        chinese: "列 \(column) 中代码的名称",
      )
    }
    guard let text = columns[name] ?? comparisonColumns[name] else {
      preconditionFailure("the column \(name) has no meaning")
    }
    return text
  }

  /// The column of codes whose names a column holds; `nil` for other columns.
  private static func nameOfLabelled(_ name: String) -> String? {
    name.hasSuffix("_label") ? String(name.dropLast("_label".count)) : nil
  }

  private static let columns: [String: LocalizedText] = [
    "year": LocalizedText("School year, named by its first day", chinese: "学年（按起始日所在年）"),
    "fiscal_year": LocalizedText(
      "Fiscal year: the one that holds the counting day of the school year of that number",
      chinese: "财政年度（同名学年统计日所在的财政年度）",
    ),
    "item": LocalizedText("Code of the item of pay", chinese: "工资及支出项目代码"),
    "payer": LocalizedText("Code of who pays", chinese: "出资方代码"),
    "region": LocalizedText("Code of the region", chinese: "区域代码"),
    "stage": LocalizedText("Code of the stage of education", chinese: "学段代码"),
    "subject": LocalizedText("Code of the subject", chinese: "学科代码"),
    "title": LocalizedText("Code of the professional title", chinese: "职称代码"),
    "age_band": LocalizedText("Code of the age band", chinese: "年龄段代码"),
    "sex": LocalizedText("Code of the sex", chinese: "性别代码"),
    "grade": LocalizedText("Code of the grade", chinese: "年级代码"),
    "channel": LocalizedText("Code of the entry channel", chinese: "招聘渠道代码"),
    "flow": LocalizedText("Code of the movement", chinese: "流动类型代码"),
    "school": LocalizedText("Code of the school", chinese: "学校代码"),
    "location": LocalizedText("Code of the location class", chinese: "城乡类别代码"),
    "stages": LocalizedText(
      "Codes of the stages taught, with spaces between them",
      chinese: "所办学段代码，以空格分隔",
    ),
    "key_school": LocalizedText("Whether it is a key school", chinese: "是否重点学校"),
    "protected": LocalizedText("Whether it is never merged", chinese: "是否不得撤并"),
    "measure": LocalizedText("Code of the measure", chinese: "指标代码"),
    "mean": LocalizedText("Mean over replications", chinese: "各次重复的均值"),
    "sd": LocalizedText("Standard deviation between replications", chinese: "各次重复之间的标准差"),
    "p05": LocalizedText("5 % quantile over replications", chinese: "5 %分位数"),
    "p25": LocalizedText("25 % quantile over replications", chinese: "25 %分位数"),
    "p50": LocalizedText("Median over replications", chinese: "中位数"),
    "p75": LocalizedText("75 % quantile over replications", chinese: "75 %分位数"),
    "p95": LocalizedText("95 % quantile over replications", chinese: "95 %分位数"),
    "mcse": LocalizedText(
      "Monte Carlo standard error of the mean or the chance",
      chinese: "均值或概率的蒙特卡罗标准误",
    ),
    "variance": LocalizedText(
      "Variance between replications, the sum of its estimated parts",
      chinese: "各次重复之间的方差（两部分估计之和）",
    ),
    "parameter_share": LocalizedText(
      "Share of the variance that uncertain parameters cause; empty where nothing varies",
      chinese: "不确定参数造成的方差比例，无变化时为空",
    ),
    "chance_share": LocalizedText(
      "Share of the variance that chance causes; empty where nothing varies",
      chinese: "随机性造成的方差比例，无变化时为空",
    ),
    "threshold": LocalizedText("Short name of the threshold", chinese: "阈值代码"),
    "per": LocalizedText(
      "Code of the measure by which it is divided; empty for the measure itself",
      chinese: "作除数的指标代码，不作除法时为空",
    ),
    "direction": LocalizedText(
      "Side on which the threshold is passed: above or below the value",
      chinese: "方向：高于或低于阈值",
    ),
    "value": LocalizedText("Value of the threshold", chinese: "阈值"),
    "chance": LocalizedText(
      "Share of replications that pass the threshold",
      chinese: "越过阈值的重复次数所占比例",
    ),
    "target": LocalizedText("Short name of the published figure", chinese: "目标代码"),
    "label": LocalizedText("Name of the published figure", chinese: "目标名称"),
    "unit": LocalizedText("Unit of the figures", chinese: "单位"),
    "published": LocalizedText("Published figure", chinese: "公布值"),
    "relative_error": LocalizedText(
      "Model mean over published figure, less one",
      chinese: "模型均值与公布值之比减一",
    ),
    "kind": LocalizedText(
      "Whether the figure was fitted, held out or is a check",
      chinese: "用途：拟合、留作检验或核对",
    ),
    "met": LocalizedText("Whether the mean lies within the tolerance", chinese: "均值是否在容差之内"),
    "in_band": LocalizedText(
      "Whether the published figure lies between p05 and p95",
      chinese: "公布值是否在5 %至95 %区间之内",
    ),
    "reading": LocalizedText("How an ambiguous figure is read", chinese: "有歧义数字的解读"),
    "source": LocalizedText("Where the figure was published", chinese: "出处"),
    "dimension": LocalizedText("Column that holds the code", chinese: "代码所在列"),
    "code": LocalizedText("Code as in the tables", chinese: "表中代码"),
    "en": LocalizedText("Name in English", chinese: "英文名称"),
    "zh": LocalizedText("Name in Chinese", chinese: "中文名称"),
  ]
}

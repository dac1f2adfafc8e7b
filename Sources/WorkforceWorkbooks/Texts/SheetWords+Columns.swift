// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension SheetWords {
  static let yes = LocalizedText("yes", chinese: "是")
  static let no = LocalizedText("no", chinese: "否")

  /// What a column is called; one without a name for people keeps that of the CSV file.
  static func heading(ofColumn column: String) -> LocalizedText {
    columns[column] ?? LocalizedText(column)
  }

  private static let columns: [String: LocalizedText] = [
    "year": LocalizedText("School year", chinese: "学年"),
    "fiscal_year": LocalizedText("Fiscal year", chinese: "财政年度"),
    "item": LocalizedText("Item", chinese: "项目"),
    "payer": LocalizedText("Payer", chinese: "出资方"),
    "region": LocalizedText("Region", chinese: "区域"),
    "stage": LocalizedText("Stage", chinese: "学段"),
    "subject": LocalizedText("Subject", chinese: "学科"),
    "title": LocalizedText("Title", chinese: "职称"),
    "age_band": LocalizedText("Age", chinese: "年龄段"),
    "sex": LocalizedText("Sex", chinese: "性别"),
    "grade": LocalizedText("Grade", chinese: "年级"),
    "channel": LocalizedText("Channel", chinese: "渠道"),
    "flow": LocalizedText("Flow", chinese: "流动"),
    "school": LocalizedText("School", chinese: "学校"),
    "school_code": LocalizedText("School code", chinese: "学校代码"),
    "location": LocalizedText("Location", chinese: "城乡类别"),
    "stages": LocalizedText("Stages", chinese: "学段"),
    "key_school": LocalizedText("Key school", chinese: "重点学校"),
    "protected": LocalizedText("Never merged", chinese: "不得撤并"),
    "measure": LocalizedText("Measure", chinese: "指标"),
    "mean": LocalizedText("Mean", chinese: "均值"),
    "sd": LocalizedText("Standard deviation", chinese: "标准差"),
    "p05": LocalizedText("5 %", chinese: "5%分位数"),
    "p50": LocalizedText("Median", chinese: "中位数"),
    "p95": LocalizedText("95 %", chinese: "95%分位数"),
    "mcse": LocalizedText("Monte Carlo error", chinese: "蒙特卡罗误差"),
    "variance": LocalizedText("Variance", chinese: "方差"),
    "parameter_share": LocalizedText("Share of parameters", chinese: "参数所占比例"),
    "chance_share": LocalizedText("Share of chance", chinese: "随机性所占比例"),
    "threshold": LocalizedText("Threshold", chinese: "阈值名称"),
    "per": LocalizedText("Divided by", chinese: "分母"),
    "direction": LocalizedText("Direction", chinese: "方向"),
    "value": LocalizedText("Value", chinese: "阈值"),
    "chance": LocalizedText("Chance", chinese: "概率"),
    "target": LocalizedText("Target", chinese: "目标"),
    "label": LocalizedText("Published figure", chinese: "公布数名称"),
    "unit": LocalizedText("Unit", chinese: "单位"),
    "published": LocalizedText("Published", chinese: "公布值"),
    "relative_error": LocalizedText("Error", chinese: "误差"),
    "kind": LocalizedText("Use", chinese: "用途"),
    "met": LocalizedText("Met", chinese: "达到"),
    "in_band": LocalizedText("Within 5–95 %", chinese: "在区间之内"),
    "reading": LocalizedText("Reading", chinese: "解读"),
    "source": LocalizedText("Source", chinese: "出处"),
    "dimension": LocalizedText("Column", chinese: "所在列"),
    "code": LocalizedText("Code", chinese: "代码"),
    "en": LocalizedText("English", chinese: "英文"),
    "zh": LocalizedText("Chinese", chinese: "中文"),
    "parameter": LocalizedText("Parameter", chinese: "参数"),
    "description": LocalizedText("Meaning", chinese: "含义"),
    "range": LocalizedText("Last values", chinese: "最后取值"),
    "confidence": LocalizedText("Confidence", chinese: "可信度"),
    "reason": LocalizedText("Reason", chinese: "理由"),
    "layer": LocalizedText("Given by", chinese: "取值来源"),
    "subject_of_source": LocalizedText("Supports", chinese: "用于"),
    "from": LocalizedText("For values from", chinese: "适用起始"),
    "publication": LocalizedText("Title", chinese: "标题"),
    "publisher": LocalizedText("Publisher", chinese: "发布者"),
    "address": LocalizedText("Address", chinese: "地址"),
    "date": LocalizedText("Date", chinese: "日期"),
  ]
}

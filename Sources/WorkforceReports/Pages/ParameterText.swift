// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The values of parameters, and what stands beside them, as people read them.
package enum ParameterText {
  /// One value, or the distribution that it is drawn from.
  static func leaf(_ leaf: ParameterLeaf, unit: Unit) -> LocalizedText {
    switch leaf {
    case .number(let value): LocalizedText(number(value, unit: unit))
    case .drawn(let distribution): describe(distribution)
    }
  }

  private static func number(_ value: Double, unit: Unit) -> String {
    if unit == .month, value > 0 { return Month(index: Int(value)).description }
    return plain(value)
  }

  /// A number to six decimals; a large one to one decimal, with a comma at every thousand.
  static func plain(_ value: Double) -> String {
    abs(value) >= 1000 ? grouped(value, decimals: 1) : format(value, decimals: 6)
  }

  /// The last values of a parameter: the number, or the least and the greatest.
  ///
  /// - Parameter parameter: The parameter.
  /// - Returns: The numbers, with `~` before them if any part is uncertain.
  package static func range(of parameter: Parameter) -> String {
    guard let last = parameter.dated.last else { return "" }
    let values = last.leaves.map(\.central)
    guard let low = values.min(), let high = values.max() else { return "" }
    let mark = parameter.isUncertain ? "~" : ""
    return low == high
      ? mark + number(low, unit: parameter.unit)
      : "\(mark)\(number(low, unit: parameter.unit)) … \(number(high, unit: parameter.unit))"
  }

  /// A distribution, such as `normal(0.02, sd 0.01)`.
  static func describe(_ distribution: Distribution) -> LocalizedText {
    func spread(_ english: String, _ chinese: String, _ mean: Double, _ deviation: Double)
      -> LocalizedText
    {
      LocalizedText(
        "\(english)(\(plain(mean)), sd \(plain(deviation)))",
        chinese: "\(chinese)（均值\(plain(mean))，标准差\(plain(deviation))）",
      )
    }
    func list(_ english: String, _ chinese: String, _ values: [Double]) -> LocalizedText {
      let texts = values.map(plain)
      return LocalizedText(
        "\(english)(\(texts.joined(separator: ", ")))",
        chinese: "\(chinese)（\(texts.joined(separator: "，"))）",
      )
    }
    return switch distribution {
    case .beta(let mean, let deviation): spread("beta", "贝塔分布", mean, deviation)
    case .gamma(let mean, let deviation): spread("gamma", "伽马分布", mean, deviation)
    case .lognormal(let mean, let deviation): spread("lognormal", "对数正态分布", mean, deviation)
    case .normal(let mean, let deviation): spread("normal", "正态分布", mean, deviation)
    case .triangular(let minimum, let mode, let maximum):
      list("triangular", "三角分布", [minimum, mode, maximum])
    case .uniform(let minimum, let maximum): list("uniform", "均匀分布", [minimum, maximum])
    case .discrete(let values, _): list("discrete", "离散分布", values)
    }
  }

  /// What a unit is called.
  ///
  /// - Parameter unit: The unit.
  /// - Returns: The name.
  package static func name(of unit: Unit) -> LocalizedText { Phrase.name(of: unit) }

  /// Who gave a value: a file, a setting, or the program.
  ///
  /// - Parameter layer: The layer as the parameter's origin has it.
  /// - Returns: The words.
  package static func layer(_ layer: String) -> LocalizedText {
    layer == ParameterOrigin.standardLayer ? Phrase.standardOfProgram : LocalizedText(layer)
  }

  /// From when on values hold; those without a date are the standard of the program or always hold.
  static func date(of values: DatedValues, in parameter: Parameter) -> LocalizedText {
    if values.from != ParameterDefinition.always {
      let date = values.from.description
      return LocalizedText(
        "\(Phrase.from.english) \(date)",
        chinese: "\(Phrase.from.chinese) \(date)",
      )
    }
    return parameter.origin.layers == [ParameterOrigin.standardLayer]
      ? Phrase.standardValue : Phrase.withoutDate
  }

  /// What holds after the last value of a parameter.
  static func afterLast(_ rule: AfterLastValue) -> LocalizedText {
    switch rule {
    case .hold: Phrase.goesOnUnchanged
    case .trend(let change): Phrase.changesYearly(by: plain(change * 100))
    case .index(let name): Phrase.moves(with: name)
    }
  }
}

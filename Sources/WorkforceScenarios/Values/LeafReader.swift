// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads one value: a number in its unit, a month, a switch, or a distribution.
struct LeafReader {
  let unit: Unit
  let problems: ProblemCollector

  /// Reads a value.
  ///
  /// - Parameters:
  ///   - node: The value as written.
  ///   - name: The path of keys to the value.
  /// - Returns: The value, or nil if a problem was reported.
  func leaf(_ node: LocatedNode, name: String) -> ParameterLeaf? {
    if case .mapping(let entries) = node.content,
      entries.contains(where: { $0.key == "distribution" })
    {
      return distribution(node, name: name).flatMap { drawn($0, at: node.location, name: name) }
    }
    guard let text = node.scalar(named: name) else {
      problems.report(
        "'\(name)' is \(node.kindName), but one value is needed. Write a number, or "
          + "{distribution: …}; 'by' names the axes that keys may stand for.",
        at: node.location,
      )
      return nil
    }
    return leaf(text)
  }

  /// Reads a value from a text, such as a field of a table.
  ///
  /// - Parameter text: The value as written.
  /// - Returns: The value, or nil if a problem was reported.
  func leaf(_ text: LocatedText) -> ParameterLeaf? {
    switch unit {
    case .month:
      if text.text == "0" { return .number(0) }
      return text.month(reporting: problems).map {
        .number(Double(Month(year: $0.year, month: $0.month).index))
      }
    case .onOff where text.text == "on" || text.text == "off":
      return .number(text.text == "on" ? 1 : 0)
    case .onOff where !NumberGrammar.isNumber(text.text):
      problems.report("'\(text.name)' is '\(text.text)'. Write on or off.", at: text.location)
      return nil
    default:
      return text.number(in: unit.range, meaning: unit.meaning, reporting: problems)
        .map { .number($0) }
    }
  }

  /// Reads a distribution, whatever the unit.
  ///
  /// - Parameters:
  ///   - node: A mapping with the key `distribution`.
  ///   - name: The path of keys to the mapping.
  /// - Returns: The distribution, or nil if a problem was reported.
  func distribution(_ node: LocatedNode, name: String) -> Distribution? {
    guard let keys = KeyedReader(node, path: name, reporting: problems) else { return nil }
    let kinds = ["beta", "gamma", "lognormal", "normal", "triangular", "uniform", "discrete"]
    guard let kind = keys.choice("distribution", of: kinds) else { return nil }
    let distribution = distribution(kind, keys)
    keys.finish()
    guard let distribution else { return nil }
    if let problem = distribution.problem {
      problems.report("'\(name)': \(problem).", at: node.location)
      return nil
    }
    return distribution
  }

  private func distribution(_ kind: String, _ keys: KeyedReader) -> Distribution? {
    switch kind {
    case "triangular":
      let (minimum, mode) = (keys.number("minimum"), keys.number("mode"))
      guard let maximum = keys.number("maximum"), let minimum, let mode else { return nil }
      return .triangular(minimum: minimum, mode: mode, maximum: maximum)
    case "uniform":
      let minimum = keys.number("minimum")
      guard let maximum = keys.number("maximum"), let minimum else { return nil }
      return .uniform(minimum: minimum, maximum: maximum)
    case "discrete":
      let values = keys.texts("values")?.compactMap { $0.number(reporting: problems) }
      let weights = keys.texts("weights")?.compactMap { $0.number(reporting: problems) }
      guard let values, let weights else { return nil }
      return .discrete(values: values, weights: weights)
    default:
      let mean = keys.number("mean")
      guard let deviation = keys.number("sd"), let mean else { return nil }
      switch kind {
      case "beta": return .beta(mean: mean, standardDeviation: deviation)
      case "gamma": return .gamma(mean: mean, standardDeviation: deviation)
      case "lognormal": return .lognormal(mean: mean, standardDeviation: deviation)
      default: return .normal(mean: mean, standardDeviation: deviation)
      }
    }
  }

  /// A distribution as a value, if it can give values of the unit.
  private func drawn(
    _ distribution: Distribution,
    at location: SourceLocation,
    name: String,
  ) -> ParameterLeaf? {
    let support = distribution.support
    let isBounded = support.lowerBound.isFinite && support.upperBound.isFinite
    let isInside =
      unit.range.contains(distribution.mean)
      && (!isBounded
        || unit.range.contains(support.lowerBound)
          && unit.range.contains(support.upperBound))
    if isInside { return .drawn(distribution) }
    let mean = distribution.mean.exactText
    let bounds =
      isBounded
      ? " from \(support.lowerBound.exactText) to "
        + support.upperBound.exactText : ""
    problems.report(
      "'\(name)' is drawn\(bounds) with the mean \(mean), but \(unit.rangeSentence).",
      at: location,
    )
    return nil
  }
}

extension Unit {
  /// What a value is, for messages: "a share", "a value in persons".
  var meaning: String {
    switch self {
    case .probabilityPerYear, .share, .factor, .weight, .changePerYear, .monthOfYear:
      "a \(rawValue)"
    case .onOff: "a switch"
    default: "a value in \(rawValue)"
    }
  }
}

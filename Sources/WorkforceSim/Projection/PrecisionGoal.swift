// SPDX-License-Identifier: GPL-3.0-or-later

/// How precisely the mean of a figure is to be known: `shortage.2035 ± 50`, or `± 1%` of the mean.
///
/// The mean lies within the tolerance of its true value with 95 % confidence. Its Monte Carlo
/// standard error is that of pairs of replications, which share their parameters.
public struct PrecisionGoal: Hashable, Sendable {
  /// The figure.
  public let figure: FigureName
  /// The half-width that is asked for: in the figure's unit, or as a share of the mean.
  public let tolerance: Double
  /// Whether the tolerance is a share of the mean.
  public let isRelative: Bool
  /// The tolerance as it is written, such as `50` or `0.5 %`.
  public let toleranceText: String

  /// The fewest replications after which a goal can be met: ten pairs.
  public static let fewestReplications = 20
  /// The fewest replications of which a precision follows: two pairs.
  public static let fewestKnown = 4
  /// The confidence of the interval.
  package static let confidence = 0.95

  /// Reads a goal such as `shortage.2035 ± 50`; the sign may be written `+-`.
  ///
  /// - Parameter text: The goal.
  /// - Throws: What is wrong with it.
  public init(_ text: String) throws(GoalProblem) {
    guard let sign = ["±", "+/-", "+-"].first(where: { text.contains($0) }),
      let range = text.firstRange(of: sign)
    else { throw .form(text) }
    var amount = text[range.upperBound...].trimmingSpaces()
    self.toleranceText = String(amount)
    let isRelative = amount.hasSuffix("%")
    if isRelative { amount = amount.dropLast().trimmingSpaces() }
    guard let number = Double(amount), number > 0, number.isFinite else {
      throw .tolerance(String(amount))
    }
    self.tolerance = isRelative ? number / 100 : number
    self.isRelative = isRelative
    do {
      self.figure = try FigureName(String(text[..<range.lowerBound].trimmingSpaces()))
    } catch {
      throw .figure(error)
    }
  }

  /// Says how far the replications so far meet the goal.
  ///
  /// Of fewer than ``fewestKnown`` the precision is unknown, so that they meet none.
  ///
  /// - Parameter values: The figure in each replication.
  /// - Returns: The state of the goal.
  package func state(_ values: [Double]) -> State {
    var sorted: [Double] = []
    let statistic = Statistic(values, sorted: &sorted)
    let pairs = values.count / 2
    let quantile = StudentDistribution.quantile(
      (1 + Self.confidence) / 2,
      degreesOfFreedom: max(1, pairs - 1),
    )
    let isKnown = values.count >= Self.fewestKnown
    let halfWidth = isKnown ? quantile * statistic.monteCarloStandardError : .infinity
    let asked = isRelative ? tolerance * abs(statistic.mean) : tolerance
    let isMet = halfWidth <= asked
    // The half-width falls with the square root of the number of pairs.
    let ratio = asked > 0 ? halfWidth / asked : 2
    let foreseen = isMet ? Double(values.count) : Double(values.count) * ratio * ratio
    let needed = isKnown ? foreseen : Double(Self.fewestKnown)
    return State(
      mean: statistic.mean,
      halfWidth: halfWidth,
      asked: asked,
      isMet: isMet,
      needed: Int(min(needed.rounded(.up), Double(State.mostForeseen))),
    )
  }

  /// How far a goal is met.
  public struct State: Hashable, Sendable {
    /// The most replications that are foreseen; where more are needed, nobody will wait for them.
    public static let mostForeseen = 1_000_000_000

    /// The mean of the figure.
    public let mean: Double
    /// The half-width of its confidence interval; infinite where it is unknown.
    public let halfWidth: Double
    /// The half-width that is asked for.
    public let asked: Double
    /// Whether the goal is met.
    public let isMet: Bool
    /// About how many replications meet the goal, at most ``mostForeseen``; where the half-width is
    /// unknown, how many tell it.
    public let needed: Int

    /// Whether there are enough replications to know the half-width.
    public var isKnown: Bool { halfWidth.isFinite }
  }
}

/// Why a goal of precision cannot be read.
public enum GoalProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no ± in the text.
  case form(String)
  /// The tolerance is not a positive number.
  case tolerance(String)
  /// The figure is not named as it should be.
  case figure(FigureProblem)

  /// What is wrong, in a sentence.
  public var description: String {
    switch self {
    case .form(let text):
      "'\(text)' is not a goal. Write a figure and how precisely its mean is to be known, such as "
        + "'shortage.2035 ± 50' or 'cost.2030 ± 1%'; +- stands for ±."
    case .tolerance(let text):
      "'\(text)' is not a tolerance. Write a number above 0, such as 50, or a share, such as 1%."
    case .figure(let problem): problem.description
    }
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  fileprivate func trimmingSpaces() -> SubSequence {
    let start = firstIndex { $0 != " " } ?? endIndex
    let end = self[start...].lastIndex { $0 != " " }.map { index(after: $0) } ?? start
    return self[start..<end]
  }
}

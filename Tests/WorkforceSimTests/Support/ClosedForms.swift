// SPDX-License-Identifier: GPL-3.0-or-later

/// The mean of a sample.
func mean(_ values: [Double]) -> Double {
  values.reduce(0, +) / Double(values.count)
}

/// The covariance of two samples, or the variance if they are the same (divisor *n* − 1).
func covariance(_ left: [Double], _ right: [Double]) -> Double {
  let means = (mean(left), mean(right))
  let sum = zip(left, right).reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
  return sum / Double(left.count - 1)
}

/// The variance of a sample.
func variance(_ values: [Double]) -> Double { covariance(values, values) }

/// How many standard errors the mean of a sample lies from the mean of its distribution.
func standardErrors(
  ofMean values: [Double],
  from expected: Double,
  variance: Double,
) -> Double {
  let difference = abs(mean(values) - expected)
  return difference == 0 ? 0 : difference / (variance / Double(values.count)).squareRoot()
}

/// How many standard errors a sample variance lies from the variance of its distribution.
///
/// The standard error is that of normal samples, *σ*² √(2/(*n* − 1)); an excess kurtosis *κ* makes
/// it *σ*² √(2/(*n* − 1) + *κ*/*n*).
func standardErrors(
  ofVariance values: [Double],
  from expected: Double,
  excessKurtosis: Double = 0,
) -> Double {
  let count = Double(values.count)
  let error = expected * (2 / (count - 1) + max(0, excessKurtosis) / count).squareRoot()
  return abs(variance(values) - expected) / error
}

/// How many standard errors a sample covariance lies from that of a normal distribution.
///
/// Its variance is (*σ₁*² *σ₂*² + *σ₁₂*²)/(*n* − 1).
func standardErrors(
  ofCovariance left: [Double],
  _ right: [Double],
  from expected: Double,
  variances: (Double, Double),
) -> Double {
  let error =
    ((variances.0 * variances.1 + expected * expected) / Double(left.count - 1)).squareRoot()
  return abs(covariance(left, right) - expected) / error
}

/// How many standard errors the share of a sample up to a bound lies from its probability.
func standardErrors(
  ofShareUpTo bound: Int,
  in values: [Double],
  from probability: Double,
) -> Double {
  let count = Double(values.count)
  let share = Double(values.count { $0 <= Double(bound) }) / count
  return abs(share - probability) / (probability * (1 - probability) / count).squareRoot()
}

/// A binomial distribution.
struct Binomial {
  let trials: Int
  let probability: Double

  var mean: Double { Double(trials) * probability }
  var variance: Double { mean * (1 - probability) }

  /// The probabilities of 0, 1, … successes, each from the one before it.
  var probabilities: [Double] {
    var current = (0..<trials).reduce(1.0) { product, _ in product * (1 - probability) }
    var all = [current]
    for successes in 1...trials {
      current *=
        Double(trials - successes + 1) / Double(successes) * probability / (1 - probability)
      all.append(current)
    }
    return all
  }

  /// The probability of at most so many successes.
  func cumulative(_ successes: Int) -> Double {
    probabilities[...successes].reduce(0, +)
  }

  /// The smallest number whose cumulative probability reaches a share.
  func quantile(_ share: Double) -> Int {
    var sum = 0.0
    for (successes, probability) in probabilities.enumerated() {
      sum += probability
      if sum >= share { return successes }
    }
    return trials
  }
}

/// The moments of the stocks of a ladder of grades with transitions, exits and recruits.
///
/// Grade *i* sends its members to grade *j* with probability *p_ij*; what a row lacks to one leaves.
/// With **m** the means and *C* the covariances of the stocks,
/// **m**(*t*+1) = *P*′**m** + **r** and
/// *C*(*t*+1) = *P*′*CP* + Σ_i *m_i* (diag(*p_i*) − *p_i* *p_i*′) + diag(**v**),
/// with **r** and **v** the means and variances of independent recruits of the year.
///
/// Source: J. H. Pollard, On the use of the direct matrix product in analysing certain stochastic
/// population models, Biometrika 53 (1966), 397-415; D. J. Bartholomew, Stochastic Models for Social
/// Processes, 3rd edition, 1982, chapter 3.
struct LadderMoments {
  let transitions: [[Double]]
  var means: [Double]
  var covariances: [[Double]]

  /// Starts from a known stock.
  init(transitions: [[Double]], opening: [Double]) {
    self.transitions = transitions
    self.means = opening
    self.covariances = opening.map { _ in opening.map { _ in 0 } }
  }

  /// Moves the moments on by a year.
  mutating func advance(recruits: [Double], variances: [Double]) {
    let grades = means.indices
    var nextMeans = recruits
    var next = covariances.map { $0.map { _ in 0.0 } }
    for to in grades {
      nextMeans[to] += grades.reduce(0) { $0 + means[$1] * transitions[$1][to] }
      for other in grades {
        var sum = to == other ? variances[to] : 0
        for from in grades {
          let row = transitions[from]
          sum += means[from] * ((to == other ? row[to] : 0) - row[to] * row[other])
          for second in grades {
            sum += row[to] * covariances[from][second] * transitions[second][other]
          }
        }
        next[to][other] = sum
      }
    }
    means = nextMeans
    covariances = next
  }
}

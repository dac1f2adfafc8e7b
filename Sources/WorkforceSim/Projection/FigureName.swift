// SPDX-License-Identifier: GPL-3.0-or-later

/// The name of one figure of the results: a measure, the members it is limited to, and a year.
///
/// Written `shortage.2035` for the whole, `shortage.lishi.2035` for a region, and
/// `headcount.lishi.junior.physics.2035` for a cell. Members are codes, names or groups of the
/// scenario's dimensions; where two dimensions share a name, `stage:other` says which is meant.
public struct FigureName: Hashable, Sendable {
  /// A member, as it is written.
  package struct MemberName: Hashable, Sendable {
    /// The dimension, where it is written.
    package let axis: String?
    /// The code or name.
    package let name: String
  }

  /// The text as it is written.
  public let text: String
  /// The measure's code.
  public let measure: String
  /// The members.
  package let members: [MemberName]
  /// The school year, or the fiscal year of a figure of pay.
  public let year: Int

  /// Reads a name.
  ///
  /// - Parameter text: The name.
  /// - Throws: What is wrong with its form.
  public init(_ text: String) throws(FigureProblem) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }),
      let year = Int(parts[parts.count - 1])
    else { throw FigureProblem.form(text) }
    self.text = text
    self.measure = parts[0]
    self.year = year
    self.members = parts[1..<(parts.count - 1)].map { part in
      let names = part.split(separator: ":", maxSplits: 1).map(String.init)
      return names.count == 2
        ? MemberName(axis: names[0], name: names[1]) : MemberName(axis: nil, name: part)
    }
  }
}

/// Why a figure cannot be found by its name.
public enum FigureProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is not a measure, members and a year.
  case form(String)
  /// There is no such measure.
  case measure(String, of: [String])
  /// The sections that give a measure its meaning are off.
  case notModelled(String, sections: [String], modelled: [String])
  /// A measure is known of the whole only.
  case wholeOnly(String, year: Int)
  /// A measure has no figures by such a member.
  case member(String, measure: String, of: [String])
  /// The year is not simulated.
  case year(Int, simulated: ClosedRange<Int>)

  /// The name that was not found, and those that exist.
  public var names: (written: String, existing: [String])? {
    switch self {
    case .form, .year, .notModelled, .wholeOnly: nil
    case .measure(let written, let existing): (written, existing)
    case .member(let written, _, let existing): (written, existing)
    }
  }

  /// What is wrong, in a sentence.
  public var description: String {
    switch self {
    case .form(let text):
      "'\(text)' is not the name of a figure. Write a measure, the members it is limited to, and a "
        + "year, such as shortage.2035 or shortage.REGION.2035."
    case .measure(let name, _):
      "there is no measure '\(name)'."
    case .notModelled(let name, let sections, let modelled):
      "the scenario does not model \(name): the section '\(sections[0])' is off. Switch it on, or "
        + "write one of: \(modelled.joined(separator: ", "))."
    case .wholeOnly(let measure, let year):
      "\(measure) is known of the whole only. Write \(measure).\(year)."
    case .member(let name, let measure, _):
      "\(measure) has no figures by '\(name)'."
    case .year(let year, let simulated):
      "\(year) is not simulated; \(simulated.lowerBound) to \(simulated.upperBound) are."
    }
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// One written value with the members that it holds for.
struct ValueEntry {
  /// What the keys stand for, one for each axis.
  var keys: [AxisKeys.Match]
  /// The value.
  var leaf: ParameterLeaf
  /// Where the value stands.
  var location: SourceLocation
}

/// The values of a parameter at one date, filled from written values.
///
/// Where several written values hold for the same members, the one that names them more exactly
/// wins, outer axes first; two that name them alike are a problem. An outer key hides what a less
/// exact one beside it says: `other` holds only for members that are not named at its level.
struct ValueGrid {
  private let axes: [Axis]
  private let shape: [Int]
  private let dimensions: Dimensions
  private let addsUpAlong: Axis?
  private let problems: ProblemCollector
  private var leaves: [ParameterLeaf?]
  private var strengths: [Int]
  private var places: [SourceLocation?]
  /// For each axis and the members up to it, the exactness of the keys that were written.
  private var strongest: [[Int]]

  /// The largest number of values of one date.
  static let limit = 4_000_000

  /// Creates an empty grid.
  init(axes: [Axis], dimensions: Dimensions, addsUpAlong: Axis?, problems: ProblemCollector) {
    self.axes = axes
    let shape = axes.map { dimensions.count($0) }
    self.shape = shape
    self.dimensions = dimensions
    self.addsUpAlong = addsUpAlong.flatMap { axes.contains($0) ? $0 : nil }
    self.problems = problems
    let count = shape.reduce(1, *)
    leaves = [ParameterLeaf?](repeating: nil, count: count)
    strengths = [Int](repeating: -1, count: count)
    places = [SourceLocation?](repeating: nil, count: count)
    strongest = shape.indices.map { axis in
      [Int](repeating: -1, count: shape[...axis].reduce(1, *))
    }
  }

  /// Puts a written value where it holds.
  ///
  /// - Parameter entry: The value.
  mutating func fill(_ entry: ValueEntry) {
    guard let leaf = spread(entry) else { return }
    let strength = entry.keys.reduce(0) { $0 * 3 + $1.strength }
    noteStrength(of: entry.keys)
    var rival: (index: Int, place: SourceLocation)?
    forEachIndex(of: entry.keys) { index in
      if strengths[index] == strength || isShared(entry, index), let place = places[index] {
        rival = rival ?? (index, place)
      }
      guard strengths[index] < strength else { return }
      (leaves[index], strengths[index], places[index]) = (leaf, strength, entry.location)
    }
    if let rival {
      problems.report(
        "this value and the one in line \(rival.place.line) both hold for "
          + "\(name(of: rival.index)). Keep one.",
        at: entry.location,
      )
    }
  }

  /// Whether a part of a total is given twice, once in a band and once alone.
  private func isShared(_ entry: ValueEntry, _ index: Int) -> Bool {
    guard let addsUpAlong, let axis = axes.firstIndex(of: addsUpAlong) else { return false }
    // A number within a band would be counted in the band's total and again by itself.
    return entry.keys[axis].strength > 0 && strengths[index] > 0
      && addsUpAlong.numbers != nil && digit(strengths[index], of: axis) > 0
      && digit(strengths[index], of: axis) != entry.keys[axis].strength
  }

  private func digit(_ strength: Int, of axis: Int) -> Int {
    var strength = strength
    for _ in 0..<(axes.count - 1 - axis) { strength /= 3 }
    return strength % 3
  }

  /// The value of each member of a band: the whole value, or its part where shares add up.
  private func spread(_ entry: ValueEntry) -> ParameterLeaf? {
    guard let addsUpAlong, let axis = axes.firstIndex(of: addsUpAlong), entry.keys[axis].isBand
    else { return entry.leaf }
    let key = entry.keys[axis]
    if key.isOpen {
      problems.report(
        "the share of '\(key.text)' is spread evenly over the band, so the band needs two ends. "
          + "Write, for example, 50-59.",
        at: entry.location,
      )
      return nil
    }
    guard case .number(let value) = entry.leaf else {
      problems.report(
        "the share of '\(key.text)' is spread over the band, so it must be a number, not a "
          + "distribution. Write a distribution for each \(addsUpAlong.word).",
        at: entry.location,
      )
      return nil
    }
    return .number(value / Double(key.positions.count))
  }

  private mutating func noteStrength(of keys: [AxisKeys.Match]) {
    func visit(_ axis: Int, _ start: Int, _ strength: Int) {
      guard axis < keys.count else { return }
      let strength = strength * 3 + keys[axis].strength
      for position in keys[axis].positions {
        let index = start * shape[axis] + position
        strongest[axis][index] = max(strongest[axis][index], strength)
        visit(axis + 1, index, strength)
      }
    }
    visit(0, 0, 0)
  }

  /// Whether an outer key names the members of a place more exactly than its value does.
  private func isHidden(_ index: Int) -> Bool {
    var (place, strength) = (index, strengths[index])
    for axis in shape.indices.reversed() {
      if strongest[axis][place] > strength { return true }
      place /= shape[axis]
      strength /= 3
    }
    return false
  }

  private func forEachIndex(of keys: [AxisKeys.Match], _ body: (Int) -> Void) {
    func visit(_ axis: Int, _ start: Int) {
      guard axis < keys.count else { return body(start) }
      for position in keys[axis].positions { visit(axis + 1, start * shape[axis] + position) }
    }
    visit(0, 0)
  }

  /// The complete values.
  ///
  /// - Parameters:
  ///   - otherwise: The value of members that are not named.
  ///   - lowest: The value of subjects in stages that do not teach them.
  ///   - location: Where the date stands.
  ///   - what: The date as messages name it.
  /// - Returns: The values, or nil if a problem was reported.
  func values(
    otherwise: ParameterLeaf?,
    lowest: Double,
    at location: SourceLocation,
    _ what: String,
  ) -> [ParameterLeaf]? {
    var missing: [Int] = []
    let rest = otherwise ?? (addsUpAlong == nil ? nil : .number(0))
    let complete = leaves.indices.map { index -> ParameterLeaf in
      if let leaf = leaves[index], !isHidden(index) { return leaf }
      if let rest { return rest }
      if !isDead(index) { missing.append(index) }
      return .number(lowest)
    }
    guard let first = missing.first else { return complete }
    let names = missing.prefix(5).map(name).joined(separator: ", ")
    let more = missing.count > 5 ? " and \(missing.count - 5) more" : ""
    problems.report(
      axes.isEmpty
        ? "\(what) has no value."
        : "\(what) has no value for \(first == missing.last ? name(of: first) : names + more). "
          + "Add \(missing.count == 1 ? "it" : "them"), or the key 'other', or 'otherwise: 0' at the top.",
      at: location,
    )
    return nil
  }

  /// Whether a place stands for a subject in a stage or grade in which it is not taught.
  func isDead(_ index: Int) -> Bool {
    let place = members(of: index)
    guard let subject = axes.firstIndex(of: .subject).map({ place[$0] }) else { return false }
    var stage = axes.firstIndex(of: .stage).map { place[$0] }
    if stage == nil, let grade = axes.firstIndex(of: .grade).map({ place[$0] }) {
      stage = dimensions.stageOfGrade[grade]
    }
    return stage.map { dimensions.field(stage: $0, subject: subject) == nil } ?? false
  }

  /// The members at a place, joined by slashes.
  func name(of index: Int) -> String {
    zip(axes, members(of: index)).map { dimensions[$0].codes[$1] }.joined(separator: "/")
  }

  private func members(of index: Int) -> [Int] {
    var rest = index
    return shape.reversed().map { size in
      defer { rest /= size }
      return rest % size
    }.reversed()
  }
}

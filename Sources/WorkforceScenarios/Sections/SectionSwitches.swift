// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// The phases that a scenario runs and how; a section that is nil does not run.
package struct SectionSwitches: Sendable {
  /// Where pupils come from.
  package var enrolment: EnrolmentMethod?
  /// Where the schools come from.
  package var schools: SchoolMethod?
  /// The list of schools; nil if none is named.
  var schoolList: SchoolListSource?
  /// The parts of need.
  package var need: [NeedComponent]?
  /// How posts come about.
  package var posts: PostMethod?
  /// How titles change and what limits them.
  package var titles: (method: TitleMethod, places: TitlePlacesBase)?
  /// What recruitment fills.
  package var recruitment: RecruitmentFill?
  /// The currency of pay and the month in which fiscal years begin.
  package var pay: (currency: String, firstMonthOfFiscalYear: Int)?
  /// Whether the opening stock is drawn from margins instead of read from a roster.
  package var isSynthesised = false
  /// The sections that are on, with their places.
  package var locations: [String: SourceLocation] = [:]

  /// Whether a section is on; `population` is on when its parameters are used.
  package func runs(_ section: String) -> Bool {
    section == "population" ? isSynthesised : locations[section] != nil
  }

  /// Where a section is switched on.
  func location(of section: String) -> SourceLocation {
    locations[section] ?? SourceLocation(file: "")
  }
}

/// Reads the sections of the year.
struct SectionReader {
  /// The sections in the order of the year.
  static let names = ParameterCatalogue.sections
  /// The sections that are only switched on or off.
  private static let plain = [
    "retirement", "early_retirement", "contracts", "exits", "leave", "participation",
    "requalification", "placement", "rotation", "balance",
  ]

  let root: KeyedReader
  let problems: ProblemCollector

  /// Reads all sections.
  ///
  /// - Returns: The phases that run.
  func read() -> SectionSwitches {
    var switches = SectionSwitches()
    for name in Self.names {
      guard let node = root.node(name), !isOff(node, name) else { continue }
      if Self.plain.contains(name) {
        if isOn(node, name) { switches.locations[name] = node.location }
      } else if let keys = group(node, name) {
        switches.locations[name] = node.location
        read(name, keys, into: &switches)
        keys.finish()
      }
    }
    return switches
  }

  private func read(_ name: String, _ keys: KeyedReader, into switches: inout SectionSwitches) {
    switch name {
    case "enrolment": switches.enrolment = choice(keys, "method")
    case "schools":
      switches.schools = choice(keys, "method")
      switches.schoolList = SchoolListSource(keys, method: switches.schools)
    case "need": switches.need = components(keys)
    case "posts": switches.posts = choice(keys, "method")
    case "recruitment": switches.recruitment = choice(keys, "fill")
    case "pay": switches.pay = pay(keys)
    case "titles":
      let method: TitleMethod? = choice(keys, "method")
      let places: TitlePlacesBase? = keys.has("places") ? choice(keys, "places") : .posts
      if let method, let places { switches.titles = (method, places) }
    default: preconditionFailure("no keys of a section '\(name)' are known")
    }
  }

  private func components(_ keys: KeyedReader) -> [NeedComponent]? {
    guard let texts = keys.texts("components") else { return nil }
    let names = NeedComponent.allCases.map(\.rawValue)
    var found: [NeedComponent] = []
    for text in texts {
      guard let name = text.choice(of: names, reporting: problems),
        let component = NeedComponent(rawValue: name)
      else { continue }
      if found.contains(component) {
        problems.report(
          "'\(name)' stands twice in 'need.components'. Keep one.",
          at: text.location,
        )
      }
      found.append(component)
    }
    if texts.isEmpty {
      problems.report(
        "'need.components' is empty. Name at least one of: \(names.joined(separator: ", ")).",
        at: keys.location(of: "components"),
      )
    }
    return found
  }

  private func pay(_ keys: KeyedReader) -> (currency: String, firstMonthOfFiscalYear: Int)? {
    let currency = keys.value("currency", "the code of a currency, such as CNY")
    let month = keys.optionalInteger(
      "fiscal_year_begins_in_month",
      in: 1...12,
      meaning: "a month",
    )
    guard let currency else { return nil }
    guard (1...8).contains(currency.text.count), currency.text.allSatisfy(\.isLetter) else {
      problems.report(
        "'\(currency.name)' is '\(currency.text)', but a currency has 1 to 8 letters. "
          + "Write, for example, CNY.",
        at: currency.location,
      )
      return nil
    }
    return (currency.text, month ?? 1)
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ keys: KeyedReader,
    _ key: String,
  ) -> Choice? where Choice.RawValue == String {
    keys.choice(key, of: Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
  }

  private func isOff(_ node: LocatedNode, _ name: String) -> Bool {
    node.scalar(named: name)?.text == "off"
  }

  private func isOn(_ node: LocatedNode, _ name: String) -> Bool {
    let text = node.scalar(named: name)
    if text?.text == "on" { return true }
    let found = text.map { "'\($0.text)'" } ?? node.kindName
    problems.report("'\(name)' is \(found). Write on or off.", at: node.location)
    return false
  }

  private func group(_ node: LocatedNode, _ name: String) -> KeyedReader? {
    if case .mapping = node.content { return KeyedReader(node, path: name, reporting: problems) }
    let examples = [
      "enrolment": "{method: cohort}", "schools": "{method: synthesis}",
      "need": "{components: [timetable]}",
      "posts": "{method: norm}", "titles": "{method: review, places: posts}",
      "recruitment": "{fill: posts}", "pay": "{currency: CNY}",
    ]
    let found = node.scalar(named: name).map { "'\($0.text)'" } ?? node.kindName
    problems.report(
      "'\(name)' is \(found). Write \(examples[name] ?? "on") or off.",
      at: node.location,
    )
    return nil
  }
}

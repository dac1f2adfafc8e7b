// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The settings of the command line, split into keys of the scenario and parameters.
struct CommandLineSettings {
  /// A setting `name=value`.
  struct Setting {
    /// What stands before the equals sign.
    var target: LocatedText
    /// What stands after it.
    var value: LocatedText
  }

  /// Settings of parameters, in their order.
  private(set) var parameters: [Setting] = []
  private var switches: [Setting] = []

  /// Splits the settings.
  ///
  /// - Parameters:
  ///   - overrides: The texts of `--set`.
  ///   - changes: The options of their own.
  ///   - problems: Takes what is wrong.
  init(_ overrides: [String], _ changes: ScenarioChanges, _ problems: ProblemCollector) {
    for text in overrides {
      let location = SourceLocation(file: "--set \(text)")
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        problems.report("this is no setting. Write name=value.", at: location)
        continue
      }
      let name = String(text[..<sign])
      let value = String(text[text.index(after: sign)...])
      guard !value.isEmpty else {
        problems.report("there is no value after '='. Write name=value.", at: location)
        continue
      }
      let setting = Setting(
        target: LocatedText(name: "--set", text: name, location: location),
        value: LocatedText(name: name, text: value, location: location),
      )
      if Switches.names.contains(name) {
        switches.append(setting)
      } else {
        parameters.append(setting)
      }
    }
    let options: [(String, String, String?)] = [
      ("seed", "--seed", changes.seed.map { "\($0)" }),
      ("replications", "--replications", changes.replications.map { "\($0)" }),
      ("years.last", "--through", changes.through.map { "\($0)" }),
    ]
    for case (let name, let option, let value?) in options {
      let location = SourceLocation(file: "\(option) \(value)")
      switches.append(
        Setting(
          target: LocatedText(name: option, text: name, location: location),
          value: LocatedText(name: name, text: value, location: location),
        )
      )
    }
  }

  /// The sections of the scenario of which keys are set.
  var sections: Set<String> {
    Set(switches.map { String($0.target.text.prefix { $0 != "." }) })
  }

  /// Puts the settings of keys into the scenario.
  func apply(to document: inout ScenarioDocument) {
    for setting in switches {
      Switches.apply(
        setting.target.text,
        setting.value.text,
        at: setting.target.location,
        to: &document,
      )
    }
  }
}

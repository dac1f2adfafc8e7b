// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Completes the parameters of the sections that run: standard values, and problems for the rest.
struct RequiredParameters {
  let names: ParameterNames
  let switches: SectionSwitches
  let declared: DeclaredDimensions
  let log: InputLog

  /// Adds standard values and reports what is missing.
  ///
  /// - Parameters:
  ///   - store: The parameters that files and overrides gave.
  ///   - rejected: Parameters whose files have problems; they are not reported as missing.
  func complete(_ store: inout ParameterStore, rejected: Set<String>) {
    let needed = neededByRules()
    let hasCommonShares =
      store.parameters["pay.payer_share"] != nil || rejected.contains("pay.payer_share")
    let unneeded = pay.unneeded(hasCommonShares: hasCommonShares)
    for definition in ParameterNames.definitions where switches.runs(definition.section) {
      if isOfUndeclared(definition) { continue }
      for name in names.names(of: definition)
      where store.parameters[name] == nil && !rejected.contains(name) && !unneeded.contains(name) {
        if let reason = needed[name] {
          report(name, definition, reason: reason)
        } else if let standard = definition.standard {
          if let problem = problemOfStandard(name, definition) {
            log.report(problem, at: location(of: definition.section))
          } else {
            store.put(
              definition.standardParameter(name, standard),
              at: location(of: definition.section),
            )
          }
        } else if !definition.isOptional {
          report(name, definition, reason: "'\(definition.section)' is on")
        }
      }
    }
  }

  private var pay: PayParameters { PayParameters(declared: declared) }

  /// Whether a parameter is one of each member of a dimension that is not declared.
  private func isOfUndeclared(_ definition: ParameterDefinition) -> Bool {
    let axes = [("<channel>", Axis.channel), ("<item>", .item), ("<role>", .role)]
    return axes.contains { definition.name.contains($0) && !declared.declared.contains($1) }
  }

  /// Shares that add up over several members have no standard value.
  private func problemOfStandard(_ name: String, _ definition: ParameterDefinition) -> String? {
    guard let axis = definition.addsUpAlong, declared.dimensions.count(axis) > 1 else { return nil }
    return "the parameter '\(name)' is missing: the scenario declares several members of "
      + "'\(axis.rawValue)', and their shares must add up to 1. Add the file "
      + "\(Self.file(name)) to a tree of 'parameters', or a value under 'set'."
  }

  private func report(_ name: String, _ definition: ParameterDefinition, reason: String) {
    log.report(
      "\(reason), but the parameter '\(name)' is missing. Add the file "
        + "\(Self.file(name)) to a tree of 'parameters', or a value under 'set'.",
      at: location(of: definition.section),
    )
  }

  private func location(of section: String) -> SourceLocation {
    switches.location(of: section)
  }

  private static func file(_ name: String) -> String {
    name.split(separator: ".").joined(separator: "/") + ".yaml"
  }

  /// The parameters that the chosen methods cannot do without, with the reason.
  private func neededByRules() -> [String: String] {
    var needed: [String: String] = [:]
    for component in switches.need ?? [] {
      // Where schools are modelled, the network says how many there are.
      for name in NeedRules.required(by: component)
      where name != "need.schools" || switches.schools == nil {
        needed[name] = "'need.components' has \(component.rawValue)"
      }
    }
    for (channel, code) in zip(declared.channels, declared.dimensions[.channel].codes)
    where switches.recruitment != nil {
      for name in RecruitmentRules.required(by: channel.kind) {
        needed["recruitment.\(code).\(name)"] =
          "the channel '\(code)' is a \(channel.kind.rawValue)"
      }
    }
    if switches.recruitment == .plan { needed["recruitment.plan"] = "'recruitment.fill' is plan" }
    if switches.titles?.method == .transitions {
      needed["titles.transitions"] = "'titles.method' is transitions"
    }
    if switches.schools == .synthesis {
      needed["schools.count"] = "'schools.method' is synthesis"
    }
    switch switches.posts {
    case .norm: needed["posts.pupils_per_staff"] = "'posts.method' is norm"
    case .table: needed["posts.table"] = "'posts.method' is table"
    case .opening, .need, nil: break
    }
    switch switches.enrolment {
    case .cohort:
      needed["enrolment.births"] = "'enrolment.method' is cohort"
      needed["enrolment.progression"] = "'enrolment.method' is cohort"
    case .table: needed["enrolment.pupils"] = "'enrolment.method' is table"
    case nil: break
    }
    return switches.pay == nil ? needed : needed.merging(pay.needed) { $1 }
  }
}

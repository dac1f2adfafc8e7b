// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceScenarios

/// `workforce new`: a commented scenario to start from.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented what-if scenario to start from.",
    discussion: """
      Example: workforce new fewer-hires --from scenarios/luliang
      writes scenarios/fewer-hires/scenario.yaml, which extends scenarios/luliang.
      """,
  )

  @Argument(help: "The name of the new scenario: letters, digits, - and _.")
  var name: String

  @Option(help: "The scenario to start from.", completion: .directory)
  var from: String = "scenarios/luliang"

  @Option(help: "The folder in which the scenario's folder is made.", completion: .directory)
  var `in`: String = "scenarios"

  func validate() throws {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
    }
    if name.isEmpty || !isPlain {
      throw ValidationError("'\(name)' is no name for a folder. Use letters, digits, - and _.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let base = try ScenarioLoader.loadWithOrigins(path: from)
      let path = "\(`in`)/\(name)/scenario.yaml"
      let template = ScenarioTemplate(
        name: name,
        base: base.scenario,
        basePath: base.path,
        folder: "\(`in`)/\(name)",
      )
      guard try NewFile.write(template.text, to: path) else {
        printToStandardError("\(path) exists already; nothing was written. Choose another name.")
        throw FailureCode.cannotCreate
      }
      try StandardOutput.print(
        "\(path) is ready. Edit it, then: workforce run \(`in`)/\(name)"
      )
    }
  }
}

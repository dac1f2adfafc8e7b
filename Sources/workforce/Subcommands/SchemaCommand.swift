// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceScenarios

/// `workforce schema`: the JSON Schema of scenario and parameter files, for editors.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of scenario, parameter or target files, for editors.",
    discussion: """
      Example: workforce schema parameter > parameter.schema.json, and in an editor with a YAML \
      language server, as the first line of a file: # yaml-language-server: $schema=parameter.schema.json
      """,
  )

  @Argument(help: "Which file: scenario, parameter or targets.")
  var file: SchemaKind = .scenario

  func run() async throws {
    try await reportingFailures {
      try StandardOutput.write(ScenarioSchema.text(for: file) + "\n")
    }
  }
}

extension SchemaKind: ExpressibleByArgument {}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceScenarios
import WorkforceSim

/// Every shipped parameter has date, unit, source and confidence, and is known to the model.
@Suite struct ParameterTreeTests {
  private static func baseline() throws -> LoadedScenario {
    let folder = Repository.root.appending(path: "scenarios/luliang")
    return try ScenarioLoader.loadWithOrigins(path: folder.path(percentEncoded: false))
  }

  @Test func `the baseline reads every shipped parameter file`() throws {
    let shipped = try Repository.files(below: "parameters", endingWith: ".yaml")
    #expect(shipped.count > 100)
    let read = try Self.baseline().parameterFiles.map(\.path)
    for file in shipped {
      #expect(read.contains { $0.hasSuffix(file) }, "\(file) is read by nothing")
    }
  }

  @Test func `every parameter of the baseline says what it is and where it comes from`() throws {
    for parameter in try Self.baseline().scenario.parameters.parameters {
      let origin = parameter.origin
      #expect(!origin.description.english.isEmpty, "\(parameter.name) has no description")
      #expect(!origin.layers.isEmpty, "\(parameter.name) comes from nowhere")
      guard origin.layers != ["standard value of the program"] else { continue }
      #expect(!origin.references.isEmpty, "\(parameter.name) has no source")
      for reference in origin.references {
        #expect(!reference.title.isEmpty, "\(parameter.name) has a source without a title")
      }
      if origin.confidence != .assumed {
        #expect(
          origin.references.contains { !$0.isAssumption },
          "\(parameter.name) is \(origin.confidence.rawValue) without a publication",
        )
      }
    }
  }

  @Test func `shipped descriptions are in English and Chinese`() throws {
    for file in try Repository.files(below: "parameters", endingWith: ".yaml") {
      let text = try Repository.text(of: file)
      #expect(text.contains("\n  en: ") && text.contains("\n  zh: "), "\(file)")
    }
  }

  @Test func `the model document names every parameter`() throws {
    let text = try Repository.text(of: "Documentation/Model.md")
    for definition in ParameterCatalogue.definitions {
      #expect(text.contains("`\(definition.name)`"), "Model.md does not name \(definition.name)")
    }
  }

  @Test func `the model document lists the phases in the order of the code`() throws {
    let text = try Repository.text(of: "Documentation/Model.md")
    var rest = text[...]
    for phase in YearlyCycle.phases {
      let range = try #require(rest.range(of: "`\(phase.rawValue)`"), "\(phase.rawValue)")
      rest = rest[range.upperBound...]
    }
  }
}

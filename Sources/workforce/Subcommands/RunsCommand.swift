// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceStore

/// `workforce runs`: what the store holds.
struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "Lists the runs of the store, with the replications that are kept of each.",
    discussion: """
      Example: workforce runs
      Commands that take a RUN know it by its id, its name, or the first digits of its fingerprint.
      """,
  )

  @OptionGroup var storeOption: StoreOption
  @OptionGroup var languageOption: LanguageOption

  @Flag(help: "Print the list as JSON on standard output.")
  var json = false

  func run() async throws {
    try await reportingFailures {
      let store = try storeOption.open(.reading)
      let page = RunListPage(
        try store.runs().map(RunListEntry.init),
        store: store.path,
        storeOption: RunInformation.text(of: store.words),
        size: try store.size(),
        page: languageOption.page,
      )
      if json {
        try StandardOutput.write(page.json)
      } else {
        try StandardOutput.print(page.lines)
      }
      try store.checkReplications()
    }
  }
}

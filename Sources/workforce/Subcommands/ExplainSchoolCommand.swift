// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceSim

/// `workforce explain-school`: one school over the years of a kept run.
struct ExplainSchoolCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-school",
    abstract: "Tells one school's story over the years of a kept run.",
    discussion: """
      Pupils, classes, posts, teachers and need by year, when it opens or is merged, and when it has \
      too few or too many teachers. The codes and names of schools stand in the run folder's labels.csv.

      Examples:
        workforce explain-school results/luliang lishi_primary_rural_001
        workforce explain-school results/luliang 离石区乡村小学1 --lang zh
      """,
  )

  @OptionGroup var runOption: KeptRunOption

  @Argument(help: "The school's code, or its name in either language.")
  var school: String

  @OptionGroup var languageOption: LanguageOption

  func run() async throws {
    try await reportingFailures {
      let source = try runOption.open(language: languageOption.language)
      let names = try source.read([])
      guard !names.labels.members("school").isEmpty else {
        printToStandardError(
          "\(source.place) has no single schools: section 'schools' of its scenario is off."
        )
        throw FailureCode.data
      }
      let member = try source.member(school, of: "school", in: names, meaning: "school")
      let run = try source.read([.school(member.code), .schoolFacts(member.code)])
      let page = SchoolPage(
        SchoolStory(member, of: run),
        of: run,
        page: languageOption.page,
      )
      try StandardOutput.print(page.lines)
    }
  }
}

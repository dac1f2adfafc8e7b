// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// The command line of the tool.
@main
struct WorkforceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workforce",
    abstract: "Plans and simulates a teacher workforce.",
    discussion: """
      A scenario goes in; projections with their uncertainty come out.

        workforce run scenarios/luliang
        workforce run scenarios/luliang --set recruitment.freeze=1 --through 2030
        workforce explain scenarios/luliang exits.resigned.probability
        workforce compare scenarios/luliang scenarios/hiring-plan-plus-30
        workforce show results/luliang --placement

      Exit codes: 0 done; 64 wrong command line; 65 scenario or data wrong; 66 file missing; \
      70 fault of the program; 73 cannot create; 74 cannot write; 130 interrupted.
      """,
    version: toolVersion,
    subcommands: [
      RunCommand.self, CalibrateCommand.self, ValidateCommand.self, ExplainCommand.self,
      DiffCommand.self, CompareCommand.self, NewCommand.self, PopulationCommand.self,
      SchoolsCommand.self, SchemaCommand.self, ShowCommand.self, ExplainSchoolCommand.self,
      RunsCommand.self, ExportCommand.self, RenameCommand.self, NoteCommand.self,
      RemoveCommand.self,
    ],
  )
}

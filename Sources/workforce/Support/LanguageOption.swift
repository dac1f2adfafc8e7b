// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceSim

/// The language of the output, from the command line or the locale.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Language of the output: en or zh. Without it, the locale decides.",
      valueName: "en|zh",
    )
  )
  var lang: String?

  /// The language to write in.
  var language: Language {
    if let lang, let language = Language(rawValue: lang) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment(name), !value.isEmpty {
        return value.hasPrefix("zh") ? .chinese : .english
      }
    }
    return .english
  }

  /// How pages are set on standard output.
  var page: PageSetting {
    PageSetting(
      width: StandardOutput.pageWidth,
      style: StandardOutput.style,
      language: language,
    )
  }

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError("There is no language '\(lang)'. Write --lang en or --lang zh.")
    }
  }
}

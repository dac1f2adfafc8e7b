// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads to which title each grade of posts belongs.
struct PostGradeReader {
  let dimensions: Dimensions
  let problems: ProblemCollector

  /// Reads the titles.
  ///
  /// - Parameter list: The grades with their keys.
  /// - Returns: The title of each grade, the first one where there is a problem.
  func titles(_ list: MemberList) -> [Int] {
    let titles = dimensions[.title]
    let found = list.readers.map { keys in
      keys.value("title", "the code of a title")?.member(of: titles, problems)
    }
    // A grade whose title is not understood may belong to any of them.
    if !found.contains(nil) { reportTitles(without: found, at: list) }
    return found.map { $0 ?? 0 }
  }

  private func reportTitles(without grades: [Int?], at list: MemberList) {
    for (title, code) in dimensions[.title].codes.enumerated() where !grades.contains(title) {
      problems.report(
        "no member of 'post_grade' has the title '\(code)'. Add a grade with title: \(code).",
        at: list.readers.first?.location ?? SourceLocation(file: ""),
      )
    }
  }
}

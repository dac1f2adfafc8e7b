// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

@Suite struct RosterDatesTests {
  @Test(arguments: [
    ("1978-03", "1978-03"), ("1978.03", "1978-03"), ("1978-3", "1978-03"),
    ("1978/3/5", "1978-03-05"), ("197803", "1978-03"), ("19780315", "1978-03-15"),
    ("1978年3月", "1978-03"), ("1978年3月15日", "1978-03-15"), ("March 1978", "March 1978"),
    ("78-3", "78-3"), ("1978", "1978"), ("", ""),
  ])
  func `dates of personnel tables are brought into one form`(written: String, form: String) {
    let text = LocatedText(
      name: "birth",
      text: written,
      location: WorkforceSim.SourceLocation(file: "roster.csv"),
    )
    #expect(text.inUsualDateForm.text == form)
  }
}

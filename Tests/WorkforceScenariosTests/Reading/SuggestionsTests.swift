// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios

struct SuggestionsTests {
  @Test(arguments: [
    ("retirment", "retirement"), ("retriement", "retirement"), ("Retirement", "retirement"),
    ("resignaton", "resignation"), ("regoin", "region"), ("zz", nil), ("teacher", nil),
    ("县区名", "县区"), ("性剐", "性别"), ("性", "性别"), ("年龄", nil), ("", nil), ("pya", "pay"),
  ])
  func `the nearest name is found or none`(_ word: String, _ expected: String?) {
    let names = ["retirement", "resignation", "region", "pay", "县区", "性别"]
    #expect(Suggestions.nearest(to: word, in: names) == expected)
  }

  @Test(arguments: [" 城镇 ", "城镇　", "\t城镇"])
  func `white space around a name does not count`(word: String) {
    #expect(Suggestions.nearest(to: word, in: ["山谷", "城镇"]) == "城镇")
  }

  @Test func `the closer of two close names wins`() {
    #expect(Suggestions.nearest(to: "stages", in: ["stares!", "stage"]) == "stage")
  }

  @Test func `a name is never proposed for itself`() {
    #expect(Suggestions.nearest(to: "pay", in: ["pay"]) == nil)
  }

  @Test func `names of any length are compared without harm`() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Suggestions.nearest(to: long, in: [long + "b"]) == nil)
  }

  @Test func `the sentence asks for the name`() {
    #expect(Suggestions.sentence(for: "pya", in: ["pay"]) == " Did you mean 'pay'?")
    #expect(Suggestions.sentence(for: "xyz", in: ["pay"]) == "")
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios

struct FieldMeaningsTests {
  @Test func `a text is read once, and a text without meaning each time`() {
    var meanings = FieldMeanings()
    var reads = 0
    for _ in 0..<3 {
      let meaning = meanings.meaning(of: 17) {
        reads += 1
        return 4
      }
      #expect(meaning == 4)
    }
    #expect(reads == 1)
    for _ in 0..<3 {
      #expect(
        meanings.meaning(of: 18) {
          reads += 1
          return nil
        } == nil
      )
    }
    #expect(reads == 4)
  }

  @Test func `texts that share a slot keep their own meanings`() {
    var meanings = FieldMeanings()
    for round in 0..<2 {
      for key in 1..<UInt128(5_000) {
        #expect(meanings.meaning(of: key) { Int(key) * 3 } == Int(key) * 3, "round \(round)")
      }
    }
  }

  @Test func `a text too long to be kept is read each time`() {
    var meanings = FieldMeanings()
    #expect(meanings.meaning(of: nil) { 1 } == 1)
    #expect(meanings.meaning(of: nil) { 2 } == 2)
  }
}

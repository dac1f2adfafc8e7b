// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceReports

struct JSONValueTests {
  static let manifest: JSONValue = [
    "version": "0.1", "seed": 42, "gap": .number(-1_738.254, decimals: 1), "share": 0.05,
    "whole": 200.0, "resumed": false, "end": nil, "none": [], "empty": [:],
    "years": [2_025, 2_026], "run": ["name": "吕梁"],
  ]

  @Test func `members keep their order, on one line`() {
    #expect(
      Self.manifest.text(.compact)
        == #"{"version":"0.1","seed":42,"gap":-1738.3,"share":0.05,"whole":200,"resumed":false,"#
        + #""end":null,"none":[],"empty":{},"years":[2025,2026],"run":{"name":"吕梁"}}"#
    )
  }

  @Test func `members keep their order, a line each`() {
    let value: JSONValue = ["b": [1, ["x": true]], "a": []]
    let expected = """
      {
        "b": [
          1,
          {
            "x": true
          }
        ],
        "a": []
      }

      """
    #expect(value.text() == expected)
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{8}", #""\u0000\u001F\u0008""#),
    ("é教\u{1F600}/", "\"é教\u{1F600}/\""),
  ])
  func `text is escaped where it must be`(value: String, expected: String) {
    #expect(JSONValue.string(value).text(.compact) == expected)
  }

  @Test func `a number that is not finite is null`() {
    #expect(
      JSONValue.array([.number(.nan), .number(.infinity), -0.0]).text(.compact) == "[null,null,0]"
    )
  }

  @Test func `a member is replaced in its place and removed by nil`() {
    var object: JSONObject = ["a": 1, "b": 2, "c": 3]
    object["a"] = 4
    object["b"] = nil
    object["d"] = 5
    #expect(JSONValue.object(object).text(.compact) == #"{"a":4,"c":3,"d":5}"#)
    #expect(object["c"] == 3)
  }

  @Test func `another reader reads every escape and number back`() throws {
    let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init)))
    let numbers = [0.1, 1e-7, 1e22, -123.456, Double.leastNonzeroMagnitude]
    let value: JSONValue = [
      "text": .string(text), "numbers": .array(numbers.map(JSONValue.number)),
    ]
    let read = try JSONSerialization.jsonObject(with: Data(value.text().utf8)) as? [String: Any]
    #expect(read?["text"] as? String == text)
    #expect(read?["numbers"] as? [Double] == numbers)
  }
}

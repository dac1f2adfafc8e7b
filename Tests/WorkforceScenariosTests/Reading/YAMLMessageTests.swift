// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceScenarios
import WorkforceSim

/// What is said about YAML files that cannot be understood: the input and the exact sentences.
struct YAMLMessageTests {
  private static let fullWidthColon = " If '：' is meant to end a key, write ':' and a space."
  private static let fullWidthComma = " If '，' is meant to separate, write ','."

  static let cases = [
    MessageCase(
      "full-width colon in one of several lines",
      "a: 1\nname：测试\nb: 2\n",
      "s.yaml:2:1: this line is neither a key nor part of the text above. Write 'key: value'."
        + fullWidthColon,
    ),
    MessageCase(
      "full-width colon after a key of a group",
      "set:\n  exits.multiplier：\n    2026-09-01: 0.5\n",
      "s.yaml:3:15: a ':' is not allowed here. Indent the line like its neighbours, or put a text "
        + "that contains ': ' in quotation marks." + fullWidthColon,
    ),
    MessageCase(
      "full-width comma in braces",
      "name: {en: x，zh: 测试}\n",
      "s.yaml:1:16: the '{' of line 1 is not closed before this. Add ',' or '}'." + fullWidthComma,
    ),
    MessageCase(
      "full-width comma in braces over several lines",
      "a: {\n  minimum: 0.01，\n  maximum: 0.02}\n",
      "s.yaml:3:10: the '{' of line 1 is not closed before this. Add ',' or '}'." + fullWidthComma,
    ),
    MessageCase(
      "full-width marks in a text are not to blame",
      "a: 其中：一，二 # 说明：三\nb: \"四：五\": 1\n",
      "s.yaml:2:9: a ':' is not allowed here. Indent the line like its neighbours, or put a text "
        + "that contains ': ' in quotation marks.",
    ),
    MessageCase(
      "empty file",
      "",
      "s.yaml: the file is empty. Write at least one key with a value.",
    ),
    MessageCase(
      "comments only",
      "# nothing here\n",
      "s.yaml: the file is empty. Write at least one key with a value.",
    ),
    MessageCase(
      "document marker only",
      "---\n",
      "s.yaml: the file is empty. Write at least one key with a value.",
    ),
    MessageCase(
      "NUL byte",
      "a: 1\nb: \0\n",
      "s.yaml:2:4: a NUL byte stands here; the file is in UTF-16 or is not a text file. "
        + "Save it as UTF-8 in a text editor.",
    ),
    MessageCase(
      "Latin-1",
      bytes: Array("name: M".utf8) + [0xFC] + Array("ller\n".utf8),
      [
        "s.yaml:1:8: the file is not in UTF-8; it looks like Latin-1 (Windows-1252). "
          + "Save it as UTF-8 in a text editor."
      ],
    ),
    MessageCase(
      "GB18030",
      // 吕梁 in GB 2312: C2C0 C1BA.
      bytes: Array("name: ".utf8) + [0xC2, 0xC0, 0xC1, 0xBA, 0x0A],
      [
        "s.yaml:1:7: the file is not in UTF-8; it looks like GB18030 (GBK). "
          + "Save it as UTF-8 in a text editor."
      ],
    ),
    MessageCase(
      "UTF-16",
      bytes: [0xFF, 0xFE, 0x61, 0x00],
      [
        "s.yaml:1:1: the file is in UTF-16, but UTF-8 is needed. "
          + "Save it as UTF-8 in a text editor."
      ],
    ),
    MessageCase(
      "control character",
      "a: 1\nb: x\u{7}y\n",
      "s.yaml:2:5: the invisible character U+0007 stands here. Delete it.",
    ),
    MessageCase(
      "line separator",
      "吕: 一\u{2028}二\n",
      "s.yaml:1:5: the invisible character U+2028 stands here. Delete it.",
    ),
    MessageCase(
      "tab indentation",
      "a:\n\tb: 1\n",
      "s.yaml:2:1: a tab stands where spaces are needed. Indent with spaces.",
    ),
    MessageCase(
      "unclosed double quotation mark",
      "a: 1\nb: \"open\nc: 2\n",
      "s.yaml:2:4: the quotation mark that opens here is never closed. Add the closing one.",
    ),
    MessageCase(
      "unclosed single quotation mark",
      "a: 'open\n",
      "s.yaml:1:4: the quotation mark that opens here is never closed. Add the closing one.",
    ),
    MessageCase(
      "reserved character",
      "a: @home\n",
      "s.yaml:1:4: a text cannot begin with '@'. Put it in quotation marks.",
    ),
    MessageCase(
      "colon in text",
      "a: b: c\n",
      "s.yaml:1:5: a ':' is not allowed here. Indent the line like its neighbours, "
        + "or put a text that contains ': ' in quotation marks.",
    ),
    MessageCase(
      "line without colon",
      "a: 1\nb\nc: 2\n",
      "s.yaml:2:1: this line is neither a key nor part of the text above. Write 'key: value'.",
    ),
    MessageCase(
      "unknown escape",
      "a: \"C:\\Work\"\n",
      "s.yaml:1:7: a '\\' in double quotation marks begins a special character, but not this "
        + "one. Write '\\\\', or use single quotation marks.",
    ),
    MessageCase(
      "escape without its digits",
      "a: \"C:\\Users\"\n",
      "s.yaml:1:9: a '\\' in double quotation marks begins a special character, but not this "
        + "one. Write '\\\\', or use single quotation marks.",
    ),
    MessageCase(
      "unclosed flow list",
      "a: [1, 2\nb: 3\n",
      "s.yaml:2:2: the '[' of line 1 is not closed before this. Add ',' or ']'.",
    ),
    MessageCase(
      "unclosed flow mapping",
      "a: {b: 1\nc: 2\n",
      "s.yaml:2:2: the '{' of line 1 is not closed before this. Add ',' or '}'.",
    ),
    MessageCase(
      "key indented less",
      "a:\n    b: 1\n  c: 2\n",
      "s.yaml:3:3: a key is expected here. Indent the line like the keys above it.",
    ),
    MessageCase(
      "list item among keys",
      "a: 1\n- b\n",
      "s.yaml:2:1: a key is expected here. Indent the line like the keys above it.",
    ),
    MessageCase(
      "list item on the key's line",
      "a: - b\n",
      "s.yaml:1:4: a list item ('- ') is not allowed here. Begin the list on a line of its own.",
    ),
    MessageCase(
      "key among list items",
      "- a\nb: 1\n",
      "s.yaml:2:1: a list item ('- ') is expected here. Indent the line like the items above it.",
    ),
    MessageCase(
      "two documents",
      "a: 1\n---\nb: 2\n",
      "s.yaml:2:1: a second document begins here. Keep one document in a file.",
    ),
    MessageCase(
      "alias and anchor",
      "a: &base {x: 1}\nb: *base\nc: see * and 'a*b'\n",
      "s.yaml:2:4: '*base' begins with '*', which makes it a YAML alias; scenario files have "
        + "none. Write the value out, or put text in quotation marks.",
    ),
    MessageCase(
      "tags",
      "a: !!int 3\nb: !place [1]\n",
      "s.yaml:1:4: scenario files have no YAML tags. Delete '!!int'.",
      "s.yaml:2:4: scenario files have no YAML tags. Delete '!place'.",
    ),
    MessageCase(
      "list as a key",
      "? [a, b]\n: 1\n",
      "s.yaml:1:3: a key must be a single text, not a list or a group of keys.",
    ),
    MessageCase(
      "all duplicate keys",
      "a: 1\nb:\n  c: 1\n  'c': 2\n  c: 3\na: 2\n吕梁: 1\n吕梁: 2\n",
      "s.yaml:4:3: the key 'c' is given twice; the first is on line 3. Keep one.",
      "s.yaml:5:3: the key 'c' is given twice; the first is on line 3. Keep one.",
      "s.yaml:6:1: the key 'a' is given twice; the first is on line 1. Keep one.",
      "s.yaml:8:1: the key '吕梁' is given twice; the first is on line 7. Keep one.",
    ),
    MessageCase(
      "duplicate keys without a letter to hide",
      "\"\": 1\n\"\": 2\n",
      "s.yaml:1:1: the key '' is given more than once. Keep one.",
    ),
    MessageCase(
      "nesting of lists",
      "a: " + String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
      "s.yaml:1:67: this is nested more than 64 levels deep. Use fewer levels.",
    ),
  ]

  @Test(arguments: cases)
  func `a file that cannot be understood is refused word for word`(_ row: MessageCase) {
    let problems = ProblemCollector()
    _ = YAMLReader.read(row.input, file: "s.yaml", reporting: problems)
    #expect(lines(problems) == row.problems)
  }

  @Test func `a file above the size limit is refused before it is parsed`() {
    let problems = ProblemCollector()
    let bytes = [UInt8](repeating: 0x61, count: YAMLReader.sizeLimit + 1)
    #expect(YAMLReader.read(bytes, file: "s.yaml", reporting: problems) == nil)
    #expect(
      lines(problems) == [
        "s.yaml: the file has 16777217 bytes, but a YAML file may have at most 16777216. "
          + "Move long tables into CSV files."
      ]
    )
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  // MARK: The list of runs

  static let runID = LocalizedText("Id", chinese: "编号")
  static let runName = LocalizedText("Name", chinese: "名称")
  static let runScenario = LocalizedText("Scenario", chinese: "情景")
  static let runYears = LocalizedText("Years", chinese: "年份")
  static let runReplications = LocalizedText("Kept/asked", chinese: "已完成/应完成")
  static let runSize = LocalizedText("Size", chinese: "大小")
  static let runStarted = LocalizedText("Begun", chinese: "开始日期")
  static let runState = LocalizedText("State", chinese: "状态")
  static let runNote = LocalizedText("Note", chinese: "备注")
  static let complete = LocalizedText("complete", chinese: "完整")
  static let unfinished = LocalizedText("unfinished", chinese: "未完成")

  static func forkOf(_ name: String, from run: String, at year: Int) -> LocalizedText {
    LocalizedText(
      "\(name): forked from \(run) at \(year)",
      chinese: "\(name)：自“\(run)”\(year)学年末起另行推算",
    )
  }

  static func noRuns(in store: String, option: String) -> LocalizedText {
    let option = option.isEmpty ? "" : " \(option)"
    return LocalizedText(
      "\(store) holds no runs. 'workforce run SCENARIO\(option)' keeps one.",
      chinese: "\(store) 中没有运行记录。用 workforce run 情景\(option) 可保存一次运行。",
    )
  }

  static func runsTogether(
    _ count: Int,
    bytes: Int,
    in store: String,
    option: String,
  ) -> LocalizedText {
    let size = byteText(bytes)
    let option = option.isEmpty ? "" : " \(option)"
    return LocalizedText(
      "\(count == 1 ? "1 run" : "\(count) runs") in \(store), \(size). "
        + "Remove one: workforce remove RUN\(option)",
      chinese: "\(store) 中共有\(count)次运行，\(size)。删除：workforce remove 编号或名称\(option)",
    )
  }

  // MARK: Keeping replications

  static func goesOn(_ kept: Int, of total: Int, from run: String, in store: String)
    -> LocalizedText
  {
    LocalizedText(
      kept == total
        ? "All \(total) replications were kept as run \(run) in \(store); nothing is simulated."
        : "\(kept) of \(total) replications were kept as run \(run) in \(store); "
          + "the others are simulated.",
      chinese: kept == total
        ? "全部\(total)次重复已保存在 \(store)（运行 \(run)），无需重新模拟。"
        : "\(total)次重复中有\(kept)次已保存在 \(store)（运行 \(run)），只模拟其余部分。",
    )
  }

  static func replicationGoesOn(_ number: Int, after year: Int, run: String) -> LocalizedText {
    LocalizedText(
      "Replication \(number + 1) of run \(run) goes on after \(year).",
      chinese: "运行 \(run) 的第\(number + 1)次重复从\(year)年之后继续。",
    )
  }

  static func stateIsDamaged(_ path: String) -> LocalizedText {
    LocalizedText(
      "\(path) is damaged; its replication starts over.",
      chinese: "\(path) 已损坏，该次重复从头开始。",
    )
  }

  static func stateIsForeign(_ path: String) -> LocalizedText {
    LocalizedText(
      "\(path) is not the state of this replication, which starts over.",
      chinese: "\(path) 不是该次重复的状态文件，该次重复从头开始。",
    )
  }

  static func stateNotReadable(_ path: String, _ words: String) -> LocalizedText {
    LocalizedText(
      "\(path) cannot be read (\(words)); its replication starts over.",
      chinese: "无法读取 \(path)（\(words)），该次重复从头开始。",
    )
  }

  static func statesNotKept(_ path: String, _ words: String) -> LocalizedText {
    LocalizedText(
      "Unfinished replications cannot be kept in \(path) (\(words)). The run goes on; a replication "
        + "that is cut off starts over.",
      chinese: "无法在 \(path) 保存未完成的重复（\(words)）。运行继续；中断的重复须从头开始。",
    )
  }

  static func stopped(_ kept: Int, of total: Int, run: String, in store: String)
    -> LocalizedText
  {
    LocalizedText(
      "Stopped: \(kept) of \(total) replications are kept as run \(run) in \(store). "
        + "The same command goes on from there.",
      chinese: "已停止：\(total)次重复中有\(kept)次已保存在 \(store)（运行 \(run)）。再次执行同一命令即可继续。",
    )
  }

  static func stopped(_ finished: Int, of total: Int) -> LocalizedText {
    LocalizedText(
      "Stopped after \(finished) of \(total) replications; nothing was written. "
        + "Run the same command again to start over, or fewer replications with --replications.",
      chinese: "完成\(total)次重复中的\(finished)次后停止，没有写出任何文件。"
        + "再次执行同一命令将从头开始；也可用 --replications 减少重复次数。",
    )
  }

  static func stoppedWriting(_ folder: String, areKept: Bool) -> LocalizedText {
    LocalizedText(
      "Stopped: \(folder) was not written. "
        + (areKept
          ? "All replications are kept; the same command writes the tables without simulating again."
          : "Run the same command again to start over."),
      chinese: "已停止：没有写出 \(folder)。"
        + (areKept ? "全部重复均已保存，再次执行同一命令即可直接写出结果表。" : "再次执行同一命令将从头开始。"),
    )
  }

  static func allAlike(_ total: Int) -> LocalizedText {
    LocalizedText(
      "All \(total) replications are the same: nothing in this scenario is left to chance, "
        + "and one replication says as much.",
      chinese: "\(total)次重复的结果完全相同：该情景没有任何随机因素，一次重复即可。",
    )
  }

  static func someAlike(_ groups: [[Int]]) -> LocalizedText {
    let shown = groups.prefix(3).map { $0.map { String($0 + 1) }.joined(separator: ", ") }
    let list = shown.joined(separator: "; ") + (groups.count > 3 ? "; …" : "")
    return LocalizedText(
      "Warning: some replications are the same, byte for byte (\(list)). In a very small scenario "
        + "this may be chance; otherwise the ranges are too narrow, and we ask you to report it.",
      chinese: "警告：有些重复的结果逐字节相同（\(list)）。很小的情景中这可能出于偶然；否则区间会过窄，请向我们报告。",
    )
  }

  // MARK: Progress

  static let writingTables = LocalizedText("writing tables", chinese: "写出结果表")
  static let elapsed = LocalizedText("elapsed", chinese: "已用")
  static let remaining = LocalizedText("left", chinese: "剩余")

  // MARK: Making results again

  static func firstOf(_ count: Int, asked: Int, run: String) -> LocalizedText {
    LocalizedText(
      "Run \(run) is unfinished: results are those of its first \(count) of \(asked) replications.",
      chinese: "运行 \(run) 尚未完成：结果只含\(asked)次重复中的前\(count)次。",
    )
  }

  static func filesAreCopies(_ run: String) -> LocalizedText {
    LocalizedText(
      "The files of run \(run) have changed since it ran; it is read with the copies in the store.",
      chinese: "运行 \(run) 的文件此后已有改动；现按运行库中的副本读取。",
    )
  }

  static func madeBy(_ command: String, run: String) -> LocalizedText {
    LocalizedText(
      "Run \(run) was made by: \(command)",
      chinese: "运行 \(run) 的命令：\(command)",
    )
  }

  static func copiesDiffer(_ run: String) -> LocalizedText {
    LocalizedText(
      "With these files the command does not make run \(run): they name others by paths that lead "
        + "elsewhere, such as an 'extends' from the root. Change these paths first.",
      chinese: "用这些文件执行该命令得不到运行 \(run)：其中有指向别处的路径，例如以根目录开头的 extends。请先改正这些路径。",
    )
  }

  static func noCopies(of files: [String], run: String) -> LocalizedText {
    LocalizedText(
      "The store has no copies of these files of run \(run), which were too large: "
        + "\(files.joined(separator: ", ")).",
      chinese: "运行 \(run) 的以下文件过大，运行库中没有副本：\(files.joined(separator: "、"))。",
    )
  }

  static func confirmRemoval(_ count: Int) -> LocalizedText {
    LocalizedText(
      "Remove \(count == 1 ? "this run" : "these \(count) runs")? Write y to do it: ",
      chinese: "删除以上\(count)次运行？输入 y 确认：",
    )
  }

  static let nothingRemoved = LocalizedText("Nothing was removed.", chinese: "没有删除任何内容。")
  static let cannotAsk = LocalizedText(
    "Nothing was removed. Add --yes to remove without being asked.",
    chinese: "没有删除任何内容。加上 --yes 可不经询问直接删除。",
  )

  static func removed(_ count: Int, store: String, bytes: Int) -> LocalizedText {
    let size = byteText(bytes)
    return LocalizedText(
      "Removed \(count == 1 ? "1 run" : "\(count) runs"); \(store) takes \(size).",
      chinese: "已删除\(count)次运行；\(store) 现占 \(size)。",
    )
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later

/// Where teachers can be spared for training, and where they are short.
struct TrainingBalance: Sendable {
  /// The available full-time equivalents above need of those who do not train, by cell.
  let surplus: [Double]
  /// What need exceeds them and those who will come from training by, by cell.
  let shortage: [Double]

  /// Compares need with those who do not train.
  ///
  /// - Parameters:
  ///   - need: The need by cell.
  ///   - time: The full-time equivalents as they stand.
  ///   - success: The share of those trained who qualify, by teaching field.
  init(need: [Double], time: WorkingTime, success: [Double]) {
    let training = time.training
    var surplus = [Double](repeating: 0, count: need.count)
    var shortage = surplus
    for cell in need.indices {
      var staying = time.available[cell]
      var coming = 0.0
      if training.people > 0 {
        staying -= training.availableByOrigin[cell]
        coming = training.peopleByTarget[cell] * success[cell % success.count]
      }
      surplus[cell] = max(0, staying - need[cell])
      shortage[cell] = max(0, need[cell] - staying - coming)
    }
    self.surplus = surplus
    self.shortage = shortage
  }
}

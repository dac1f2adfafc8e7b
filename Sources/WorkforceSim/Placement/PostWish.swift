// SPDX-License-Identifier: GPL-3.0-or-later

/// A post of the market that a teacher may wish for.
struct PostWish {
  /// The teacher's identity.
  let id: UInt64
  /// The school of the post.
  let school: Int32
  /// The post.
  let post: Int32

  init(id: UInt64, school: Int, post: Int) {
    self.id = id
    self.school = Int32(truncatingIfNeeded: school)
    self.post = Int32(truncatingIfNeeded: post)
  }
}

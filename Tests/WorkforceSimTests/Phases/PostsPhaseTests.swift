// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Authorised posts and the staffing norms.
struct PostsPhaseTests {
  /// One grade of pupils in two location classes under a pupil norm and a class norm.
  private func norms(_ method: PostMethod, years: Int = 1) -> SmallScenario {
    let locations = Dimension(.location, [Member("town"), Member("point")])
    var small = SmallScenario(years: years, dimensions: Dimensions([locations]))
    small.enrolment = (.table, [])
    small.need = [.perClass]
    small.posts = method
    small.set("enrolment.pupils", by: [.location], 380, 12)
    small.set("need.class_size", by: [.location], 40, 4)
    small.set("need.teachers_per_class", 1.25)
    small.set("posts.pupils_per_staff", 19)
    small.set("posts.staff_per_class", by: [.location], 0, 1)
    small.set("posts.non_teaching_share", 0.09)
    return small
  }

  @Test func `the larger of the pupil norm and the class norm counts, less other staff`() throws {
    // Town: 380/19 = 20. Teaching point: 12/19 = 0.63 against 3 classes of one teacher = 3.
    let runs = try norms(.norm).run()
    #expect(abs(runs.summary("norm_posts", 2025)[0] - 23 * 0.91) < 1e-9)
  }

  @Test(arguments: [0.0, 0.25, 1.0])
  func `posts close a share of their distance to the norm in a year`(speed: Double) throws {
    var small = norms(.norm, years: 4)
    small.add(40, age: 40)
    small.set("posts.adjustment", speed)
    let runs = try small.run()
    for elapsed in 1...4 {
      let left = (0..<elapsed).reduce(1.0) { left, _ in left * (1 - speed) }
      let expected = 23 * 0.91 + left * (40 - 23 * 0.91)
      #expect(abs(runs.summary("posts", 2024 + elapsed)[0] - expected) < 1e-9)
    }
  }

  @Test func `the opening establishment holds its vacancies`() throws {
    var small = norms(.opening, years: 3)
    small.add(40, age: 40)
    small.set("posts.opening_vacancy_share", 0.2)
    let runs = try small.run()
    for year in 2025...2027 {
      #expect(abs(runs.summary("posts", year)[0] - 50) < 1e-9)
      #expect(abs(runs.summary("vacancies", year)[0] - 10) < 1e-9)
    }
  }

  @Test func `posts by need are whole, and posts of a table as given`() throws {
    // 10 + 3 classes of 1.25 need 16.25: 17 posts.
    #expect(try norms(.need).run().summary("posts", 2025) == [17])
    // 100 times 1.1 is 110.00000000000001 in binary, and 110 posts.
    var relieved = norms(.need)
    relieved.need = [.table]
    relieved.set("need.table", 100)
    relieved.set("need.relief", 1.1)
    #expect(try relieved.run().summary("posts", 2025) == [110])
    var table = norms(.table)
    table.set("posts.table", 33)
    #expect(try table.run().summary("posts", 2025) == [33])
  }

  @Test func `a tighter norm gives fewer posts`() throws {
    var small = norms(.norm)
    let base = try small.run().summary("posts", 2025)[0]
    small.set("posts.pupils_per_staff", 23)
    #expect(try small.run().summary("posts", 2025)[0] < base)
  }

  @Test func `the norm of pupils needs no classes`() throws {
    var small = norms(.norm)
    small.need = nil
    #expect(abs(try small.run().summary("norm_posts", 2025)[0] - 392 / 19.0 * 0.91) < 1e-9)
  }

  @Test func `posts that nobody fills move nobody`() throws {
    var on = norms(.norm)
    on.add(40, age: 40)
    on.hasExits = true
    on.set("exits.all.probability", 0.2)
    var off = on
    off.posts = nil
    #expect(try on.run().populations[0].id == off.run().populations[0].id)
  }
}

/// A change of the care plan that rules may propose; it takes effect only by a named person's approval.
package struct PlanChange: Hashable, Sendable {
    package var id: String
    package var title: String
    /// When to look whether it worked, in days.
    package var reviewAfter: Double
    /// What would show that it worked.
    package var success: String

    package init(id: String, title: String, reviewAfter: Double, success: String) {
        self.id = id
        self.title = title
        self.reviewAfter = reviewAfter
        self.success = success
    }
}

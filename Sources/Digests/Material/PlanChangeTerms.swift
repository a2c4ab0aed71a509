/// What the rulebook says of a plan change beyond its title.
package struct PlanChangeTerms: Hashable, Sendable {
    /// Days from the decision until its effect is looked at.
    package var reviewAfterDays: Int
    /// What success would look like by then.
    package var success: String?
    /// Whose agreement it needs.
    package var needs: String?

    package init(reviewAfterDays: Int = 14, success: String? = nil, needs: String? = nil) {
        self.reviewAfterDays = reviewAfterDays
        self.success = success
        self.needs = needs
    }
}

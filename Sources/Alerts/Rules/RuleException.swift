package import Reports

/// A rule that holds its tongue about one client: what is expected of them, or known and being dealt with.
package struct RuleException: Hashable, Sendable {
    package var rule: String
    package var client: String
    /// Alerts opened after this are raised again; nil is for good.
    package var until: Instant?
    package var because: String

    package init(rule: String, client: String, until: Instant? = nil, because: String) {
        self.rule = rule
        self.client = client
        self.until = until
        self.because = because
    }
}

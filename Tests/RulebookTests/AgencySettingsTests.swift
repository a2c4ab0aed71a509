import Testing

@testable import Rulebook

struct AgencySettingsTests {
    @Test(arguments: [
        ("1 per 2 client-years", 0.5), ("0.5 per client-year", 0.5), ("2 per year", 2), ("1 per client-month", 12),
        ("1 per 52 client-weeks", 365.0 / 7 / 52), ("3 per 365 days", 3),
    ])
    func `a false-alert budget is a number of alerts per client-year`(written: String, perClientYear: Double) throws {
        let budget = try #require(FalseAlertBudget(written))
        #expect(abs(budget.perClientYear - perClientYear) < 1e-9)
    }

    @Test(arguments: ["", "two per client-year", "0 per year", "-1 per year", "1 per client", "1 in 2 years", "nan per year"])
    func `anything else is no budget`(written: String) {
        #expect(FalseAlertBudget(written) == nil)
    }

    @Test(arguments: [
        ("C001", "C001", true), ("C001", "C0010", false), ("*", "anyone", true), ("N*", "N12", true), ("N*", "M12", false),
        ("*-a*z", "x-abz", true), ("a*b*c", "aXbXbc", true), ("a*b*c", "aXbX", false), ("*", "", true),
    ])
    func `a star stands for any characters of a client id`(pattern: String, client: String, matches: Bool) {
        #expect(ClientPattern(pattern).matches(client) == matches)
    }

    @Test func `an id beats a pattern and a longer pattern a shorter one`() {
        var agency = AgencySettings()
        agency.coordinators = [
            .init(id: "all", name: "All", clients: [ClientPattern("*")]),
            .init(id: "north", name: "North", clients: [ClientPattern("N*")]),
            .init(id: "anna", name: "Anna", clients: [ClientPattern("N7")]),
        ]
        #expect(["S1", "N1", "N7"].map { agency.coordinator(of: $0)?.id } == ["all", "north", "anna"])
    }
}

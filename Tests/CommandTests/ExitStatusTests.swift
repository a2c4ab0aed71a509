import Testing

struct ExitStatusTests {
    @Test func `help and version are answers, not mistakes`() throws {
        for arguments in [["--help"], ["help", "extract"], ["extract", "--help"], ["--version"]] {
            let outcome = try Program.run(arguments)
            #expect(outcome.status == 0)
            #expect(!outcome.output.isEmpty && outcome.errors.isEmpty)
        }
    }

    @Test(arguments: [
        ["extract", "--frmat", "text"], ["extract", "--format", "yaml"], ["nonsense"], ["evaluate"],
        ["evaluate", "--clients", "truth.ndjson"], ["simulate", "--only", "fal"], ["extract", "no-such-file"],
        ["extract", "--config", "no-such-folder"],
    ])
    func `bad usage and bad config do nothing and end with 2`(arguments: [String]) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    }

    @Test func `a misspelt option is told with the right one`() throws {
        #expect(try Program.run(["extract", "--frmat", "text"]).errors.contains("--format"))
        #expect(try Program.run(["simulate", "--only", "fal"]).errors.contains("Did you mean fall?"))
    }

    @Test func `the built-in config is in order`() throws {
        let outcome = try Program.run(["rules", "check"])
        #expect(outcome.status == 0, "\(outcome.output)")
    }
}

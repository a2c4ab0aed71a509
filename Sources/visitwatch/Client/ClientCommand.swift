import ArgumentParser
import Casebook
import Digests
import Rulebook
import VisitPipeline

/// `visitwatch client`: one client's story.
struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "One client's story: alerts, trends and visits, newest first.",
        discussion: """
              visitwatch client C104
              visitwatch client C104 --format html > c104.html
              visitwatch client C104 --look-back             the days before the last fall, admission or other red flag
              visitwatch client C104 --since 2026-03-01      what has changed since, and what declines quietly
            """)

    @Argument(help: "The client's id.") var client: String
    @Flag(name: .customLong("all"), help: "All visits, not the newest 60 alone.") var showsAll = false
    @Flag(help: "What the notes said before the last red flag, what fired, and what nearly fired.") var lookBack = false
    @Option(help: "With --look-back: over so many days.") var days = 14
    @Option(help: ArgumentHelp("What has changed since this date or time.", valueName: "time")) var since: AsOf?
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "How it is written down.") var format = StoryFormat.text

    func validate() throws {
        guard (1...3_660).contains(days) else { throw ValidationError("--days: from 1 to 3660.") }
        if lookBack, since != nil { throw ValidationError("--look-back and --since are two views: ask for them one by one.") }
        if format == .html, lookBack || since != nil {
            throw ValidationError("--look-back and --since are written as text or ndjson.")
        }
    }

    func run() async throws {
        if lookBack || since != nil { return try await look() }
        let rulebook = try config.rulebook()
        let book = try Casebook.openForReading(at: store.path)
        guard let story = try await DigestMaking(book: book, rulebook: rulebook, asOf: asOf.instant).clientStory(client) else {
            throw Failure.refused("The store \(store.path) knows no client \(printable(client)).")
        }
        switch format {
        case .text:
            try StandardOutput.write(
                story.text(
                    rulebook.words, width: Page.width, inColour: Page.inColour, visitLimit: showsAll ? nil : 60))
        case .html: try StandardOutput.write(story.html(rulebook.words))
        case .ndjson: try StandardOutput.write(story.ndjson())
        }
    }

    private func look() async throws {
        let rulebook = try config.rulebook()
        let book = try Casebook.openForReading(at: store.path)
        let looking = try LookingBack(book: book, rulebook: rulebook, asOf: asOf.instant)
        let found =
            if let since { try await looking.since(since.instant, of: client) } else {
                try await looking.beforeLastEvent(of: client, days: Double(days))
            }
        guard let found else { throw Failure.refused("The store \(store.path) knows no client \(printable(client)).") }
        let text = found.text(rulebook.words, width: Page.width, inColour: Page.inColour)
        try StandardOutput.write(format == .ndjson ? found.ndjson() : text)
    }
}

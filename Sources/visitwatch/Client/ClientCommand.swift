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
            """)

    @Argument(help: "The client's id.") var client: String
    @Flag(name: .customLong("all"), help: "All visits, not the newest 60 alone.") var showsAll = false
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var store: StoreOption
    @OptionGroup var config: ConfigOption
    @Option(help: "How it is written down.") var format = StoryFormat.text

    func run() async throws {
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
}

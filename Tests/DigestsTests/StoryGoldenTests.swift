import Digests
import Testing

struct StoryGoldenTests {
    private let words: Words

    init() throws { words = try ShippedWords.load() }

    @Test func `a client's story in text, page and lines`() throws {
        try expectGolden(Sample.clientStory.text(words, width: 80), "client.txt")
        try expectGolden(Sample.clientStory.html(words), "client.html")
        try expectGolden(Sample.clientStory.ndjson(), "client.ndjson")
    }

    @Test func `one alert in text, page and lines`() throws {
        try expectGolden(Sample.alertStory.text(words, width: 80), "alert.txt")
        try expectGolden(Sample.alertStory.html(words), "alert.html")
        try expectGolden(Sample.alertStory.ndjson(), "alert.ndjson")
    }

    @Test func `the older visits of a long story are counted, not shown`() throws {
        let text = Sample.clientStory.text(words, width: 80, visitLimit: 1)
        #expect(text.contains("2 earlier visits not shown"))
        #expect(!text.contains("pm tabs still in pod\u{201D}\n\n"))
    }
}

import Digests
import Testing

struct DigestGoldenTests {
    private let words: Words
    private let digest = DigestBuilder(for: Sample.caseload, of: Sample.material).digest()

    init() throws { words = try ShippedWords.load() }

    @Test func `the digest as a terminal shows it`() throws {
        try expectGolden(digest.text(words, width: 80), "monday.txt")
    }

    @Test func `the digest as a page`() throws { try expectGolden(digest.html(words), "monday.html") }

    @Test func `the digest as Markdown`() throws { try expectGolden(digest.markdown(words), "monday.md") }

    @Test func `the digest as lines for programs`() throws { try expectGolden(digest.ndjson(words), "monday.ndjson") }
}

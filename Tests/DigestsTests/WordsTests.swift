import Digests
import Testing

struct WordsTests {
    @Test func `the shipped words hold every key and nothing else`() throws {
        #expect(try Set(ShippedWords.entries().keys) == Words.requiredKeys)
        _ = try ShippedWords.load()
    }

    @Test func `everything that is wrong is told at once`() throws {
        var entries = try ShippedWords.entries()
        entries["alert.also"] = nil
        entries["alert.aslo"] = "Also"
        entries["alert.opened"] = "since {day}"
        entries["section.today"] = "Today {"
        entries["date.weekdays"] = "Mon Tue"
        let error = #expect(throws: WordsError.self) { try Words(entries: entries) }
        #expect(
            Set(error?.problems ?? []) == [
                .missing(key: "alert.also"), .unknown(key: "alert.aslo"), .unbalanced(key: "section.today"),
                .unknownPlaceholder(key: "alert.opened", name: "day", known: ["date"]),
                .wrongCount(key: "date.weekdays", found: 2, wanted: 7),
            ])
    }

    @Test func `a number picks its word`() throws {
        let words = try ShippedWords.load()
        #expect(words(.summaryPutAside, ["count": "1"]) == "1 record put aside")
        #expect(words(.summaryPutAside, ["count": "2"]) == "2 records put aside")
    }

    @Test func `a value with braces is not filled again`() throws {
        #expect(try ShippedWords.load()(.reference, ["id": "{id} {x:a|b}"]) == "Alert {id} {x:a|b}")
    }
}

import Alerts
import Digests
import Foundation
import Reports
import Testing

/// Every field that a note, an id or a file name can fill carries an attack; no face may act on it.
struct HostileTextTests {
    private static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title></style><svg onload=x>",
        "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{9B}31m", "safe\u{202E}txet\u{2066}", "line\nbreak\r\nback", "nul\u{0}tab\t",
        "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "[click](javascript:alert(1))", "![x](http://evil.example/a.png)",
        "# heading", "```\ncode", "| a | b |", "$x$ <!-- c -->", "http://evil.example www.evil.example", "{name} {count:a|b}",
        String(repeating: "long", count: 300), "\u{200B}\u{FEFF}\u{E0041}",
    ]

    private let words: Words

    init() throws { words = try ShippedWords.load() }

    @Test(arguments: attacks) func `a page shows an attack and does not run it`(_ attack: String) {
        for html in [digest(attack).html(words), story(attack).html(words), alertPage(attack).html(words)] {
            let tags = html.matches(of: /<([a-z0-9]+)[ >\/]/).map { String($0.output.1) }
            #expect(Set(tags).isSubset(of: Self.tags))
            #expect(!html.contains(/<[^>]*\son[a-z]+=/))
            #expect(!html.contains(/(?:href|src)="(?!#)/))
            #expect(html.matches(of: /<title>/).count == 1)
            #expect(html.unicodeScalars.allSatisfy(isHarmless))
        }
    }

    @Test(arguments: attacks) func `a terminal is not steered, and no line passes its width`(_ attack: String) {
        for text in [
            digest(attack).text(words, width: 60), story(attack).text(words, width: 60),
            alertPage(attack).text(words, width: 60),
        ] {
            #expect(text.unicodeScalars.allSatisfy(isHarmless))
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
        }
    }

    @Test(arguments: attacks) func `Markdown keeps no link, image, tag, table or formula`(_ attack: String) {
        let markdown = digest(attack).markdown(words)
        for mark in ["<", "[", "|", "`", "$", "!", "@"] {
            let bare = markdown.replacingOccurrences(of: "\\\\", with: "").replacingOccurrences(of: "\\" + mark, with: "")
            #expect(!bare.contains(mark))
        }
        #expect(!markdown.contains("://"))
        #expect(markdown.unicodeScalars.allSatisfy(isHarmless))
    }

    @Test(arguments: attacks) func `lines for programs give the exact words back`(_ attack: String) throws {
        let lines = digest(attack).ndjson(words).split(separator: "\n").map { Data($0.utf8) }
        let records = try lines.map { try #require(JSONSerialization.jsonObject(with: $0) as? [String: Any]) }
        let alert = try #require(records.first { $0["section"] as? String == "today" })
        #expect(alert["why"] as? String == attack)
        #expect(digest(attack).ndjson(words).unicodeScalars.allSatisfy(isHarmless))
    }

    @Test(arguments: attacks) func `neither subject nor file name holds a word of anybody's`(_ attack: String) {
        #expect(digest(attack).subject(words) == "Client digest Mon 2 Mar 2026: 1 for today, 0 this week")
        #expect(digest(attack).fileStem.wholeMatch(of: /digest-2026-03-02(-[a-z0-9]+)*/) != nil)
    }

    private static let tags: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "a", "header", "main", "footer", "h1", "h2", "h3", "h4", "p", "ul",
        "li", "section", "article", "div", "span", "strong", "blockquote", "cite", "figure", "figcaption", "svg", "desc",
        "line", "rect", "text", "path", "circle", "table", "tbody", "tr", "th", "td", "br",
    ]

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: true
        case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}

extension HostileTextTests {
    private func material(_ attack: String) -> DigestMaterial {
        var alert = Sample.alert(
            attack, attack, .redFlag, .high, attack, why: attack,
            quotes: [Sample.quote(attack, attack, attack), Sample.quote("unknown", attack, attack)],
            proposals: [Proposal(change: attack, title: attack)], measure: attack, domain: attack)
        alert.rulebook = attack
        var material = DigestMaterial(alerts: [alert], asOf: Sample.asOf)
        material.visits = [attack: QuotedVisit(time: Sample.since, carer: attack)]
        material.charts = [attack: [Sample.series(attack, attack, usual: .nan, [0, nil, 14])]]
        material.planChanges = [attack: PlanChange(id: attack, title: attack, reviewAfter: 7, success: attack)]
        material.putAside = [PutAsideLine(place: attack, reason: attack)]
        return material
    }

    private func digest(_ attack: String) -> Digest {
        let clients = [Caseload.Client(id: attack, displayName: attack), .init(id: attack + "2", displayName: attack)]
        let caseload = Caseload(coordinator: attack, name: attack, branch: attack, agency: attack, clients: clients)
        return DigestBuilder(for: caseload, of: material(attack)).digest()
    }

    private func story(_ attack: String) -> ClientStory {
        let finding = ClientStory.Finding(concept: attack, assertion: attack, text: attack)
        let visit = ClientStory.VisitMaterial(report: attack, time: Sample.asOf, carer: attack, findings: [finding])
        return ClientStory(of: .init(id: attack, displayName: attack), visits: [visit], in: material(attack))
    }

    private func alertPage(_ attack: String) -> AlertStory {
        let event = AlertStory.EventMaterial(time: Sample.asOf, status: .open, severity: .high, by: attack, reason: attack)
        let material = material(attack)
        return AlertStory(of: material.alerts[0], client: .init(id: attack), history: [event], in: material)
    }
}

/// A part of a digest under its heading.
struct DigestSection {
    enum Content {
        case blocks([ClientBlock])
        case lines([ClientLine])
        case clients([Caseload.Client])
        case records([PutAsideLine])
    }

    /// Stable, for anchors and for programs.
    let id: String
    let title: String
    let note: String?
    let content: Content
}

extension Digest {
    /// The sections that have something to say: what needs doing first comes first.
    func sections(_ words: Words) -> [DigestSection] {
        let section = { (id: String, title: WordKey, note: String?, content: DigestSection.Content) in
            DigestSection(id: id, title: words(title), note: note, content: content)
        }
        let all = [
            section("today", .sectionToday, words(.noteToday), .blocks(today)),
            section("waiting", .sectionWaiting, words(.noteWaiting), .lines(waiting)),
            section("this-week", .sectionThisWeek, nil, .blocks(thisWeek)),
            section("in-brief", .sectionBelowLine, words(.noteBelowLine, ["budget": String(budget)]), .lines(belowLine)),
            section("next-review", .sectionNextReview, nil, .blocks(nextReview)),
            section("improving", .sectionImproving, nil, .blocks(improving)),
            section("no-change", .sectionUnchanged, nil, .lines(unchanged)),
            section("ended", .sectionEnded, nil, .lines(ended)),
            section("no-reports", .sectionNoReports, words(.noteNoReports), .clients(noReports)),
            section("nothing-new", .sectionNothingNew, nil, .clients(nothingNew)),
            section("put-aside", .sectionPutAside, words(.notePutAside), .records(putAside)),
        ]
        return all.filter { !$0.isEmpty }
    }
}

extension DigestSection {
    var isEmpty: Bool { count == 0 }

    /// Clients, alerts or records, whichever the section lists.
    var count: Int {
        switch content {
        case .blocks(let blocks): blocks.count
        case .lines(let lines): lines.count
        case .clients(let clients): clients.count
        case .records(let records): records.reduce(0) { $0 + $1.count }
        }
    }
}

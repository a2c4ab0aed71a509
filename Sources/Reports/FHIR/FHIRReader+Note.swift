import Foundation

extension FHIRReader {
    /// The document's text, from the plainest form it has.
    func note(of document: Resource) throws(Rejection) -> String {
        let attachments = list(document["content"]).compactMap { $0["attachment"] as? Resource }
        let typed = attachments.map { ($0, ($0["contentType"] as? String ?? "text/plain").lowercased()) }
        if let (plain, _) = typed.first(where: { $0.1.hasPrefix("text/plain") && $0.0["data"] != nil }) {
            return try text(in: plain)
        }
        if let (html, _) = typed.first(where: { $0.1.hasPrefix("text/html") && $0.0["data"] != nil }) {
            return HTMLText.plain(try text(in: html))
        }
        let sections = narratives(list(document["section"]))
        if !sections.isEmpty { return sections.joined(separator: "\n") }
        if let narrative = narrative(document) { return narrative }
        throw .notAFHIRReport(why: "it carries no text: neither a text attachment with data nor a narrative")
    }

    private func text(in attachment: Resource) throws(Rejection) -> String {
        guard let encoded = attachment["data"] as? String,
            let data = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters)
        else {
            throw .notAFHIRReport(why: "its attachment is not base64")
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw .notUTF8 }
        guard !text.utf8.contains(0) else { throw .nulByte }
        return text
    }

    private func narratives(_ sections: [Resource], depth: Int = 0) -> [String] {
        guard depth < 8 else { return [] }
        return sections.flatMap { section in
            (narrative(section).map { [$0] } ?? []) + narratives(list(section["section"]), depth: depth + 1)
        }
    }

    private func narrative(_ resource: Resource) -> String? {
        ((resource["text"] as? Resource)?["div"] as? String).map(HTMLText.plain)
    }
}

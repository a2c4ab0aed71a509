package import Reports

/// Turns a report into signals; stateless, so the result never depends on what else is read.
package struct SignalExtractor: Sendable {
    private let lexicon: Lexicon

    package init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// A reader for many notes in a row; use one a worker.
    package func makeReader() -> NoteReader { NoteReader(lexicon) }

    package func signals(in report: VisitReport) -> [Signal] {
        var reader = makeReader()
        return reader.signals(in: report)
    }
}

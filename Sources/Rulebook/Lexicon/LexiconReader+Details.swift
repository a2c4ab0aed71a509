import Signals

/// Reads `details.yaml`: the particulars told beside a finding.
///
/// Each kind names the concepts that it is told `of`, and its `values` with the words for each.
extension LexiconReader {
    /// The value that stands for the words themselves.
    private static let asWritten = "as-written"

    func readDetails(_ root: ConfigNode, into source: inout LexiconSource) {
        _ = root.map(problems) { map in
            _ = map.required("details")?.map(problems) { kinds in
                for kind in SignalDetail.Kind.allCases {
                    if let node = kinds.optional(kind.rawValue) { readDetail(kind, node, into: &source) }
                }
                return true
            }
            return true
        }
    }

    private func readDetail(_ kind: SignalDetail.Kind, _ node: ConfigNode, into source: inout LexiconSource) {
        _ = node.map(problems) { map in
            source.detailTakers[kind] = (map.required("of")?.list(problems) ?? []).compactMap(conceptOrDomain)
            for entry in map.required("values")?.entries(problems) ?? [] {
                let value = entry.key == Self.asWritten ? nil : entry.key
                for phrase in phrases(entry.value) {
                    source.details.append(DetailWording(phrase: phrase, kind: kind, value: value))
                }
            }
            return true
        }
    }
}

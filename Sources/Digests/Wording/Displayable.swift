extension String {
    /// The text without what could steer a terminal or reorder a line: controls become spaces or vanish, so do
    /// direction overrides, invisible spaces, tag characters and line separators.
    var displayable: String {
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch Self.treatment(of: scalar) {
            case .keep: shown.append(scalar)
            case .space: shown.append(" ")
            case .drop: continue
            }
        }
        return String(shown).collapsingSpaces
    }

    private enum Treatment { case keep, space, drop }

    private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0xA0, 0x2028, 0x2029: .space
        case 0x00...0x1F, 0x7F...0x9F: .drop
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .drop
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: .drop
        default: .keep
        }
    }

    private var collapsingSpaces: String { split(separator: " ").joined(separator: " ") }

    /// The first letter as a capital, the rest as it stands.
    var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}

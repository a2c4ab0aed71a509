import Foundation

/// Words about the run: they go to standard error, so that standard output holds data alone.
enum Terminal {
    /// Whether standard error is read by a person at this moment.
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// One line of words; a reader who has gone away is no reason to stop.
    static func tell(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    static func draw(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Makes writing to a closed pipe an error that can be handled, instead of the end of the program.
    static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}

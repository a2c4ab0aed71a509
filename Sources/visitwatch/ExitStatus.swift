import ArgumentParser
import Casebook
import Foundation
import Reports
import Rulebook

/// What the program tells the shell, as the outer contract has it.
enum ExitStatus: Int32 {
    case done = 0
    /// Done, but records were put aside or a delivery failed.
    case incomplete = 1
    /// Nothing done: bad usage or bad config.
    case refused = 2
    case storeBusy = 3
    case storeUnusable = 4
    case defect = 70

    var exitCode: ExitCode { ExitCode(rawValue) }

    /// Ends the program with what an error means, told on standard error; help and version go to standard output.
    static func leave(after error: any Error, parsedBy command: any ParsableCommand.Type) -> Never {
        switch error {
        case is ClosedOutput: exit(done.rawValue)
        case let code as ExitCode: exit(code.rawValue)
        case let failure as Failure:
            Terminal.tell(failure.message)
            exit(failure.status.rawValue)
        case let problems as RulebookErrors:
            Terminal.tell(problems.description)
            exit(refused.rawValue)
        case let problem as IntakeError:
            Terminal.tell(problem.description)
            exit(refused.rawValue)
        case let problem as CasebookError:
            Terminal.tell(problem.description)
            exit(problem.exitStatus)
        default: leaveParsing(error, command)
        }
    }

    private static func leaveParsing(_ error: any Error, _ command: any ParsableCommand.Type) -> Never {
        let code = command.exitCode(for: error)
        let message = command.fullMessage(for: error)
        if code == .success {
            print(message)
            exit(done.rawValue)
        }
        if code == .validationFailure {
            Terminal.tell(message)
            exit(refused.rawValue)
        }
        if error is CocoaError {
            Terminal.tell("\(error.localizedDescription) Nothing more was done.")
            exit(refused.rawValue)
        }
        Terminal.tell("This is a defect of visitwatch: \(type(of: error)). Please report it with the command that led to it.")
        exit(defect.rawValue)
    }
}

/// A reason to stop that is told in a sentence.
struct Failure: Error {
    var status: ExitStatus
    var message: String

    static func refused(_ message: String) -> Failure { Failure(status: .refused, message: message) }
}

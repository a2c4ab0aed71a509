import Testing

@testable import Reports

struct TableIntakeTests {
    @Test func `quotes, new lines in cells, a byte order mark and both line ends are read`() throws {
        let table =
            "\u{FEFF}Visit ID,Client ID,Visit_Notes,Start,End\r\n"
            + "1,C1,\"She said \"\"no\"\",\r\nthen ate\",06/01/2026 08:05,06/01/2026 08:35\r\n\n"
            + "2,C2, plain \"quote\" ,2026-07-06 08:05,\n"
        let intake = try Intake(table, name: "a.csv")
        #expect(intake.putAside.isEmpty)
        #expect(intake.reports.map(\.note) == ["She said \"no\",\r\nthen ate", " plain \"quote\" "])
        #expect(intake.reports.map(\.start.iso8601) == ["2026-01-06T08:05:00Z", "2026-07-06T07:05:00Z"])
        #expect(intake.places.map(\.line) == [2, 5])
    }

    @Test(arguments: [",", ";", "\t", "|"]) func `the delimiter is told from the header`(delimiter: String) throws {
        let rows = [["id", "client", "note", "start"], ["1", "C", "ate", "2026-01-06 08:05"]]
        let table = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n")
        #expect(try Intake(table, name: "-").reports.map(\.note) == ["ate"])
        #expect(try Intake("sep=\(delimiter)\r\n" + table, name: "a.csv").reports.map(\.note) == ["ate"])
    }

    @Test func `a table is read in UTF-16 and Windows-1252`() throws {
        let table = "id,client,note,start\n1,C,caf\u{E9},2026-01-06 08:05\n"
        #expect(try Intake(table.utf16(), name: "a.csv").reports.map(\.note) == ["café"])
        #expect(try Intake(table.unicodeScalars.map { UInt8($0.value) }, name: "a.csv").reports.map(\.note) == ["café"])
    }

    @Test func `a bad row is put aside and the others are read`() throws {
        let table = """
            id,client,note,start
            1,C,too,many,2026-01-06 08:05
            2,C,few
            3,C,"never closed,2026-01-06 08:05
            4,C,"fine",2026-01-06 08:05
            5,,no client,2026-01-06 08:05
            6,C,fine,2026-01-06 08:05,,
            7,C,"open at the end,2026-01-06 08:05
            """
        let intake = try Intake(table, name: "a.csv")
        #expect(intake.reports.map(\.id) == ["4", "6"])
        #expect(intake.putAside.map(\.place.line) == [2, 3, 4, 6, 8])
        #expect(intake.putAside[2].reason.contains("a quoted cell is not closed"))
        #expect(intake.putAside[0].reason.contains("5 cells where the header has 4"))
    }

    @Test func `a table without a needed column is put aside whole in one message`() throws {
        let intake = try Intake("id,client,start,mood\n1,C,2026-01-06 08:05,low\n2,C,2026-01-06 08:05,low\n", name: "a.csv")
        #expect(intake.records.count == 1)
        #expect(intake.putAside[0].reason.contains("no column for note; the columns found are id, client, start, mood"))
        #expect(intake.putAside[0].raw.count == 71)
    }

    @Test func `a table without a header does not give a client away`() throws {
        let intake = try Intake("1,Agnes,fell in bath,2026-01-06 08:05\n", name: "a.csv")
        #expect(intake.putAside.count == 1)
        #expect(!intake.putAside[0].reason.contains("Agnes"))
    }

    @Test func `a doubled column, a million columns and NUL bytes are refused`() throws {
        #expect(
            try Intake("id,client,note,Note,start\n1,C,a,b,2026-01-06\n", name: "a.csv").putAside[0].reason.contains(
                "more than once"))
        let million = String(repeating: "x,", count: 1_000_000)
        let wideRow = try Intake("id,client,note,start\n\(million)\n1,C,a,2026-01-06\n", name: "a.csv")
        #expect(wideRow.reports.count == 1)
        #expect(wideRow.putAside[0].reason.contains("more than 1000 columns"))
        #expect(try Intake("id,\(million)\n1", name: "a.csv").putAside[0].reason.contains("more than 1000 columns"))
        #expect(try Intake("id,client,note,start\n1,C,a\0b,2026-01-06\n", name: "a.csv").putAside[0].reason.contains("NUL"))
    }

    @Test func `dates and clock times stand in columns of their own, over midnight too`() throws {
        let table = "id,client,note,date,start,end\n1,C,a,01/02/2026,11:05 pm,6:30 am\n2,C,b,01/02/2026,08.05,08.35\n"
        var settings = IntakeSettings()
        settings.dateOrder = .monthFirst
        settings.timeZone = "America/New_York"
        let reports = try Intake(table, name: "a.csv", settings: settings).reports
        #expect(reports.map(\.start.iso8601) == ["2026-01-03T04:05:00Z", "2026-01-02T13:05:00Z"])
        #expect(reports.map { $0.end?.iso8601 } == ["2026-01-03T11:30:00Z", "2026-01-02T13:35:00Z"])
    }

    @Test func `an end in the hour that clocks repeat is read as the later one when it must be`() throws {
        let table = "id,client,note,start,end\n1,C,a,25/10/2026 01:50,25/10/2026 01:10\n2,C,a,06/01/2026 09:00,06/01/2026 08:00\n"
        let intake = try Intake(table, name: "a.csv")
        #expect(intake.reports.map(\.start.iso8601) == ["2026-10-25T00:50:00Z"])
        #expect(intake.reports.map { $0.end?.iso8601 } == ["2026-10-25T01:10:00Z"])
        #expect(intake.putAside.map(\.place.line) == [3])
    }

    @Test func `rows of one visit are joined when the agency writes them so`() throws {
        let table = """
            visit id,client,note,start,task,task status,task note
            1,C,Ate well.,2026-01-06 08:05,Breakfast,Done,
            1,C,Ate well.,2026-01-06 08:05,Tablets,Refused,asleep
            1,C,"Asked
            for tea.",2026-01-06 08:05,,,
            2,C,b,2026-01-06 12:05,Lunch,,
            2,D,b,2026-01-06 12:05,Lunch,,
            3,C,c,2026-01-06 12:05,Lunch,perhaps,
            """
        var settings = IntakeSettings()
        settings.rowLayout = .severalAVisit
        for chunkBytes in [3, 50, 100_000] {
            let intake = try Intake(table, name: "a.csv", settings: settings, chunkBytes: chunkBytes)
            #expect(intake.reports.map(\.note) == ["Ate well.\nAsked\nfor tea."])
            #expect(
                intake.reports[0].tasks == [
                    TickedTask(task: "Breakfast", done: true), TickedTask(task: "Tablets", done: false, reason: "asleep"),
                ])
            #expect(intake.putAside.map(\.place.line) == [6, 8])
            #expect(intake.putAside[0].reason.contains("do not agree on client"))
            #expect(intake.putAside[1].reason.contains("neither a word for yes"))
        }
        #expect(try Intake(table, name: "a.csv").reports.count == 5)
    }

    @Test func `a cell can hold all tasks`() throws {
        let table =
            "id,client,note,start,tasks,medication_due\n1,C,a,2026-01-06,Wash: yes; Tablets: no (asleep); Bins,Y\n"
            + "2,C,a,2026-01-06,\"[{\"\"task\"\":\"\"Wash\"\",\"\"done\"\":true}]\",\n"
        let reports = try Intake(table, name: "a.csv").reports
        #expect(
            reports.first?.tasks == [
                TickedTask(task: "Wash", done: true), TickedTask(task: "Tablets", done: false, reason: "asleep"),
                TickedTask(task: "Bins", done: true),
            ])
        #expect(reports.map(\.medicationDue) == [true, nil])
        #expect(reports.last?.tasks == [TickedTask(task: "Wash", done: true)])
    }

    @Test func `HTML in notes becomes plain text when asked for`() throws {
        var settings = IntakeSettings()
        settings.notesHoldHTML = true
        let table = "id,client,note,start\n1,C,<p>Tea &amp; toast<br/>2 &lt; 3 &pound;5</p>,2026-01-06\n"
        #expect(try Intake(table, name: "a.csv", settings: settings).reports.map(\.note) == ["Tea & toast\n2 < 3 £5"])
    }
}

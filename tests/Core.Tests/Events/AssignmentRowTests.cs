using System.Text.Json;
using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Events;

public sealed class AssignmentRowTests
{
    private static readonly Deadline Later = Instant("2024-09-16T00:00:00+07:00");
    private static readonly AssignmentEvent.Exempted Exempted = new("o", "Sáp nhập");
    private static readonly AssignmentEvent.WindowEnded Ended = new(1, WindowOutcome.Missing);
    private static readonly AssignmentEvent.DueExtended Extended = new(
        1,
        Due,
        Later,
        Closes,
        "Lan",
        "Bão"
    );

    // Everything that can become of an assignment, in random order as far as the record allows.
    private static readonly Gen<Event[]> Stories =
        from steps in Gen.Int[0, 7].Array[0, 12]
        from minutes in Gen.Int[-20_000, 60_000].Array[12]
        select Story(steps, minutes);

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, Event[], string, string> Rows =>
        new()
        {
            { "nothing", [], "Waiting", "" },
            { "opened", [Opened()], "Open 1", "runs" },
            { "a file that cannot count", [Opened(), Recorded("2024-09-09T09:00:00+07:00", finding: Severity.Error)], "ToMend 1", "runs" },
            { "on time", [Opened(), Recorded("2024-09-09T09:00:00+07:00")], "OnTime 1", "runs accepted settled" },
            { "late", [Opened(), Recorded("2024-09-12T09:00:00+07:00")], "Late 1", "runs accepted settled" },
            { "closed", [Opened(), Ended], "Missing 1", "settled" },
            { "exempt before it opened", [Exempted], "Exempt", "settled" },
            { "exempt while open", [Opened(), Exempted], "Exempt 1", "settled" },
            { "opened again", [Opened(), Recorded("2024-09-09T09:00:00+07:00"), new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted), Opened(2)], "Reopened 2", "runs" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_says_how_the_assignment_stands(
        string why,
        Event[] events,
        string phase,
        string words
    )
    {
        var standing = Row(events).Standing;

        var said = string.Join(
            ' ',
            [
                .. standing.IsRunning ? ["runs"] : Array.Empty<string>(),
                .. standing.IsAccepted ? ["accepted"] : Array.Empty<string>(),
                .. standing.IsSettled ? ["settled"] : Array.Empty<string>(),
            ]
        );
        Assert.Equal(
            (why, phase, words),
            (
                why,
                standing.Window > 0 ? $"{standing.Phase} {standing.Window}" : $"{standing.Phase}",
                said
            )
        );
    }

    [Fact]
    public void Time_alone_changes_what_people_see_as_the_stream_itself_would() =>
        Gen.Select(Stories, Instants)
            .Sample(
                (events, now) =>
                {
                    var (row, state) = (Row(events), State(events));
                    return row.PhaseAt(now) == state.Phase(now)
                        && row.Standing.IsSettled == state.IsSettled;
                },
                iter: Many
            );

    [Fact]
    public void It_comes_back_from_its_text() =>
        Stories.Sample(
            events =>
            {
                var text = JsonSerializer.Serialize(Row(events));
                return JsonSerializer.Serialize(JsonSerializer.Deserialize<AssignmentRow>(text))
                    == text;
            },
            iter: 1_000
        );

    [Fact]
    public void It_goes_as_far_as_its_stream()
    {
        var stream = Stream(BaDinh.Stream, Opened(), Extended);

        var row = AssignmentRow.Of(BaDinh, new EventStream(BaDinh.Stream, stream));

        Assert.Equal((2, stream[^1].Hash), (row.Sequence, row.Head));
        Assert.Equal((0, Chain.Origin), (Row().Sequence, Row().Head));
    }

    [Fact]
    public void It_holds_what_counts_and_the_extension_of_its_window()
    {
        var row = Row(
            Opened(),
            Extended,
            Recorded("2024-09-09T09:00:00+07:00", finding: Severity.Query),
            new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted),
            Opened(2, Closes, Closes),
            Recorded("2024-09-29T09:00:00+07:00", 2, Severity.Error, Closes, Closes)
        );

        Assert.Equal(1, row.Deciding!.Window);
        Assert.Equal(TimelinessVerdict.OnTime, row.Timeliness);
        Assert.Equal("Bão", row.Extension!.Reason);
        Assert.Equal(At("2024-09-09T09:00:00+07:00"), row.FirstAcceptedAt);
        Assert.Equal(At("2024-09-29T09:00:00+07:00"), row.LastSentAt);
        Assert.Equal([new(Severity.Query, 1)], row.Findings);
        Assert.Equal((Closes, Closes), (row.Due, row.Closes));
    }

    [Fact]
    public void It_holds_each_part_and_what_decides_of_them()
    {
        AssignmentEvent.SubmissionRecorded Came(string part, string at) =>
            new(Submission(At(at), part: part));
        var row = Row(
            new AssignmentEvent.Opened(
                1,
                OpeningCause.Plan,
                Due,
                Closes,
                [new("report", true), new("annex", true), new("signed", false)],
                null
            ),
            Came("annex", "2024-09-12T09:00:00+07:00"),
            Came("report", "2024-09-09T09:00:00+07:00")
        );

        Assert.Equal(
            [
                ("report", true, TimelinessVerdict.OnTime),
                ("annex", true, TimelinessVerdict.Late),
                ("signed", false, default(TimelinessVerdict?)),
            ],
            row.Parts.Select(part => (part.Code, part.Required, part.Timeliness))
        );
        Assert.Equal(row.Parts[1].Counting, row.Deciding);
        Assert.Equal(TimelinessVerdict.Late, row.Timeliness);
        Assert.Equal(At("2024-09-12T09:00:00+07:00"), row.FirstAcceptedAt);
    }

    [Fact]
    public void Without_a_version_that_counts_it_holds_what_was_found_in_the_newest() =>
        Assert.Equal(
            [new(Severity.Blocker, 1)],
            Row(
                Opened(),
                Recorded("2024-09-08T09:00:00+07:00", finding: Severity.Error),
                Recorded("2024-09-09T09:00:00+07:00", finding: Severity.Blocker)
            ).Findings
        );

    [Fact]
    public void It_holds_the_decisions_and_rulings_of_operations()
    {
        var row = Row(
            Opened() with
            {
                By = "Lan",
            },
            Extended,
            Extended with
            {
                Outage = new OutageWindow(Opening, Opening.AddHours(3)),
            },
            new AssignmentEvent.Reminded(1, "Lan", "Gấp")
        );

        Assert.Equal([4L, 2L], row.Decisions.Select(decision => decision.Sequence));
        Assert.IsType<AssignmentEvent.Opened>(Assert.Single(row.Rulings));
    }

    [Fact]
    public void It_holds_the_letters_that_did_not_go_out_and_no_others()
    {
        var row = Of(
            null,
            ("mail-a~request-1-0~p-Refused", Mailed("p", MailResult.Refused)),
            ("mail-a~request-1-0~q-SenderRefused", Mailed("q", MailResult.SenderRefused)),
            ("mail-a~reminder-1-1~p-GivenUp", Mailed("p", MailResult.GivenUp)),
            ("mail-a~reminder-1-2~q-Refused", Mailed("q", MailResult.Refused)),
            ("mail-a~reminder-1-2~q-Sent", Mailed("q", MailResult.Sent))
        );

        var letter = Assert.Single(row.FailedLetters);
        Assert.Equal(("a~request-1-0~p", "p"), (letter.Mail, letter.Person));
        Assert.True(row.HasFailed(MailResult.Refused));
        Assert.False(row.HasFailed(MailResult.SenderRefused));
    }

    [Fact]
    public void A_letter_to_whoever_passed_the_duty_on_worries_nobody()
    {
        var cycle = CycleState.Of(
            Stream(
                BaDinh.Cycle.Stream,
                new CycleEvent.DutyPassed("ba-dinh", "p", "r", "hash", "Lan", "Nghỉ hưu")
            )
        );
        (string, Event)[] letters =
        [
            ("mail-a~request-1-0~p-Refused", Mailed("p", MailResult.Refused)),
            ("mail-a~taken~r-Refused", Mailed("r", MailResult.Refused)),
        ];

        Assert.Equal(["p", "r"], Of(null, letters).FailedLetters.Select(letter => letter.Person));
        Assert.Equal(["r"], Of(cycle, letters).FailedLetters.Select(letter => letter.Person));
    }

    private static AssignmentEvent.Mailed Mailed(string person, MailResult result) =>
        new("RequestLetter", "request-1-0", person, result);

    private static AssignmentRow Row(params Event[] events) =>
        AssignmentRow.Of(BaDinh, new EventStream(BaDinh.Stream, Stream(BaDinh.Stream, events)));

    private static AssignmentRow Of(CycleState? cycle, params (string Key, Event Event)[] keyed)
    {
        var entries = new List<Entry>();
        foreach (var (key, @event) in keyed)
        {
            entries.Add(
                Chain.Next(
                    BaDinh.Stream,
                    entries.Count > 0 ? entries[^1] : null,
                    Opening.AddMinutes(entries.Count),
                    key,
                    @event
                )
            );
        }
        return AssignmentRow.Of(BaDinh, new EventStream(BaDinh.Stream, entries), cycle);
    }

    private static Event[] Story(int[] steps, int[] minutes)
    {
        var events = new List<Event>();
        var window = 0;
        var isEnded = true;
        foreach (var (at, step) in steps.Index())
        {
            var due = Due.MovedBy(24 * window);
            switch (step)
            {
                case 0 or 1 when isEnded:
                    window++;
                    isEnded = false;
                    events.Add(
                        Opened(window, Due.MovedBy(24 * window), Closes.MovedBy(24 * window))
                    );
                    break;
                case 2 when window > 0 && !isEnded:
                    isEnded = true;
                    events.Add(
                        new AssignmentEvent.WindowEnded(window, (WindowOutcome)(minutes[at] & 1))
                    );
                    break;
                case 3 or 4 or 5 when window > 0:
                    events.Add(
                        new AssignmentEvent.SubmissionRecorded(
                            Submission(
                                due.Show(TimeZoneInfo.Utc).AddMinutes(minutes[at]),
                                window,
                                step == 5 ? Severity.Error : null,
                                $"p{at}",
                                due,
                                Closes.MovedBy(24 * window)
                            )
                        )
                    );
                    break;
                case 6 when window > 0 && !isEnded:
                    events.Add(
                        new AssignmentEvent.DueExtended(
                            window,
                            due,
                            due.MovedBy(at + 1),
                            Closes.MovedBy(24 * window),
                            "Lan",
                            "Bão"
                        )
                    );
                    break;
                case 7 when minutes[at] % 5 == 0:
                    events.Add(Exempted);
                    break;
                default:
                    break;
            }
        }
        return [.. events];
    }
}

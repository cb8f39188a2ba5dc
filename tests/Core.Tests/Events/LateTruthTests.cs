using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Events;

public sealed class LateTruthTests
{
    private const string Blob = "hanoi-01-ctr-tu/ba-dinh/district/1/report/p1";
    private const string Text = "The bridge was closed.";

    private static readonly Event[] Sent = [Opened(), Recorded("2024-09-09T10:00:00+07:00")];
    private static readonly Event[] Missed =
    [
        Opened(),
        Recorded("2024-10-01T10:00:00+07:00"),
        new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing),
    ];
    private static readonly Event[] Faulty =
    [
        Opened(),
        Unchecked("2024-09-09T10:00:00+07:00"),
        Checked([new Finding("file-odd", Severity.Error, ["a"])]),
    ];
    private static readonly Event[] Outstanding =
    [
        Opened(),
        Unchecked("2024-09-09T10:00:00+07:00"),
    ];
    private static readonly CycleEvent.DossierCompiled Compiled = new(1, "h");
    private static readonly CycleEvent.RoundOpened RoundOne = new(1, "h", Closes);
    private static readonly CycleEvent.RoundEnded Approved = new(1, RoundOutcome.Approved);
    private static readonly AssignmentEvent.Exempted Exempted = new("Lan", "Merged");
    private static readonly Event[] Out =
    [
        Compiled,
        RoundOne,
        Approved,
        new CycleEvent.Published("h", Closes),
    ];
    private static readonly CycleEvent.DossierCompiled Next = new(2, "i");
    private static readonly CycleEvent.RoundOpened Asked = new(2, "i", Closes);
    private static readonly CycleEvent.Published Again = new("i", Closes);

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, Event[], AssignmentEvent, VoidingCause?> Facts =>
        new()
        {
            { "an exemption", Missed, Exempted, VoidingCause.Exempted },
            { "an admission", Missed, Admission("2024-10-01T10:00:00+07:00"), VoidingCause.Admitted },
            { "a deadline that moves", [Opened()], new AssignmentEvent.DueExtended(1, Due, Closes, Closes, "Lan", Text), VoidingCause.Extended },
            { "a check of what came", Outstanding, Checked([]), VoidingCause.Checked },
            { "a check that keeps it from counting", Outstanding, Checked([new Finding("file-odd", Severity.Error, [])]), null },
            { "a finding that kept it from counting", Faulty, Overruled(((AssignmentEvent.Checked)Faulty[2]).Check.Findings[0].Key), VoidingCause.Overruled },
            { "a word about what counts", Sent, Explained("report"), VoidingCause.Explained },
            { "a word about what does not count", Missed, Explained("report"), null },
            { "what was refused for its time", [Opened()], Recorded("2024-10-01T10:00:00+07:00"), null },
            { "what is still to be checked", [Opened()], Unchecked("2024-09-09T10:00:00+07:00"), null },
            { "what counts as it comes", [Opened()], Recorded("2024-09-09T10:00:00+07:00"), VoidingCause.Checked },
            { "a window that opens", [], Opened(), null },
            { "the end of a window", Sent, new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted), null },
            { "a reminder", Sent, new AssignmentEvent.Reminded(1, "Lan", Text), null },
            { "a letter", Sent, new AssignmentEvent.Mailed("RequestLetter", "request-1-0", "p", MailResult.Sent), null },
            { "new links", Sent, new AssignmentEvent.LinksReissued("Lan", Text), null },
            { "a return inside the window", Sent, new AssignmentEvent.ReturnAsked(1, ["report"], "Lan", Text), null },
            { "a correction of an entry", Sent, new AssignmentEvent.Corrected(1, Text, "Lan", Text), null },
        };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Only_what_changes_what_counts_makes_a_dossier_void(
        string what,
        Event[] before,
        AssignmentEvent fact,
        VoidingCause? cause
    )
    {
        var voided = Voids(Cycle(Compiled, RoundOne), before, fact);

        Assert.True(voided?.Cause == cause, $"{what}: {voided}");
        Assert.Equal(cause is not null, LateTruth.Changes(State(before), fact));
        if (voided is not null)
        {
            Assert.Equal((1, "h", BaDinh), (voided.Round, voided.DossierHash, voided.Assignment));
        }
    }

    [Fact]
    public void Who_ordered_it_and_why_stands_in_it()
    {
        var voided = Voids(Cycle(Compiled, RoundOne), Missed, Exempted)!;

        Assert.Equal(("Lan", "Merged"), (voided.By, voided.Reason));
    }

    [Fact]
    public void What_came_on_paper_is_the_order_of_whoever_recorded_it()
    {
        var paper = (AssignmentEvent.SubmissionRecorded)Outstanding[1];
        var voided = Voids(
            Cycle(Compiled, RoundOne),
            [
                Opened(),
                new AssignmentEvent.SubmissionRecorded(
                    paper.Submission with
                    {
                        OnBehalf = new OnBehalf(At("2024-09-09T10:00:00+07:00"), "Minh", "By post"),
                    }
                ),
            ],
            Checked([])
        )!;

        Assert.Equal(
            (VoidingCause.Recorded, "Minh", "By post"),
            (voided.Cause, voided.By, voided.Reason)
        );
    }

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, Event[], int?> Cycles =>
        new()
        {
            { "before the first", [], null },
            { "compiled", [Compiled], 1 },
            { "open", [Compiled, RoundOne], 1 },
            { "approved", [Compiled, RoundOne, Approved], 1 },
            { "published", [Compiled, RoundOne, Approved, new CycleEvent.Published("h")], null },
            { "rejected", [Compiled, RoundOne, new CycleEvent.RoundEnded(1, RoundOutcome.Rejected)], null },
            { "changes asked", [Compiled, RoundOne, new CycleEvent.RoundEnded(1, RoundOutcome.ChangesAsked)], null },
            { "expired", [Compiled, RoundOne, new CycleEvent.RoundEnded(1, RoundOutcome.Expired)], null },
            { "void", [Compiled, RoundOne, Void(1)], null },
            { "void before it opened", [Compiled, Void(1)], null },
            { "approved and then void", [Compiled, RoundOne, Approved, Void(1)], null },
            { "the next", [Compiled, RoundOne, Void(1), new CycleEvent.DossierCompiled(2, "i")], 2 },
            { "stopped", [Compiled, RoundOne, new CycleEvent.Ended(CycleOutcome.Stopped, "x", "Minh")], null },
        };

    [Theory]
    [MemberData(nameof(Cycles))]
    public void The_dossier_that_people_go_by_falls_and_no_other(
        string state,
        Event[] events,
        int? round
    )
    {
        var cycle = Cycle(events);

        Assert.True(cycle.RoundInForce == round, $"{state}: {cycle.RoundInForce}");
        Assert.Equal(round, Voids(cycle, Missed, Exempted)?.Round);
        Assert.Equal(
            round,
            (
                LateTruth.Overtakes(cycle, Reopening(OpeningCause.Returned), "o")
                as CycleEvent.RoundVoided
            )?.Round
        );
    }

    [Theory]
    [InlineData(OpeningCause.Returned, VoidingCause.Returned)]
    [InlineData(OpeningCause.Extended, VoidingCause.Extended)]
    [InlineData(OpeningCause.LateAllowed, VoidingCause.LateAllowed)]
    public void A_report_that_opens_again_makes_it_void(
        OpeningCause cause,
        VoidingCause expected
    ) =>
        Assert.Equal(
            expected,
            Assert
                .IsType<CycleEvent.RoundVoided>(
                    LateTruth.Overtakes(Cycle(Compiled, RoundOne), Reopening(cause), "o")
                )
                .Cause
        );

    [Fact]
    public void A_round_that_is_void_has_that_outcome_whatever_was_answered()
    {
        var cycle = Cycle(Compiled, RoundOne, Approved, Void(1));

        Assert.Equal(RoundOutcome.Voided, cycle.OutcomeOf(1));
        Assert.Equal(RoundOutcome.Voided, cycle.Round(1)!.Outcome);
        Assert.Null(cycle.RoundAtWork);
        Assert.Equal(RoundOutcome.Voided, Cycle(Compiled, Void(1)).OutcomeOf(1));
    }

    [Fact]
    public void What_went_by_a_dossier_is_found_behind_what_it_saw()
    {
        var stream = new EventStream(
            BaDinh.Stream,
            Stream(
                BaDinh.Stream,
                [.. Missed, new AssignmentEvent.Reminded(1, "Lan", Text), Exempted]
            )
        );
        CycleEvent.RoundVoided? Since(string head) =>
            (CycleEvent.RoundVoided?)
                LateTruth.OvertakesSince(Cycle(Compiled, RoundOne), stream, head);

        Assert.Equal(VoidingCause.Exempted, Since(stream[2].Hash)?.Cause);
        Assert.Equal(VoidingCause.Exempted, Since(stream[3].Hash)?.Cause);
        Assert.Equal(VoidingCause.Exempted, Since(Chain.Origin)?.Cause);
        Assert.Equal(stream[4].Key, Since(Chain.Origin)?.Fact);
        Assert.Null(Since(stream[4].Hash));
    }

    [Fact]
    public void The_next_dossier_waits_for_orders_that_belong_together()
    {
        var cycle = Cycle(Compiled, RoundOne, Void(1));

        Assert.Equal(Opening.AddMinutes(2) + Voiding.Settling, cycle.SettlesAt);
    }

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, Event[], int?> Published =>
        new()
        {
            { "and the cycle ends at once", [Compiled, RoundOne, Approved, new CycleEvent.Published("h")], null },
            { "and open", Out, 2 },
            { "and an edition is opened", [.. Out, Opens(2)], null },
            { "and an edition is rejected", [.. Out, Opens(2), Next, Asked, new CycleEvent.RoundEnded(2, RoundOutcome.Rejected)], 3 },
            { "and an edition asks for changes", [.. Out, Opens(2), Next, Asked, new CycleEvent.RoundEnded(2, RoundOutcome.ChangesAsked)], null },
            { "and an edition is expired", [.. Out, Opens(2), Next, Asked, new CycleEvent.RoundEnded(2, RoundOutcome.Expired)], null },
            { "and an edition is given up", [.. Out, Opens(2), Next, Asked, new CycleEvent.RoundEnded(2, RoundOutcome.Expired), new CycleEvent.NextStepChosen(2, NextStep.End, "Lan", Text)], 3 },
            { "and an edition is published", [.. Out, Opens(2), Next, Asked, new CycleEvent.RoundEnded(2, RoundOutcome.Approved), Again], 3 },
            { "and ended", [.. Out, new CycleEvent.Ended(CycleOutcome.Published, "")], null },
        };

    [Theory]
    [MemberData(nameof(Published))]
    public void After_a_publication_an_edition_opens_where_none_is_being_made(
        string state,
        Event[] events,
        int? edition
    )
    {
        var cycle = Cycle(events);
        var opened = Overtakes(cycle, Missed, Exempted) as CycleEvent.EditionOpened;

        Assert.True(opened?.Number == edition, $"{state}: {opened}");
        if (opened is not null)
        {
            Assert.Equal(
                (cycle.Publication!.DossierHash, BaDinh, "Lan", "Merged", "one"),
                (opened.DossierHash, opened.Assignment, opened.By, opened.Reason, opened.Fact)
            );
        }
        Assert.Null(Voids(cycle, Missed, Exempted));
    }

    [Fact]
    public void The_dossier_of_an_edition_falls_like_any_other_and_the_published_one_stays()
    {
        var cycle = Cycle([.. Out, Opens(2), Next, Asked]);

        Assert.Equal(2, Voids(cycle, Missed, Exempted)?.Round);
        Assert.Equal("h", cycle.Publication?.DossierHash);
        Assert.Equal((1, 2), (cycle.EditionOf(1), cycle.EditionOf(2)));
        Assert.Equal(2, cycle.EditionAtWork?.Number);
    }

    [Fact]
    public void Editions_are_numbered_as_they_were_opened_whether_or_not_they_came_out()
    {
        var cycle = Cycle([
            .. Out,
            Opens(2),
            Next,
            Asked,
            new CycleEvent.RoundEnded(2, RoundOutcome.Rejected),
            Opens(3),
            new CycleEvent.DossierCompiled(3, "j"),
            new CycleEvent.RoundOpened(3, "j", Closes),
            new CycleEvent.RoundEnded(3, RoundOutcome.Approved),
            new CycleEvent.Published("j", Closes),
        ]);

        Assert.Equal(
            [(1, 1, "h"), (3, 3, "j")],
            cycle.Publications.Select(one => (one.Edition, one.Round, one.DossierHash))
        );
        Assert.Null(cycle.EditionAtWork);
        Assert.True(cycle.TakesEditions);
    }

    [Fact]
    public void Who_was_to_be_told_of_a_publication_is_told_also_after_the_end()
    {
        var cycle = Cycle([.. Out, new CycleEvent.Ended(CycleOutcome.Published, "")]);

        Assert.Equal([cycle.Publication!.Entry], cycle.OpenOrders.Select(order => order.Sequence));
    }

    private static CycleEvent.RoundVoided Void(int round) =>
        new(round, "h", VoidingCause.Exempted, BaDinh, "Lan", "Merged", "one");

    private static CycleEvent.EditionOpened Opens(int number) =>
        new(number, "h", VoidingCause.Exempted, BaDinh, "Lan", "Merged", "one");

    private static CycleEvent.RoundVoided? Voids(
        CycleState cycle,
        Event[] before,
        AssignmentEvent fact
    ) => Overtakes(cycle, before, fact) as CycleEvent.RoundVoided;

    private static CycleEvent? Overtakes(CycleState cycle, Event[] before, AssignmentEvent fact) =>
        LateTruth.Overtakes(
            cycle,
            new EventStream(BaDinh.Stream, Stream(BaDinh.Stream, before)),
            fact,
            "one"
        );

    private static CycleEvent.Reopened Reopening(OpeningCause cause) =>
        new(BaDinh, 2, cause, ["report"], Due, Closes, Closes, Closes, "Lan", Text);

    private static AssignmentEvent.Admitted Admission(string committed) =>
        new(
            1,
            "report",
            Blob,
            Timeliness.Judge(Due, Closes, null, admitted: true, At(committed)),
            "Lan",
            Text
        );

    private static AssignmentEvent.Overruled Overruled(string finding) =>
        new(1, "report", Blob, finding, "Lan", Text);

    private static AssignmentEvent.Explained Explained(string part) =>
        new(1, part, "target-far-1", Text, null, "Lan", "By telephone");

    private static CycleState Cycle(params Event[] events) =>
        CycleState.Of(Stream(BaDinh.Cycle.Stream, events));
}

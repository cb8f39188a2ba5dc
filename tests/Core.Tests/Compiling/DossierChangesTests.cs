using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Compiling;

public sealed class DossierChangesTests
{
    private const string Text = "The bridge was closed.";

    private static readonly Event[] Missed =
    [
        Opened(),
        new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing),
    ];
    private static readonly Event[] Sent = [Opened(), Recorded("2024-09-09T10:00:00+07:00")];

    [Fact]
    public void Nothing_changed_where_only_letters_were_written() =>
        Assert.Equal(
            0,
            Changes(Sent, [.. Sent, new AssignmentEvent.Reminded(1, "Lan", Text)]).Count
        );

    [Fact]
    public void A_report_that_came_replaces_its_absence()
    {
        var changes = Changes([Opened()], Sent);

        var part = Assert.Single(changes.Parts);
        Assert.Equal(PartOf(BaDinh), part.Part);
        Assert.Null(part.Before);
        Assert.EndsWith("/p1", part.Now!.BlobName, StringComparison.Ordinal);
        Assert.Equal(
            new ExceptionChange(BaDinh, DossierException.Missing, HasCome: false),
            Assert.Single(changes.Exceptions)
        );
    }

    [Fact]
    public void A_new_version_is_told_with_the_one_before()
    {
        var changes = Changes(
            Sent,
            [
                .. Sent,
                new AssignmentEvent.SubmissionRecorded(
                    Submission(At("2024-09-10T10:00:00+07:00"), permission: "p2")
                ),
            ]
        );

        var part = Assert.Single(changes.Parts);
        Assert.EndsWith("/p1", part.Before!.BlobName, StringComparison.Ordinal);
        Assert.EndsWith("/p2", part.Now!.BlobName, StringComparison.Ordinal);
        Assert.Empty(changes.Exceptions);
    }

    // csharpier-ignore - a table reads by the line
    public static TheoryData<Event[], Event[], string> Exceptions =>
        new()
        {
            { Missed, [new AssignmentEvent.Exempted("Lan", Text)], "Exempt come, Missing gone" },
            { Sent, [new AssignmentEvent.DueExtended(1, Due, Closes, Closes, "Lan", Text)], "Extended come" },
            { Sent, [new AssignmentEvent.Explained(1, "report", "target-far-1", Text, null, "Lan", Text)], "Explained come" },
            { Sent, [Ruling("a"), Ruling("b")], "Overruled come, Overruled come" },
        };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exceptions_come_and_go(Event[] before, Event[] more, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                Changes(before, [.. before, .. more])
                    .Exceptions.Select(change =>
                        $"{change.Exception} {(change.HasCome ? "come" : "gone")}"
                    )
            )
        );

    [Fact]
    public void What_goes_one_way_comes_the_other()
    {
        var there = Changes(Missed, Sent);
        var back = Changes(Sent, Missed);

        Assert.Equal(
            there.Parts.Select(part => (part.Before?.BlobName, part.Now?.BlobName)),
            back.Parts.Select(part => (part.Now?.BlobName, part.Before?.BlobName))
        );
        Assert.Equal(
            there.Exceptions.Select(change => (change.Exception, change.HasCome)),
            back.Exceptions.Select(change => (change.Exception, !change.HasCome))
        );
    }

    private static AssignmentEvent.Overruled Ruling(string finding) =>
        new(1, "report", "hanoi-01-ctr-tu/ba-dinh/district/1/report/p1", finding, "Lan", Text);

    private static DossierChanges Changes(Event[] before, Event[] now) =>
        DossierChanges.Between(Compile(1, before), Compile(2, now));

    private static Dossier Compile(int round, Event[] events) =>
        Dossier.Compile(
            Plan(),
            "plan",
            round,
            At("2024-10-02T09:00:00+07:00"),
            id =>
                AssignmentRow.Of(
                    id,
                    new EventStream(id.Stream, id == BaDinh ? Stream(id.Stream, events) : [])
                ),
            CycleState.None
        );
}

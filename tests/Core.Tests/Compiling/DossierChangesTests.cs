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
            { Sent, [new AssignmentEvent.Opened(2, OpeningCause.Returned, Due, Closes, [new("report", true)], Text, "Lan")], "Reopened come" },
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

    [Fact]
    public void Only_places_with_other_pieces_are_compared()
    {
        var same = new DossierPieceRef("a", DossierTotals.None);
        var (before, now) = (same with { Hash = "b" }, same with { Hash = "c" });

        Assert.Equal(
            [(before, now)],
            DossierChanges.Places(
                DossierTests.Root([same, before, same]),
                DossierTests.Root([same, now, same])
            )
        );
    }

    [Fact]
    public void Changes_of_places_stand_in_their_order()
    {
        var changes = Changes([Opened()], Sent).With(Changes(Sent, [Opened()]));

        Assert.Equal([true, false], changes.Parts.Select(part => part.Now is not null));
        Assert.Equal([false, true], changes.Exceptions.Select(change => change.HasCome));
    }

    private static DossierChanges Changes(Event[] before, Event[] now) =>
        DossierChanges.Between(Compile(before), Compile(now));

    private static DossierPiece Compile(Event[] events) =>
        DossierPiece.Of(
            Plan()
                .Assignments.Select(id =>
                    AssignmentRow.Of(
                        id,
                        new EventStream(id.Stream, id == BaDinh ? Stream(id.Stream, events) : [])
                    )
                ),
            At("2024-10-02T09:00:00+07:00")
        );
}

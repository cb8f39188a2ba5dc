using System.Text.Json;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Audit;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Compiling;

/// <summary>Whatever anybody could write into a report's story is planted in one report: everybody reads none of it.</summary>
public sealed class DossierForEverybodyTests
{
    private const string Word = "PLANTED";

    private static readonly IReadOnlyList<Event> Planted = EventSamples.All(Word);

    public static TheoryData<int> Samples =>
        [
            .. Planted
                .Index()
                .Where(one =>
                    one.Item
                        is AssignmentEvent.DueExtended
                            or AssignmentEvent.Exempted
                            or AssignmentEvent.SubmissionRecorded
                            or AssignmentEvent.Admitted
                            or AssignmentEvent.Overruled
                            or AssignmentEvent.Opened
                            or AssignmentEvent.Explained
                )
                .Select(one => one.Index),
        ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nobodys_words_and_no_name_are_left(int sample)
    {
        var piece = new DossierPiece([With(Planted[sample])]);

        var left = piece.For(Readers.Everybody);

        Assert.Contains(Word, Text(piece), StringComparison.Ordinal);
        Assert.DoesNotContain(Word, Text(left), StringComparison.Ordinal);
        Assert.DoesNotContain("p-1", Text(left), StringComparison.Ordinal);
        Assert.Equal(piece.Reports[0].Phase, left.Reports[0].Phase);
        Assert.Equal(piece.Reports[0].Rulings.Count, left.Reports[0].Rulings.Count);
        Assert.Equal(piece.Reports[0].ChainHead, left.Reports[0].ChainHead);
        Assert.Same(piece, piece.For(Readers.Participants));
    }

    private static DossierReport With(Event @event)
    {
        var file = @event is AssignmentEvent.SubmissionRecorded { Submission: var sent }
            ? CountingFile.Of(sent)
            : null;
        return new()
        {
            Assignment = BaDinh,
            Phase = AssignmentPhase.Late,
            Parts = file is null ? [] : [new PartRow("report", true, file, file.Verdict)],
            Deciding = file,
            Timeliness = file?.Verdict,
            Due = Due,
            Extension = @event as AssignmentEvent.DueExtended,
            Exemption = @event as AssignmentEvent.Exempted,
            Rulings = @event
                is AssignmentEvent.Admitted
                    or AssignmentEvent.Overruled
                    or AssignmentEvent.Opened
                ? [@event]
                : [],
            Queries = [new AskedQuery("report", new Finding("odd", Severity.Query, [Word]))],
            Explanations = @event is AssignmentEvent.Explained said ? [said] : [],
            Unexplained = [new UnexplainedQuery("report", "b", $"odd {Word}", "odd")],
            ChainHead = new string('c', 64),
        };
    }

    private static string Text(DossierPiece piece) => JsonSerializer.Serialize(piece);
}

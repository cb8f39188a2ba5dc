using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

public sealed class CountingTests
{
    private static readonly Submission Early = Submission(
        At("2024-09-01T09:00:00+07:00"),
        permission: "early"
    );
    private static readonly Submission OnTime = Submission(
        At("2024-09-09T09:00:00+07:00"),
        permission: "on-time"
    );
    private static readonly Submission Late = Submission(
        At("2024-09-12T09:00:00+07:00"),
        permission: "late"
    );
    private static readonly Submission Later = Submission(
        At("2024-09-13T09:00:00+07:00"),
        permission: "later"
    );
    private static readonly Submission Refused = Submission(
        At("2024-10-02T09:00:00+07:00"),
        permission: "refused"
    );
    private static readonly Submission Broken = Submission(
        At("2024-09-10T09:00:00+07:00"),
        finding: Severity.Blocker,
        permission: "broken"
    );
    private static readonly Submission Odd = Submission(
        At("2024-09-10T10:00:00+07:00"),
        finding: Severity.Query,
        permission: "odd"
    );

    // A correction: due and closed in October.
    private static readonly Submission Corrected = Reopened(
        "2024-10-09T09:00:00+07:00",
        "corrected"
    );
    private static readonly Submission CorrectedLate = Reopened(
        "2024-10-11T09:00:00+07:00",
        "corrected-late"
    );
    private static readonly Submission CorrectedTooLate = Reopened(
        "2024-10-13T09:00:00+07:00",
        "corrected-too-late"
    );

    private static readonly Dictionary<string, Submission> Known = new Submission[]
    {
        Early,
        OnTime,
        Late,
        Later,
        Refused,
        Broken,
        Odd,
        Corrected,
        CorrectedLate,
        CorrectedTooLate,
    }.ToDictionary(submission => submission.BlobName.Split('/')[^1]);

    [Theory]
    [InlineData("", null, null, "nothing came")]
    [InlineData("early", "early", TimelinessVerdict.OnTime, "the only one")]
    [InlineData("early on-time", "on-time", TimelinessVerdict.OnTime, "the newest on time wins")]
    [InlineData(
        "on-time late",
        "on-time",
        TimelinessVerdict.OnTime,
        "a late one never replaces one on time"
    )]
    [InlineData("on-time late later", "on-time", TimelinessVerdict.OnTime, "nor do two")]
    [InlineData("late later", "later", TimelinessVerdict.Late, "among late ones the newest wins")]
    [InlineData("refused", null, null, "a refused one never counts")]
    [InlineData("late refused", "late", TimelinessVerdict.Late, "not even after a late one")]
    [InlineData("broken", null, null, "a blocker keeps it from counting")]
    [InlineData(
        "early broken",
        "early",
        TimelinessVerdict.OnTime,
        "a broken replacement replaces nothing"
    )]
    [InlineData(
        "early odd",
        "odd",
        TimelinessVerdict.OnTime,
        "a warning does not keep it from counting"
    )]
    [InlineData(
        "broken late",
        "late",
        TimelinessVerdict.Late,
        "on time but broken does not make it on time"
    )]
    [InlineData(
        "on-time corrected",
        "corrected",
        TimelinessVerdict.OnTime,
        "a correction replaces"
    )]
    [InlineData(
        "on-time corrected-late",
        "corrected-late",
        TimelinessVerdict.OnTime,
        "even a late one; the first timeliness stands"
    )]
    [InlineData(
        "late corrected",
        "corrected",
        TimelinessVerdict.Late,
        "a correction does not wash off lateness"
    )]
    [InlineData(
        "on-time corrected-too-late",
        "on-time",
        TimelinessVerdict.OnTime,
        "a refused correction leaves the old one"
    )]
    [InlineData(
        "refused corrected",
        "corrected",
        TimelinessVerdict.OnTime,
        "the first that counts came in the second generation"
    )]
    [InlineData(
        "corrected corrected-late",
        "corrected",
        TimelinessVerdict.OnTime,
        "the rule within a generation holds in each"
    )]
    public void The_rule_chooses(
        string came,
        string? counting,
        TimelinessVerdict? first,
        string why
    )
    {
        Submission[] submissions = [.. Named(came)];

        var chosen = Counting.Choose(submissions)?.BlobName.Split('/')[^1];

        Assert.True(chosen == counting, $"{why}: {chosen}");
        Assert.True(Counting.FirstTimeliness(submissions) == first, why);
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter() =>
        Gen.Select(Several, Gen.Int[0, int.MaxValue])
            .Sample(
                (submissions, seed) =>
                {
                    Submission[] shuffled =
                    [
                        .. submissions.OrderBy(submission =>
                            HashCode.Combine(seed, submission.BlobName)
                        ),
                    ];
                    return Counting.Choose(shuffled) == Counting.Choose(submissions)
                        && Counting.FirstTimeliness(shuffled)
                            == Counting.FirstTimeliness(submissions);
                },
                iter: Many
            );

    [Fact]
    public void What_counts_is_acceptable_not_refused_and_beaten_by_nothing() =>
        Several.Sample(
            submissions =>
            {
                var able = submissions
                    .Where(one =>
                        one.IsAcceptable && one.Judgement.Verdict != TimelinessVerdict.Refused
                    )
                    .ToList();
                var chosen = Counting.Choose(submissions);
                return chosen is null
                    ? able.Count == 0
                    : able.Contains(chosen) && able.All(other => !Beats(other, chosen));
            },
            iter: Many
        );

    [Fact]
    public void The_first_timeliness_stands_whatever_a_reopening_brings() =>
        Gen.Select(Several, Several)
            .Sample(
                (before, after) =>
                {
                    var first = Counting.FirstTimeliness(before);
                    var later = after.Select(one => one with { Window = one.Window + 3 });
                    return first is null
                        || Counting.FirstTimeliness([.. before, .. later]) == first;
                },
                iter: Many
            );

    [Theory]
    [InlineData(Severity.Info, true)]
    [InlineData(Severity.Query, true)]
    [InlineData(Severity.Error, false)]
    [InlineData(Severity.Blocker, false)]
    public void From_an_error_on_a_submission_is_not_acceptable(
        Severity severity,
        bool acceptable
    ) => Assert.Equal(acceptable, Submission(Opening, finding: severity).IsAcceptable);

    // Few instants, so that two often fall together.
    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        At("2024-09-01T09:00:00+07:00"),
        At("2024-09-10T23:59:59+07:00"),
        At("2024-09-11T00:00:00+07:00"),
        At("2024-09-20T09:00:00+07:00"),
        At("2024-10-01T00:00:00+07:00")
    );

    private static readonly Gen<Submission[]> Several = Gen.Select(
            Gen.Int[1, 3],
            Moments,
            Gen.OneOf<Severity?>(null, Severity.Query, Severity.Error),
            (window, committed, finding) => (window, committed, finding)
        )
        .Array[0, 12]
        .Select(all =>
            all.Select((one, i) => Submission(one.committed, one.window, one.finding, $"p{i}"))
                .ToArray()
        );

    private static bool Beats(Submission one, Submission other) =>
        one.Window != other.Window ? one.Window > other.Window
        : one.Judgement.Verdict != other.Judgement.Verdict
            ? one.Judgement.Verdict == TimelinessVerdict.OnTime
        : one.Judgement.Committed > other.Judgement.Committed;

    private static IEnumerable<Submission> Named(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Known[name]);

    private static Submission Reopened(string committed, string permission) =>
        Submission(
            At(committed),
            2,
            null,
            permission,
            Instant("2024-10-10T00:00:00+07:00"),
            Instant("2024-10-12T00:00:00+07:00")
        );
}

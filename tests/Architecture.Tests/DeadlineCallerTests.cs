using Xunit;

namespace ProgramReview.Architecture.Tests;

/// <summary>
/// Who may ask a deadline what. A second rule about time would have to begin with such a call, so a new caller fails here until somebody has
/// thought about it.
/// </summary>
public sealed class DeadlineCallerTests
{
    /// <summary>Who judges, and who writes a judgement down.</summary>
    private static readonly Dictionary<string, string[]> Judging = new()
    {
        ["Deadline.IsReachedBy"] = ["Timeliness"],
        ["Timeliness.Judge"] = ["Timeliness", "Window"],
        ["Timeliness.JudgeCorrection"] = ["Window"],
        ["Window.JudgeCorrection"] = ["SubmissionRecorder"],
        // A receipt says how a refused request stands to time; nothing is recorded or counted by that.
        ["Window.Judge"] = ["ReceiptOf", "SubmissionRecorder"],
        ["Window.JudgeAdmitted"] = ["Command"],
        // A nested type counts as the one it stands in: the record's own copying is its family's.
        ["SubmissionRecorded..ctor"] = ["AssignmentEvent", "SubmissionRecorder"],
        ["Checked..ctor"] = ["AssignmentEvent", "CheckRecorder"],
    };

    [Fact]
    public void One_rule_judges_and_one_recorder_writes_it_down() =>
        Assert.All(
            Judging,
            pair => Assert.Equal(pair.Value.Order(StringComparer.Ordinal), CallersOf(pair.Key))
        );

    /// <summary>Looks at the time left: for showing, waking, reminding, and for closing doors; never for a verdict.</summary>
    private static readonly string[] MayAskWhatIsLeft =
    [
        "AfterOrderRule",
        "ApprovalProcess",
        "ApprovalSpan",
        "ApprovalTerms",
        "AskingPace",
        "AssignmentState",
        "Command",
        "CycleGauges",
        "EndCycleActivity",
        "Fairness",
        "InstantText",
        "LastReminderOverQuota",
        "LinkEndsBeforeClose",
        "OutageRules",
        "PermissionRules",
        "ProcessWatch",
        "Quorum",
        "ReminderRule",
        "ReportProcess",
        "ReportTerms",
        "Standing",
        "StartRule",
        "UploadView",
        "WaitingReport",
        "Window",
        "WindowRule",
        "WindowTerms",
    ];

    [Fact]
    public void Whoever_asks_how_much_time_is_left_is_known() =>
        Assert.Equal(
            string.Join(" ", MayAskWhatIsLeft),
            string.Join(
                " ",
                CallersOf("Deadline.Remaining")
                    .Concat(CallersOf("Deadline.HasPassed"))
                    .Concat(CallersOf("Deadline.DistanceFrom"))
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
        );

    // A page may show beforehand what speaks against a start; whoever starts a cycle, by whichever door, comes through the starter.
    [Fact]
    public void A_cycle_is_started_in_one_place_which_asks_the_rule()
    {
        Assert.Equal(["CycleStarter", "StartReading"], CallersOf("StartRule.Refuse"));
        Assert.Equal(["CycleEvent", "CycleStarter"], CallersOf("Started..ctor"));
        Assert.DoesNotContain(
            SourceFile.Under("local", ".cs"),
            file => file.Text.Contains("new CycleEvent.Started(", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_expiry_is_capped_in_one_place() =>
        Assert.Equal(["PermissionRules"], CallersOf("Deadline.CapExpiry"));

    private static IReadOnlyList<string> CallersOf(string member) =>
        [
            .. Calls
                .All.Where(call => call.Member == member && call.Caller != "Deadline")
                .Select(call => call.Caller)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}

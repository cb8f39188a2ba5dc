using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

public sealed class AssignmentStateTests
{
    private static readonly Deadline CorrectionDue = Instant("2024-10-10T00:00:00+07:00");
    private static readonly Deadline CorrectionCloses = Instant("2024-10-12T00:00:00+07:00");

    private static readonly Dictionary<string, Event> Known = new()
    {
        ["opened"] = Opened(),
        ["permitted"] = new AssignmentEvent.UploadPermitted(
            1,
            "report",
            "b",
            "f.docx",
            "p",
            Opening
        ),
        ["refused-attempt"] = new AssignmentEvent.AttemptRefused(
            1,
            "report",
            "file-empty",
            "p",
            null
        ),
        ["on-time"] = Recorded("2024-09-09T09:00:00+07:00"),
        ["unchecked"] = Unchecked("2024-09-09T09:00:00+07:00"),
        ["late"] = Recorded("2024-09-12T09:00:00+07:00"),
        ["too-late"] = Recorded("2024-10-01T00:00:00+07:00"),
        ["broken"] = Recorded("2024-09-05T09:00:00+07:00", finding: Severity.Blocker),
        ["extended"] = new AssignmentEvent.DueExtended(
            1,
            Due,
            Instant("2024-09-16T00:00:00+07:00"),
            Closes,
            "operator",
            "Bão số 3"
        ),
        ["exempted"] = new AssignmentEvent.Exempted("operator", "Sáp nhập"),
        ["ended-accepted"] = new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted),
        ["ended-missing"] = new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing),
        ["ended-exempt"] = new AssignmentEvent.WindowEnded(1, WindowOutcome.Exempt),
        ["reopened"] = Opened(2, CorrectionDue, CorrectionCloses),
        ["corrected"] = Recorded(
            "2024-10-09T09:00:00+07:00",
            2,
            null,
            CorrectionDue,
            CorrectionCloses
        ),
        ["ended-2-accepted"] = new AssignmentEvent.WindowEnded(2, WindowOutcome.Accepted),
        ["ended-2-missing"] = new AssignmentEvent.WindowEnded(2, WindowOutcome.Missing),
    };

    private const string BeforeDue = "2024-09-10T23:59:59+07:00";
    private const string AtDue = "2024-09-11T00:00:00+07:00";
    private const string AfterClose = "2024-10-05T00:00:00+07:00";

    [Theory]
    [InlineData("", BeforeDue, AssignmentPhase.Waiting, false, "nothing happened")]
    [InlineData("", AfterClose, AssignmentPhase.Waiting, false, "time alone opens nothing")]
    [InlineData("opened", BeforeDue, AssignmentPhase.Open, false, "asked for")]
    [InlineData(
        "opened permitted",
        BeforeDue,
        AssignmentPhase.Open,
        false,
        "a permission is no report"
    )]
    [InlineData(
        "opened refused-attempt",
        BeforeDue,
        AssignmentPhase.Open,
        false,
        "an attempt is no report"
    )]
    [InlineData(
        "opened",
        AtDue,
        AssignmentPhase.Overdue,
        false,
        "it turns overdue by itself, at due"
    )]
    [InlineData("opened extended", AtDue, AssignmentPhase.Open, false, "unless it was extended")]
    [InlineData(
        "opened extended",
        "2024-09-16T00:00:00+07:00",
        AssignmentPhase.Overdue,
        false,
        "the extension runs out"
    )]
    [InlineData(
        "opened broken",
        BeforeDue,
        AssignmentPhase.ToMend,
        false,
        "what came cannot count"
    )]
    [InlineData(
        "opened broken",
        AtDue,
        AssignmentPhase.Overdue,
        false,
        "overdue weighs more than to mend"
    )]
    [InlineData(
        "opened unchecked",
        AtDue,
        AssignmentPhase.BeingChecked,
        false,
        "what came is being looked at, whatever the time"
    )]
    [InlineData("opened on-time", BeforeDue, AssignmentPhase.OnTime, true, "accepted")]
    [InlineData("opened on-time", AfterClose, AssignmentPhase.OnTime, true, "for ever")]
    [InlineData("opened broken on-time", BeforeDue, AssignmentPhase.OnTime, true, "mended")]
    [InlineData(
        "opened on-time broken",
        BeforeDue,
        AssignmentPhase.OnTime,
        true,
        "a broken replacement harms nothing"
    )]
    [InlineData("opened late", AtDue, AssignmentPhase.Late, true, "late")]
    [InlineData(
        "opened on-time late",
        AtDue,
        AssignmentPhase.OnTime,
        true,
        "the first timeliness stands"
    )]
    [InlineData(
        "opened too-late",
        AfterClose,
        AssignmentPhase.Overdue,
        false,
        "refused, and not ended yet"
    )]
    [InlineData(
        "opened ended-missing",
        AfterClose,
        AssignmentPhase.Missing,
        true,
        "closed without a report"
    )]
    [InlineData(
        "opened too-late ended-missing",
        AfterClose,
        AssignmentPhase.Missing,
        true,
        "a refused one is none"
    )]
    [InlineData(
        "opened broken ended-missing",
        AfterClose,
        AssignmentPhase.Missing,
        true,
        "a broken one is none"
    )]
    [InlineData(
        "opened on-time ended-accepted",
        AfterClose,
        AssignmentPhase.OnTime,
        true,
        "closed with one"
    )]
    [InlineData("exempted", BeforeDue, AssignmentPhase.Exempt, true, "before it opened")]
    [InlineData("opened exempted", AtDue, AssignmentPhase.Exempt, true, "instead of overdue")]
    [InlineData(
        "opened exempted ended-exempt",
        AfterClose,
        AssignmentPhase.Exempt,
        true,
        "instead of missing"
    )]
    [InlineData(
        "opened on-time exempted",
        AfterClose,
        AssignmentPhase.Exempt,
        true,
        "exempt weighs more than a report"
    )]
    [InlineData(
        "opened on-time ended-accepted reopened",
        AfterClose,
        AssignmentPhase.Reopened,
        false,
        "to be changed"
    )]
    [InlineData(
        "opened ended-missing reopened",
        "2024-10-11T00:00:00+07:00",
        AssignmentPhase.Reopened,
        false,
        "still, past its own due"
    )]
    [InlineData(
        "opened on-time ended-accepted reopened corrected",
        AfterClose,
        AssignmentPhase.OnTime,
        true,
        "changed"
    )]
    [InlineData(
        "opened late ended-accepted reopened corrected",
        AfterClose,
        AssignmentPhase.Late,
        true,
        "late stays late"
    )]
    [InlineData(
        "opened on-time ended-accepted reopened corrected ended-2-accepted",
        AfterClose,
        AssignmentPhase.OnTime,
        true,
        "done"
    )]
    [InlineData(
        "opened on-time ended-accepted reopened ended-2-missing",
        AfterClose,
        AssignmentPhase.OnTime,
        true,
        "no correction: the old one counts on"
    )]
    [InlineData(
        "opened ended-missing reopened ended-2-missing",
        AfterClose,
        AssignmentPhase.Missing,
        true,
        "never came"
    )]
    [InlineData(
        "opened ended-missing reopened corrected",
        AfterClose,
        AssignmentPhase.OnTime,
        true,
        "the first that counts was in its time"
    )]
    public void Facts_add_up_to_a_phase(
        string events,
        string now,
        AssignmentPhase phase,
        bool settled,
        string why
    )
    {
        var state = State(Named(events));

        Assert.True(state.Phase(At(now)) == phase, $"{why}: {state.Phase(At(now))}");
        Assert.True(state.IsSettled == settled, why);
    }

    [Fact]
    public void Every_phase_stands_in_the_table()
    {
        var table = typeof(AssignmentStateTests)
            .GetMethod(nameof(Facts_add_up_to_a_phase))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(row => (AssignmentPhase)row.Data[2]!);

        Assert.Equal(Enum.GetValues<AssignmentPhase>(), table.Distinct().Order());
    }

    [Fact]
    public void An_extension_moves_the_close_only_if_it_says_so()
    {
        var beyond = new AssignmentEvent.DueExtended(
            1,
            Due,
            Instant("2024-10-05T00:00:00+07:00"),
            Instant("2024-10-05T00:00:00+07:00"),
            "operator",
            "Bão"
        );

        var current = State(Opened(), beyond).Current!;

        Assert.Equal(Due, current.Due);
        Assert.Equal(beyond.To, current.DueInForce);
        Assert.Equal(beyond.Closes, current.Closes);
        Assert.Equal(
            TimelinessVerdict.OnTime,
            current.Judge(At("2024-10-04T23:59:59+07:00")).Verdict
        );
        Assert.Equal(
            TimelinessVerdict.Refused,
            current.Judge(At("2024-10-05T00:00:00+07:00")).Verdict
        );
    }

    [Fact]
    public void A_generation_has_its_own_instants()
    {
        var state = State(Named("opened on-time ended-accepted reopened"));

        Assert.Equal(2, state.Current!.Number);
        Assert.Equal(CorrectionDue, state.Current.DueInForce);
        Assert.Equal("Thêm số liệu.", state.Current.Comment);
        Assert.Equal(WindowOutcome.Accepted, state.Windows[0].Outcome);
        Assert.Null(state.Current.Outcome);
        Assert.False(state.CurrentIsAccepted);
        Assert.NotNull(state.Counting("report"));
    }

    [Theory]
    [InlineData("extended")]
    [InlineData("ended-missing")]
    public void A_fact_about_a_generation_needs_one(string @event) =>
        Assert.Throws<InvalidOperationException>(() => State(Known[@event]));

    [Fact]
    public void A_fact_of_the_cycle_is_none_of_an_assignment()
    {
        var published = new CycleEvent.Published("hash");

        Assert.Throws<InvalidOperationException>(() => State(published));
        Assert.Throws<InvalidOperationException>(() =>
            CycleState.Of(Stream(BaDinh.Cycle.Stream, Opened()))
        );
    }

    private static IEnumerable<Event> Named(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Known[name]);
}

using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>Draws the report of a rehearsal that is over.</summary>
internal sealed class Summary(
    PlanLookup plan,
    Profile profile,
    int seed,
    bool inFull,
    DateTimeOffset end,
    CycleState cycle
)
{
    private const int RoundsForecast = 3;

    public async Task<RehearsalReport> DrawAsync(
        IEventStore record,
        RehearsedMailSender post,
        IReadOnlyList<TimelineItem> timeline,
        CancellationToken cancellation
    )
    {
        var windows = new List<(AssignmentId Assignment, IReadOnlyList<Window> All)>();
        var stories = new List<AssignmentStory>();
        foreach (var assignment in plan.Assignments)
        {
            var entries = await record.ReadAsync(assignment.Stream, cancellation);
            var state = AssignmentState.Of(entries);
            windows.Add((assignment, state.Windows));
            stories.Add(Stories.Of(plan, assignment, inFull ? entries : [], state, end));
        }
        int Count(AssignmentPhase phase) => stories.Count(story => story.Phase == phase);
        return new RehearsalReport
        {
            Cycle = plan.Plan.Id,
            PlanVersion = plan.Plan.Version,
            Profile = profile.Name,
            Seed = seed,
            TimeZone = plan.Plan.TimeZone,
            Outcome = cycle.End?.Outcome,
            EndedAt = Local(end),
            Assignments = plan.Assignments.Count,
            Mails = post.Count,
            OnTime = Count(AssignmentPhase.OnTime),
            Late = Count(AssignmentPhase.Late),
            Missing = Count(AssignmentPhase.Missing),
            Rounds = cycle.Rounds.Count,
            DossierReady = [.. Moments(timeline, Milestones.DossierCompiled)],
            Approval = new ApprovalForecast(
                Local(ApprovalSpan.FirstRoundOpens(plan.Plan)),
                [
                    .. Enumerable
                        .Range(1, RoundsForecast)
                        .Select(rounds => Local(ApprovalSpan.LatestEnd(plan.Plan, rounds))),
                ],
                Moments(timeline, Milestones.RoundEnded).Cast<DateTimeOffset?>().LastOrDefault()
            ),
            Failures =
            [
                .. cycle.Failures.Select(failure => $"{failure.Instance}: {failure.Message}"),
            ],
            Warnings = [.. PlanWarnings.Check(plan.Plan).Select(Say)],
            Instants = Probes.Of(plan, windows, cycle),
            Stories = stories,
            SentMails = [.. post.Sent.Select(mail => mail with { At = Local(mail.At) })],
            MailTexts = post.Texts,
            Timers = [],
            Timeline =
            [
                .. PlannedInstants()
                    .Concat(timeline)
                    .OrderBy(item => item.At)
                    .Select(item => item with { At = Local(item.At) }),
            ],
        };
    }

    private ReportedWarning Say(PlanWarning warning)
    {
        var (vi, en, hi) = (
            PlanWarningText.Show(Language.Vi, plan, warning),
            PlanWarningText.Show(Language.En, plan, warning),
            PlanWarningText.Show(Language.Hi, plan, warning)
        );
        return new ReportedWarning(
            warning.Code,
            warning.Path,
            new LocalizedText(vi.Message, en.Message, hi.Message),
            new LocalizedText(vi.Remedy, en.Remedy, hi.Remedy)
        );
    }

    private IEnumerable<DateTimeOffset> Moments(IEnumerable<TimelineItem> timeline, string kind) =>
        timeline.Where(item => item.Kind == kind).Select(item => Local(item.At));

    private IEnumerable<TimelineItem> PlannedInstants() =>
        plan.Plan.ReportTypes.SelectMany(type =>
        {
            var owed = FormattableString.Invariant($"{type.OwedBy.Count} assignments");
            return new[]
            {
                new TimelineItem(type.Due.Show(plan.Zone), "due", type.Code, "", owed),
                new TimelineItem(type.Closes.Show(plan.Zone), "closes", type.Code, "", owed),
            };
        });

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, plan.Zone);
}

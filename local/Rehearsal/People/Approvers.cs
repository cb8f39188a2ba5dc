using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Plays the approvers.</summary>
internal sealed class Approvers
{
    private const string Wish =
        "Đề nghị bổ sung số liệu chín tháng đầu năm 2024 và nêu rõ nguyên nhân của hạn chế.";

    private readonly PlanLookup plan;
    private readonly ApproverHabits habits;
    private readonly int seed;
    private readonly HashSet<string> silent;
    private readonly Timing timing;

    public Approvers(PlanLookup plan, ApproverHabits habits, int seed)
    {
        this.plan = plan;
        this.habits = habits;
        this.seed = seed;
        timing = new Timing(WorkCalendar.Of(plan.Plan), habits.OfficeHours, habits.WithinLast);
        var approval = plan.Plan.Approval;
        // Nothing is approved without the required: a rehearsal in which they are silent shows nothing else.
        silent = InRow(
                "silent",
                approval.Approvers.Select(person => person.Id).Except(approval.Required ?? [])
            )
            .Take((int)Math.Round(habits.Silent * approval.Approvers.Count))
            .ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<Act> AnswerRound(ReceivedMail mail, int round, DateTimeOffset now)
    {
        if (silent.Contains(mail.Person))
        {
            return [];
        }
        var chance = new Chance(seed, mail.Id);
        var closes = now + plan.Plan.Approval.Closes;
        var asks = round <= habits.RoundsOfChanges && Critic(round) == mail.Person;
        // Whoever asks for changes does so before the others have made up their minds: later it would not be heard.
        var stretch = asks ? habits.Decides with { To = habits.Decides.From } : habits.Decides;
        var at = timing.Choose(chance, stretch, now, closes);
        if (!asks)
        {
            return [new Act.Decide(at, mail, round, DecisionVerdict.Approve, "", [])];
        }
        if (habits.WithinLast is { } last)
        {
            at = closes - last;
        }
        return
        [
            new Act.Decide(
                at,
                mail,
                round,
                DecisionVerdict.RequestChanges,
                Wish,
                [ToChange(round)]
            ),
        ];
    }

    private string Critic(int round) =>
        InRow(
                $"critic {round.ToString(CultureInfo.InvariantCulture)}",
                plan.Plan.Approval.Approvers.Select(person => person.Id)
                    .Where(id => !silent.Contains(id))
            )
            .First();

    private PartId ToChange(int round)
    {
        var name = $"changes {round.ToString(CultureInfo.InvariantCulture)}";
        var id = One(name, plan.Assignments);
        var parts = ReportPart.Of(plan.ReportType(id.ReportType)).Where(part => part.Required);
        return new PartId(id, One($"{name} part", [.. parts]).Code);
    }

    private T One<T>(string why, IReadOnlyList<T> of) =>
        of[(int)(new Chance(seed, why).Next() * of.Count)];

    private IEnumerable<string> InRow(string why, IEnumerable<string> people) =>
        people.OrderBy(person => new Chance(seed, $"{why} {person}").Next());
}

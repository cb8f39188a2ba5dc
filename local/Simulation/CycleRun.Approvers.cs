using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Simulation;

/// <content>The approvers: they decide at the same moment, twice, too late, about an old dossier, and some are none.</content>
internal sealed partial class CycleRun
{
    private readonly Dictionary<int, string> seen = [];

    private void Read(ReceivedMail mail)
    {
        if (mail.Link is not { } link)
        {
            return;
        }
        if (AssignmentId.TryParse(mail.Subject, null, out var assignment))
        {
            ReadAboutReport(mail, assignment, link);
        }
        else if (
            mail.Occasion.Contains("-seat-order-", StringComparison.Ordinal)
            && link.Segments[^2] == "o/"
        )
        {
            ReadAboutSeat(mail, link);
        }
        else if (
            mail.Occasion.Contains("-decision-", StringComparison.Ordinal)
            && int.TryParse(mail.Subject, CultureInfo.InvariantCulture, out var round)
        )
        {
            ReadAboutRound(mail, round, link);
        }
    }

    private void ReadAboutRound(ReceivedMail mail, int round, Uri link)
    {
        var name = $"{mail.Person} looks at round {round}";
        if (!asked.Add(mail.Id) || dice.Says(0.15, $"never {name}"))
        {
            return;
        }
        ScheduledAction Act(string what, TimeSpan after, Func<Task> act) =>
            new(Clock.GetUtcNow() + after, what, act) { IsAct = true };

        // Everybody looks in whole hours, so that people meet.
        var after = TimeSpan.FromHours(1 + dice.Pick(60, name));
        if (dice.Says(0.1, $"at the close {name}"))
        {
            after = Plan.Plan.Approval.Closes - TimeSpan.FromMinutes(1);
        }
        schedule.Add(Act(name, after, () => LookAsync(mail.Person, round, link, name)));
        if (dice.Says(0.08, $"intruder at {name}"))
        {
            schedule.Add(
                Act(
                    $"a stranger approves round {round} beside {mail.Person}",
                    after,
                    () =>
                        PressAsync(
                            dice.One($"which seat {name}", "alpha-officer-1", "first", "second"),
                            "alpha-officer-1",
                            round,
                            DecisionVerdict.Approve,
                            seen.GetValueOrDefault(round, ""),
                            []
                        )
                )
            );
        }
    }

    /// <summary>Opens the page, and remembers which dossier stands on it.</summary>
    private async Task LookAsync(string person, int round, Uri address, string name)
    {
        if (
            await Pages.OpenAsync(address, LinkPurpose.Decide, crash.Life)
            is not { Cycle: var cycle } held
        )
        {
            Note("  the link does not open");
            return;
        }
        if (cycle.State.Round(round) is not { } open)
        {
            return;
        }
        seen[round] = open.DossierHash;
        var seat = DecisionView.SeatOf(held);
        if (await NameDeputyAsync(open, seat, person, name))
        {
            return;
        }
        var isStale = dice.Says(0.3, $"old page {name}") && seen.ContainsKey(round - 1);
        var hash = isStale ? seen[round - 1] : open.DossierHash;
        var verdict = dice.Pick(20, $"verdict {name}") switch
        {
            < 3 when round < 3 => DecisionVerdict.RequestChanges,
            3 => DecisionVerdict.Reject,
            4 when IsOtherCommittee => DecisionVerdict.Abstain,
            5 when IsOtherCommittee => DecisionVerdict.Recuse,
            6 or 7 when IsOtherCommittee => DecisionVerdict.Reject,
            _ => DecisionVerdict.Approve,
        };
        PartId[] all =
        [
            .. Plan.Assignments.SelectMany(id =>
                ReportPart
                    .Of(Plan.ReportType(id.ReportType))
                    .Select(part => new PartId(id, part.Code))
            ),
        ];
        PartId[] reopen =
            verdict == DecisionVerdict.RequestChanges
                ?
                [
                    .. all.Where(id => dice.Says(0.4, $"reopens {id} {name}")),
                    all[dice.Pick(all.Length, $"reopens one {name}")],
                ]
                : [];
        void Press(string how, TimeSpan after, DecisionVerdict answer, PartId[] changes) =>
            schedule.AddAct(
                Clock.GetUtcNow() + after,
                how,
                () => PressAsync(seat, person, round, answer, hash, [.. changes.Distinct()])
            );

        var reads = dice.One(
            $"reads {name}",
            TimeSpan.Zero,
            TimeSpan.Zero,
            TimeSpan.FromMinutes(1),
            TimeSpan.FromHours(1),
            TimeSpan.FromHours(30)
        );
        Press(
            $"{person} decides in round {round}{(isStale ? " on an old page" : "")}",
            reads,
            verdict,
            reopen
        );
        if (dice.Says(0.2, $"twice {name}"))
        {
            Press($"{person} decides again in round {round}", reads, DecisionVerdict.Approve, []);
        }
        if (dice.Says(0.1, $"truth beside {name}"))
        {
            AddTruthBeside(person, round, Clock.GetUtcNow() + reads);
        }
    }

    // What comes to be known in the minute of an answer meets the end of its round.
    private void AddTruthBeside(string person, int round, DateTimeOffset answered)
    {
        var name = $"late truth in round {round} beside {person}";
        var assignment = Plan.Assignments[dice.Pick(Plan.Assignments.Count, $"of what {name}")];
        AddTruth(assignment, name, answered.AddSeconds(60 * dice.Of($"when {name}")));
    }

    // Those whose rules are a number alone are played as before.
    private bool IsOtherCommittee =>
        Plan.Plan.Approval
            is { Required: not null }
                or { Stages: not null }
                or { Casting: not null };

    private async Task PressAsync(
        string seat,
        string person,
        int round,
        DecisionVerdict verdict,
        string hash,
        IReadOnlyList<PartId> reopen
    )
    {
        var comment = verdict == DecisionVerdict.Approve ? "" : $"{person} wants it otherwise.";
        var decision = new CycleEvent.Decided(round, hash, seat, verdict, comment, reopen)
        {
            Person = person == seat ? null : person,
        };
        Oracle.Decisions.Add(new(decision, Clock.GetUtcNow()));
        var refusal = await Pages.DecideAsync(SimulatedPlan.Cycle, decision, crash.Life);
        Note($"  {verdict}: {refusal?.Code ?? "taken"}");
    }
}

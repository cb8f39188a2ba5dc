using System.Globalization;
using System.Text;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Simulation;

/// <content>
/// Seats of approvers: deputies are named and taken back, operators record sessions and put people into seats, some of them without anybody's
/// knowledge, and those concerned object.
/// </content>
internal sealed partial class CycleRun
{
    private const string Colleague = "Colleague operations";

    private static readonly DecisionVerdict[] Voices =
    [
        DecisionVerdict.Approve,
        DecisionVerdict.Approve,
        DecisionVerdict.Approve,
        DecisionVerdict.Reject,
        DecisionVerdict.Abstain,
    ];

    private bool HasDeputies => Plan.Plan.Approval.Deputies is not null;

    /// <summary>Where the plan lists deputies, some who look name one, and some of them take that back.</summary>
    /// <returns>Whether this person leaves it at that.</returns>
    private async Task<bool> NameDeputyAsync(
        RoundState round,
        string seat,
        string person,
        string name
    )
    {
        if (!HasDeputies || !dice.Says(0.3, $"names a deputy {name}"))
        {
            return false;
        }
        var listed = Plan.Plan.Approval.DeputiesOf(seat);
        var deputy = dice.One(
            $"whom {name}",
            [
                .. listed.Select(one => one.Id),
                listed.Count > 0 ? listed[0].Id : "shared",
                "shared",
                "first",
            ]
        );
        await DeputeAsync(new CycleEvent.DeputyNamed(round.Number, seat, deputy, person));
        if (dice.Says(0.4, $"takes it back {name}"))
        {
            schedule.AddAct(
                Clock.GetUtcNow()
                    + TimeSpan.FromHours(1 + dice.Pick(20, $"takes it back when {name}")),
                $"{person} takes a deputy back in round {round.Number}",
                () => DeputeAsync(new CycleEvent.DeputyRevoked(round.Number, seat, deputy, person))
            );
        }
        return dice.Says(0.7, $"leaves it to the deputy {name}");
    }

    private async Task DeputeAsync(CycleEvent act)
    {
        Oracle.Deputings.Add(act);
        var refusal = await Pages.DeputyAsync(SimulatedPlan.Cycle, act, crash.Life);
        Note($"  {act.GetType().Name}: {refusal?.Code ?? "taken"}");
    }

    /// <summary>Operators do something for seats while a round may be open, and before.</summary>
    private void PrepareSeats()
    {
        if (!HasDeputies)
        {
            return;
        }
        for (var number = 1; number <= 3; number++)
        {
            var name = $"an operator puts somebody into a seat {number}";
            if (dice.Says(0.35, name))
            {
                var seat = dice.One($"which {name}", "first", "second", "third");
                var by = number;
                schedule.AddAct(
                    SimulatedPlan.Opens.AddDays(18 + (12 * dice.Of($"when {name}"))),
                    name,
                    () =>
                        OrderSeatsAsync(
                            name,
                            dice.Says(0.5, $"forged {name}"),
                            _ => new Command.ReplaceApprover(
                                seat,
                                $"The new {seat}",
                                $"{seat}{SuccessorMark}{by}@small.example",
                                Language.En,
                                Officer,
                                Officer,
                                name
                            )
                        )
                );
            }
        }
        for (var number = 1; number <= 12; number++)
        {
            var name = $"an operator records a session {number}";
            if (dice.Says(0.5, name))
            {
                schedule.AddAct(
                    SimulatedPlan.Opens.AddDays(19 + number + dice.Of($"when {name}")),
                    name,
                    () =>
                        OrderSeatsAsync(
                            name,
                            dice.Says(0.4, $"forged {name}"),
                            cycle => MeetingOf(cycle, name)
                        )
                );
            }
        }
    }

    // Who said what in the session; of a forged one nobody said anything, and all have approved.
    private Command.RecordMeeting? MeetingOf(CycleState cycle, string name)
    {
        if (cycle.CurrentRound is not { Outcome: null } round)
        {
            return null;
        }
        var isForged = dice.Says(0.4, $"forged {name}");
        var answers = new List<MeetingAnswer>();
        foreach (var seat in Plan.Plan.Approval.Approvers.Select(person => person.Id))
        {
            if (round.AnswerOf(seat) is not null || !dice.Says(0.7, $"{seat} in {name}"))
            {
                continue;
            }
            var verdict = isForged
                ? DecisionVerdict.Approve
                : dice.One($"{seat} says in {name}", Voices);
            answers.Add(new MeetingAnswer(seat, verdict));
            if (!isForged)
            {
                Oracle.Sessions[(round.Number, seat)] = verdict;
            }
        }
        return new Command.RecordMeeting(
            round.Number,
            round.DossierHash,
            Clock.GetUtcNow(),
            answers,
            "minutes.pdf",
            Officer,
            Officer,
            name
        );
    }

    private async Task OrderSeatsAsync(string name, bool isForged, Func<CycleState, Command?> draw)
    {
        if (await Pages.FindAsync(SimulatedPlan.Cycle, crash.Life) is not { State: var state })
        {
            return;
        }
        var id = name.Replace(' ', '-');
        var key = AssignmentCommandHandler.KeyOf(id);
        if (!Oracle.Orders.TryGetValue(key, out var order))
        {
            if (draw(state) is not { } command)
            {
                return;
            }
            order = new(Plan.Assignments[0], command);
            Oracle.Orders.Add(key, order);
            if (isForged)
            {
                Oracle.Forged.Add(key);
            }
        }
        var minutes = order.Command is Command.RecordMeeting ? MinutesOf(name) : null;
        var answer = await Pages.CommandAsync(
            SimulatedPlan.Cycle,
            id,
            order.Command,
            minutes,
            crash.Life
        );
        Note(
            $"  {order.Command.GetType().Name}: {(answer is CommandAnswer.Refused refused ? refused.Why.Code : "done")}"
        );
        if (answer is CommandAnswer.Done { Entry: var entry })
        {
            if (entry.Event is CycleEvent.MeetingRecorded recorded)
            {
                ScanMinutes(new MinutesName(SimulatedPlan.Cycle, recorded.Minutes), minutes!);
            }
            Confirm(entry, isForged, name);
        }
    }

    // Several sessions may have the same.
    private byte[] MinutesOf(string name) =>
        dice.Says(0.2, $"malware in the minutes {name}")
            ? Encoding.ASCII.GetBytes(InMemoryMalwareScanner.Mark)
            : [1, 2, 3];

    // Whoever forges confirms at once under another name. A colleague confirms in good faith, sooner or later, and again after an objection.
    private void Confirm(Entry entry, bool isForged, string name)
    {
        void Press(string how, TimeSpan after, string account, string by) =>
            schedule.AddAct(
                Clock.GetUtcNow() + after,
                $"{how} {name}",
                () => ConfirmAsync(entry, $"{how} {name}", account, by)
            );

        if (isForged)
        {
            Press("the same operator confirms", TimeSpan.FromMinutes(1), Officer, Colleague);
        }
        if (dice.Says(isForged ? 0.4 : 0.8, $"is confirmed {name}"))
        {
            Press(
                "a colleague confirms",
                TimeSpan.FromHours(dice.Pick(30, $"confirmed when {name}")),
                Colleague,
                Colleague
            );
        }
        if (dice.Says(0.3, $"is confirmed again {name}"))
        {
            Press(
                "a colleague confirms again",
                TimeSpan.FromHours(20 + dice.Pick(30, $"confirmed again when {name}")),
                Colleague,
                Colleague
            );
        }
    }

    private async Task ConfirmAsync(Entry entry, string how, string account, string by)
    {
        var id = how.Replace(' ', '-');
        var key = AssignmentCommandHandler.KeyOf(id);
        var command = new Command.ConfirmSeats(entry.Sequence, account, by, "By telephone");
        Oracle.Orders.TryAdd(key, new(Plan.Assignments[0], command));
        var answer = await Pages.CommandAsync(SimulatedPlan.Cycle, id, command, null, crash.Life);
        Note(
            $"  confirms {entry.Sequence}: {(answer is CommandAnswer.Refused refused ? refused.Why.Code : "done")}"
        );
    }

    /// <summary>Somebody has a letter about what operations did for their seat, and objects if it is not so; now and then if it is.</summary>
    private void ReadAboutSeat(ReceivedMail mail, Uri link)
    {
        var order = long.Parse(mail.Subject, CultureInfo.InvariantCulture);
        var name = $"{mail.Person} reads of order {order}";
        if (asked.Add(mail.Id) && !dice.Says(0.2, $"never {name}"))
        {
            schedule.AddAct(
                Clock.GetUtcNow() + TimeSpan.FromHours(1 + dice.Pick(30, name)),
                name,
                () => ObjectAsync(mail.Person, order, link, name)
            );
        }
    }

    private async Task ObjectAsync(string person, long order, Uri link, string name)
    {
        if (
            await Pages.OpenAsync(link, LinkPurpose.Objection, crash.Life) is not { } held
            || ObjectionRules.Find(held.Cycle.State, order) is not { } known
            || ObjectionRules.SeatOf(held.Cycle.State, known, person) is not { } seat
        )
        {
            return;
        }
        var isTrue = known.Event switch
        {
            CycleEvent.MeetingRecorded meeting => meeting.Answers.Any(answer =>
                answer.Seat == seat
                && Oracle.Sessions.TryGetValue((meeting.Round, seat), out var said)
                && said == answer.Verdict
            ),
            _ => !Oracle.Forged.Contains(known.Key),
        };
        if (isTrue && !dice.Says(0.1, $"objects all the same {name}"))
        {
            return;
        }
        Oracle.Objections.Add((order, person));
        var refusal = await Pages.ObjectAsync(held, "That is not so.", crash.Life);
        Note($"  {person} objects to {order}: {refusal?.Code ?? "taken"}");
    }
}

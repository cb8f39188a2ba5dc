using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

/// <summary>Runs the process against a played record, from any state, until it sleeps for good.</summary>
public sealed class ReportProcessRunTests
{
    private static readonly Gen<ReportTerms> AllTerms = Gen.Select(
        Gen.Int[1, 2],
        Instants,
        Gen.Int[0, 10],
        Gen.Int[0, 40],
        Gen.Int[0, 20],
        Gen.Int[0, 60].Array[0, 6],
        (window, opens, wait, due, closes, reminders) =>
        {
            var start = WholeSecond.From(opens);
            return new ReportTerms
            {
                Window = window,
                Cause = window == 1 ? OpeningCause.Plan : OpeningCause.ChangesAsked,
                Opens = start,
                OpensAtLatest = start.AddDays(wait),
                Due = Deadline.At(start.AddDays(due)),
                Closes = Deadline.At(start.AddDays(due + closes)),
                Parts = Whole,
                Reminders = [.. reminders.Distinct().Order().Select(day => start.AddDays(day))],
            };
        }
    );

    private static readonly Gen<ReportProgress> AllProgress = Gen.Select(
        Gen.Bool,
        Gen.Int[0, 6],
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        (requested, reminders, due, close, rung) =>
            new ReportProgress(requested, reminders, due, close, rung)
    );

    /// <summary>What happens at a wake, besides the process itself: nothing mostly, a report, an extension, an exemption, an open stage.</summary>
    private static readonly Gen<int[]> Happenings = Gen.Int[0, 11].Array[40];

    [Fact]
    public void From_any_state_it_ends_and_never_wakes_in_the_past_with_nothing_to_do() =>
        Gen.Select(AllTerms, AllProgress, Instants, Happenings)
            .Sample(
                (terms, progress, now, happenings) =>
                    Run(terms, progress, now, happenings).Outcome is not null,
                iter: Many
            );

    [Fact]
    public void From_the_start_it_asks_once_reminds_of_each_due_once_and_ends_once() =>
        Gen.Select(AllTerms, Happenings)
            .Sample(
                (terms, happenings) =>
                {
                    var run = Run(terms, ReportProgress.Start, terms.Opens.AddDays(-1), happenings);
                    var mails = run.Effects.OfType<ReportEffect.Mail>().ToList();
                    var reminders = mails
                        .Where(mail => mail.Occasion == MailOccasion.Reminder)
                        .ToLookup(mail => mail.Due, mail => mail.Number);
                    return run.Effects.OfType<ReportEffect.Open>().Count() == 1
                        && run.Effects.OfType<ReportEffect.End>().Count() == 1
                        && mails.Count(mail => mail.Occasion == MailOccasion.Request) <= 1
                        && reminders.All(numbers =>
                            numbers.SequenceEqual(numbers.Distinct().Order())
                        )
                        && run.Effects[^1] is ReportEffect.WakeLaterStages;
                },
                iter: Many
            );

    [Fact]
    public void Before_it_says_missing_it_has_looked() =>
        Gen.Select(AllTerms, Happenings)
            .Sample(
                (terms, happenings) =>
                {
                    var run = Run(terms, ReportProgress.Start, terms.Opens.AddDays(-1), happenings);
                    return run.Outcome != WindowOutcome.Missing
                        || run.Effects[^3] is ReportEffect.LookForUploads;
                },
                iter: Many
            );

    private static (List<ReportEffect> Effects, WindowOutcome? Outcome) Run(
        ReportTerms terms,
        ReportProgress progress,
        DateTimeOffset now,
        int[] happenings
    )
    {
        var effects = new List<ReportEffect>();
        var snapshot = new ReportSnapshot
        {
            Window = terms.Window - 1,
            Due = null,
            Closes = null,
            IsAccepted = false,
            IsExempt = false,
            Outcome = null,
            StageIsOpen = false,
        };
        foreach (var happening in happenings)
        {
            var step = ReportProcess.Advance(terms, progress, snapshot, now);
            progress = step.Progress;
            effects.AddRange(step.Effects);
            foreach (var effect in step.Effects)
            {
                snapshot = CarryOut(effect, terms, snapshot);
            }
            if (step.WakeAt is not { } wake)
            {
                return (effects, snapshot.Outcome);
            }
            Assert.True(wake > now || (wake == now && step.Effects.Count > 0), $"{now:O}: {step}");
            snapshot = Happen(happening, snapshot);
            now = wake;
        }
        return (effects, snapshot.Outcome);
    }

    private static ReportSnapshot CarryOut(
        ReportEffect effect,
        ReportTerms terms,
        ReportSnapshot snapshot
    ) =>
        effect switch
        {
            ReportEffect.Open => snapshot with
            {
                Window = terms.Window,
                Due = terms.Due,
                Closes = terms.Closes,
            },
            ReportEffect.End end => snapshot with { Outcome = end.Outcome },
            _ => snapshot,
        };

    private static ReportSnapshot Happen(int happening, ReportSnapshot snapshot) =>
        (happening, snapshot.Due) switch
        {
            (0, not null) => snapshot with { IsAccepted = true },
            (1, _) => snapshot with { IsExempt = true },
            (2, _) => snapshot with { StageIsOpen = true },
            (3, { } due) => Extended(snapshot, due),
            _ => snapshot,
        };

    private static ReportSnapshot Extended(ReportSnapshot snapshot, Deadline due)
    {
        var later = Deadline.At(due.Show(TimeZoneInfo.Utc).AddDays(3));
        return snapshot with
        {
            Due = later,
            Closes = later.IsAfter(snapshot.Closes!.Value) ? later : snapshot.Closes,
        };
    }
}

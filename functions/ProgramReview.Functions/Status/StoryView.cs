using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Draws the story of an assignment or of a cycle, with the forms to decide about it.</summary>
public sealed class StoryView(
    IEventStore record,
    IOutbox outbox,
    PageRenderer renderer,
    IEntropy entropy,
    TimeProvider clock
)
{
    /// <summary>The page.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">The assignment, or null for the cycle's own story.</param>
    /// <param name="mayDecide">Whether the reader may decide about it.</param>
    /// <param name="attempt">A command that was refused, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="correction">A correction that was not taken, or null.</param>
    public async Task<PageResult> ShowAsync(
        RunningCycle cycle,
        AssignmentId? assignment,
        bool mayDecide,
        CommandAttempt? attempt,
        CancellationToken cancellation,
        CorrectionDraft? correction = null
    )
    {
        var id = cycle.Ref.Cycle;
        var now = clock.GetUtcNow();
        var entries = assignment is null
            ? cycle.Stream
            : await record.ReadAsync(assignment.Stream, cancellation);
        var state = assignment is null ? null : entries.Assignment;
        var model = new StoryPageModel
        {
            Context = new PageContext(cycle.Plan.Plan.Operations.Language, now, cycle.Plan),
            Assignment = assignment,
            Phase = state?.Phase(now),
            Handovers =
            [
                .. cycle.State.Handovers.Where(handover => handover.Event.Body == assignment?.Body),
            ],
            Entries = entries,
            Mails = await MailsAsync(id, assignment, cancellation),
            StatusPath = $"/status/{id}",
            Correction = mayDecide
                ? (correction ?? new CorrectionDraft("")) with
                {
                    Id = NewId(entropy),
                }
                : null,
            CorrectionPath = $"/api/cycles/{id}/corrections",
            Commands =
                state is null || !mayDecide
                    ? null
                    : new CommandFormsModel
                    {
                        Path = $"/api/cycles/{id}/assignments/{assignment}/commands",
                        Kinds = CommandMenu.Of(cycle.State, state, now),
                        Draft = (attempt?.Draft ?? new CommandDraft("")) with
                        {
                            Id = NewId(entropy),
                        },
                        Due = state.Current?.DueInForce,
                        IsOpen = state.Current?.IsOpen(now) == true,
                        Admissible = [.. CommandMenu.Admissible(state)],
                        Contacts = cycle.Plan.Body(assignment!.Body).Contacts,
                        RecordPath = CommandMenu.MayRecord(cycle.State, state)
                            ? $"/api/cycles/{id}/assignments/{assignment}/record"
                            : null,
                        Tried = attempt?.Kind,
                        Refusal = attempt?.Why,
                    },
        };
        return new PageResult(
            await renderer.RenderAsync<AssignmentStoryPage>(model),
            (attempt, correction) switch
            {
                ({ } refused, _) => RefusalText.StatusOf(refused.Why),
                (null, { }) => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status200OK,
            }
        );
    }

    /// <summary>The name of one press of a form.</summary>
    internal static string NewId(IEntropy entropy)
    {
        Span<byte> bytes = stackalloc byte[12];
        entropy.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private async Task<IReadOnlyList<OutboxMail>> MailsAsync(
        CycleId cycle,
        AssignmentId? about,
        CancellationToken cancellation
    )
    {
        var mails = new List<OutboxMail>();
        await foreach (var mail in outbox.ListAsync(cycle, cancellation))
        {
            if (AssignmentId.TryParse(mail.Subject, null, out var id) ? id == about : about is null)
            {
                mails.Add(mail);
            }
        }
        return [.. mails.OrderBy(mail => mail.QueuedAt)];
    }
}

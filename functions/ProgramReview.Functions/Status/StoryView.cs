using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
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
    FormAnswers answers,
    TimeProvider clock
)
{
    /// <summary>The page.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">The assignment, or null for the cycle's own story.</param>
    /// <param name="mayDecide">Whether the reader may decide about it.</param>
    /// <param name="answer">What came of a form that was posted, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        RunningCycle cycle,
        AssignmentId? assignment,
        bool mayDecide,
        FormAnswer? answer,
        CancellationToken cancellation
    )
    {
        var id = cycle.Ref.Cycle;
        var now = clock.GetUtcNow();
        var entries = assignment is null
            ? cycle.Stream
            : await record.ReadAsync(assignment.Stream, cancellation);
        var state = assignment is null ? null : entries.Assignment;
        var scene = new CommandScene(cycle.State, assignment, state ?? AssignmentState.None, now)
        {
            Plan = cycle.Plan,
            Entries = entries,
        };
        var model = new StoryPageModel
        {
            Context = PageContext.For(
                request,
                cycle.Plan.Plan.Operations.Language,
                now,
                cycle.Plan
            ),
            Assignment = assignment,
            Phase = state?.Phase(now),
            Handovers =
            [
                .. cycle.State.Handovers.Where(handover => handover.Event.Body == assignment?.Body),
            ],
            Entries = entries,
            Mails = await MailsAsync(id, assignment, cancellation),
            StatusPath = $"/status/{id}",
            Window = state?.Current,
            Findings = state is null ? [] : StoryFinding.Of(state),
            Parts =
            [
                .. state?.Parts.Select(part => new PartStanding(
                    part.Code,
                    part.IsRequired,
                    state.Phase(part, now),
                    part.Submissions.Count > 0
                ))
                    ?? [],
            ],
            Commands = mayDecide
                ? new CommandFormsModel(
                    scene,
                    assignment is null
                        ? $"/api/cycles/{id}/commands"
                        : $"/api/cycles/{id}/assignments/{assignment}/commands",
                    answers.NewId(),
                    answer
                )
                {
                    Chosen = ChosenOf(request),
                    // The cycle is decided about on the status page.
                    Menu = [.. scene.Menu().Where(one => one.Scope != CommandScope.Cycle)],
                }
                : null,
        };
        return new PageResult(await renderer.RenderAsync<AssignmentStoryPage>(model));
    }

    private static ChosenFinding? ChosenOf(HttpRequest request) =>
        (request.Query["form"].ToString(), request.Query["finding"].ToString())
            is ({ Length: > 0 } form, { Length: > 0 } finding)
            ? new ChosenFinding(form, finding)
            : null;

    private async Task<IReadOnlyList<OutboxMail>> MailsAsync(
        CycleId cycle,
        AssignmentId? about,
        CancellationToken cancellation
    )
    {
        var mails = new List<OutboxMail>();
        if (about is not null)
        {
            mails.AddRange(
                await outbox
                    .ListAboutAsync(cycle, about.ToString(), cancellation)
                    .ToListAsync(cancellation)
            );
        }
        else
        {
            mails.AddRange(
                await outbox
                    .ListAsync(cycle, cancellation)
                    .Where(mail => !AssignmentId.TryParse(mail.Subject, null, out _))
                    .ToListAsync(cancellation)
            );
        }
        return [.. mails.OrderBy(mail => mail.QueuedAt)];
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Access;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Pages;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>Tells the story of one assignment, or of the cycle itself, entry by entry.</summary>
internal sealed class StoryFunction(
    Cycles cycles,
    IRecord record,
    IOutbox outbox,
    PageRenderer renderer,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(StoryFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/story/{assignment?}"
        )]
            HttpRequest request,
        string cycle,
        string? assignment,
        CancellationToken cancellation
    )
    {
        AssignmentId? about = null;
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || (
                assignment is not null
                && (
                    !AssignmentId.TryParse(assignment, null, out about)
                    || !running.Plan.Assignments.Contains(about)
                )
            )
        )
        {
            return await problems.PageAsync(StatusCodes.Status404NotFound);
        }
        var now = clock.GetUtcNow();
        var entries = await record.ReadAsync(about?.Stream ?? id.Stream, cancellation);
        var model = new StoryPageModel
        {
            Context = new PageContext(running.Plan.Plan.Operations.Language, now, running.Plan),
            Assignment = about,
            Phase = about is null ? null : AssignmentState.Of(entries).Phase(now),
            Entries = entries,
            Mails = await MailsAsync(id, about, cancellation),
            StatusPath = $"/status/{id}",
        };
        return new PageResult(await renderer.RenderAsync<AssignmentStoryPage>(model));
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

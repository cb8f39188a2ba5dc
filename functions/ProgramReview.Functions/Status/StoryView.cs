using System.Globalization;
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
    private const int MostOnPage = 100;

    /// <summary>The page, of the newest entries unless the query <c>page</c> asks for others.</summary>
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
        var path = $"/status/{id}/story/{assignment}".TrimEnd('/');
        var pages = Math.Max(1, (entries.Count + MostOnPage - 1) / MostOnPage);
        var page = Math.Min(PageNumber.Of(request.Query, usual: pages), pages);
        string? PathOf(int other) =>
            other > 0 && other <= pages
                ? FormattableString.Invariant($"{path}?page={other}")
                : null;
        IReadOnlyList<Entry> shown = [.. entries.Skip((page - 1) * MostOnPage).Take(MostOnPage)];
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
            Entries = shown,
            Page = page,
            EarlierPath = PathOf(page - 1),
            LaterPath = PathOf(page + 1),
            Mails = await MailsAsync(cycle, assignment, shown, cancellation),
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
                )
                {
                    IsUndecided = part.IsUndecided,
                })
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

    // Of the cycle's own letters those that this page tells of, and those of rounds, which may be under way.
    private async Task<IReadOnlyList<OutboxMail>> MailsAsync(
        RunningCycle cycle,
        AssignmentId? about,
        IReadOnlyList<Entry> shown,
        CancellationToken cancellation
    )
    {
        var id = cycle.Ref.Cycle;
        IEnumerable<string> subjects = about is null
            ? cycle.State.Rounds.Select(round =>
                round.Number.ToString(CultureInfo.InvariantCulture)
            )
            : [about.ToString()];
        var mails = new Dictionary<string, OutboxMail>();
        foreach (var subject in subjects)
        {
            await foreach (var mail in outbox.ListAboutAsync(id, subject, cancellation))
            {
                mails[mail.Id] = mail;
            }
        }
        foreach (var told in shown.Select(FailedLetter.MailOf).OfType<string>())
        {
            if (
                !mails.ContainsKey(told)
                && await outbox.FindAsync(id, told, cancellation) is { } mail
            )
            {
                mails.Add(told, mail);
            }
        }
        return [.. mails.Values.OrderBy(mail => mail.QueuedAt)];
    }
}

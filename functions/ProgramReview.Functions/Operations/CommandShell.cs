using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>The way of every command: find what it is about, read it, carry it out, answer.</summary>
public sealed class CommandShell(
    Cycles cycles,
    CommandRunner runner,
    FormAnswers answers,
    PageRenderer renderer,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Carries a posted command out: programs get the entry or the problem, browsers are led to the page that says so.</summary>
    public async Task<IResult> RunAsync(
        HttpRequest request,
        DurableTaskClient client,
        string cycle,
        string? assignment,
        string command,
        CancellationToken cancellation
    )
    {
        AssignmentId? about = null;
        var scope = assignment is null ? CommandScope.Cycle : CommandScope.Assignment;
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
            || Command.All.FirstOrDefault(one => one.Name == command) is not { } definition
            || !definition.Scope.HasFlag(scope)
        )
        {
            return await problems.AnswerAsync(
                request,
                StatusCodes.Status404NotFound,
                "not-found",
                "There is no such cycle, assignment or command."
            );
        }
        if (await ReadAsync(request, definition, cancellation) is not { } sent)
        {
            return await problems.AnswerAsync(
                request,
                StatusCodes.Status400BadRequest,
                "bad-request",
                "Send a form or JSON with id and reason; a file by a form."
            );
        }
        var context = new PageContext(
            running.Plan.Plan.Operations.Language,
            clock.GetUtcNow(),
            running.Plan
        );
        var member = AccessMiddleware.StaffOf(request);
        var scene = new CommandScene(running.State, about, AssignmentState.None, context.Now)
        {
            Plan = running.Plan,
        };
        var (values, unread) = CommandValues.Read(
            definition,
            sent.Values,
            running.Plan.Zone,
            member.Name
        );
        var answer = values is null
            ? new CommandAnswer.Refused(unread!)
            : await runner.RunAsync(
                new CommandCall(
                    client,
                    running,
                    about,
                    values.Id,
                    definition.Read(values, scene),
                    sent.File
                ),
                cancellation
            );
        return answer is CommandAnswer.Issued issued ? await ShowAsync(request, running, issued)
            : Problems.WantsPage(request)
                ? await answers.LeadAsync(
                    member.Owner,
                    PageOf(definition, id, about),
                    AnswerOf(definition, sent, answer),
                    cancellation
                )
            : answer switch
            {
                CommandAnswer.Done { Entry: var entry } => Results.Json(
                    new { entry = ReceiptNumber.Of(entry), recordedAt = entry.RecordedAt }
                ),
                CommandAnswer.Refused { Why: var why } => Problems.Of(context, why),
                _ => throw new InvalidOperationException("An answer of no known kind."),
            };
    }

    // The answer to this one request, and no address that could be asked for it again.
    private async Task<IResult> ShowAsync(
        HttpRequest request,
        RunningCycle cycle,
        CommandAnswer.Issued issued
    )
    {
        if (!Problems.WantsPage(request))
        {
            return Results.Json(
                new
                {
                    entry = ReceiptNumber.Of(issued.Entry),
                    recordedAt = issued.Entry.RecordedAt,
                    code = issued.Code,
                }
            );
        }
        var holder = cycle.Plan.FindPerson(issued.Person)!;
        return new PageResult(
            await renderer.RenderAsync<AccessCodePage>(
                new AccessCodePageModel
                {
                    // The sheet is handed to the approver.
                    Context = new PageContext(holder.Language, clock.GetUtcNow(), cycle.Plan),
                    Holder = holder,
                    Code = issued.Code,
                    BackPath = $"/status/{cycle.Ref.Cycle}",
                }
            )
        );
    }

    private static Task<PostedFields?> ReadAsync(
        HttpRequest request,
        CommandDefinition definition,
        CancellationToken cancellation
    ) =>
        definition.File is not null && !request.HasFormContentType
            ? Task.FromResult<PostedFields?>(null)
            : PostedFields.ReadAsync(
                request,
                [
                    CommandValues.IdField,
                    CommandValues.ReasonField,
                    CommandValues.ByField,
                    .. definition
                        .Fields.Where(field => field != definition.File)
                        .Select(field => field.Name),
                ],
                definition.File?.Name,
                definition.File is null ? null : Command.Record.MaxFile,
                cancellation
            );

    // Each form is posted from the page that it stands on.
    private static string PageOf(
        CommandDefinition definition,
        CycleId cycle,
        AssignmentId? about
    ) =>
        definition.Scope == CommandScope.Cycle
            ? $"/status/{cycle}"
            : $"/status/{cycle}/story/{about}".TrimEnd('/');

    private static FormAnswer AnswerOf(
        CommandDefinition definition,
        PostedFields sent,
        CommandAnswer answer
    ) =>
        answer switch
        {
            CommandAnswer.Done { Entry: var entry } => new FormAnswer(
                definition.Name,
                new Dictionary<string, string> { ["entry"] = ReceiptNumber.Of(entry) },
                []
            ),
            CommandAnswer.Refused { Why: var why } => new FormAnswer(
                definition.Name,
                sent.Values,
                [why]
            ),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
}

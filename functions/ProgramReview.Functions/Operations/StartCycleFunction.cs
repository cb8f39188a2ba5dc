using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Starts a cycle from a shipped plan or from a plan that was sent, with the person and the reason, from a form or as JSON.</summary>
internal sealed class StartCycleFunction(
    PlanLibrary library,
    CycleStarter starter,
    CycleListView view,
    LinkAddresses addresses,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Starts: 202 with the status page, 400 or 422 with every fault, or 409 with the running cycle; a form gets a page either way.</summary>
    [Function(nameof(StartCycleFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var isPage = Problems.WantsPage(request);
        if (await PostedStart.ReadAsync(request, cancellation) is not { } sent)
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status400BadRequest)
                : Problems.Of(
                    400,
                    "bad-request",
                    "Send a form or JSON with reason, and with plan or the plan's text."
                );
        }
        var reading = Read(sent);
        if (ProblemOf(sent, reading) is { } problem)
        {
            var draft = sent.Draft with { Problem = problem, Faults = reading?.Faults ?? [] };
            return isPage
                ? await view.ShowAsync(draft, mayStart: true, StatusOf(problem), cancellation)
                : Refuse(draft, problem);
        }
        var started = await starter.StartAsync(
            client,
            reading!.Plan!,
            sent.Person(AccessMiddleware.OperatorOf(request)),
            sent.Draft.Reason,
            cancellation
        );
        return (isPage, started.IsNew) switch
        {
            (true, true) => new SeeOther(addresses.Status(reading.Plan!.Cycle).AbsolutePath),
            (true, false) => await view.ShowAsync(
                sent.Draft with
                {
                    AlreadyRunning = reading.Plan!.Id,
                },
                mayStart: true,
                StatusCodes.Status409Conflict,
                cancellation
            ),
            (false, _) => Answer(reading.Plan!, started),
        };
    }

    private PlanReading? Read(PostedStart sent) =>
        sent.File is { } file
            ? PlanFile.Read(file, "plan.yaml", clock.GetUtcNow())
            : library.Find(sent.Draft.Plan);

    // Two plans at once are nobody's wish: which of them were the letters to go out for?
    private static StartProblem? ProblemOf(PostedStart sent, PlanReading? reading) =>
        (sent.Draft.Plan.Length > 0, sent.File is not null, reading) switch
        {
            (true, true, _) => StartProblem.PlanAmbiguous,
            (_, _, null) => StartProblem.PlanUnknown,
            (_, _, { IsValid: false }) => StartProblem.PlanFaulty,
            _ => CommandRules.RefuseReason(sent.Draft.Reason)?.Code switch
            {
                null => null,
                "reason-missing" => StartProblem.ReasonMissing,
                _ => StartProblem.ReasonTooLong,
            },
        };

    private IResult Answer(Plan plan, Recorded started)
    {
        var status = addresses.Status(plan.Cycle);
        return started.IsNew
            ? Results.Accepted(status.ToString(), new { cycle = plan.Id, status })
            : Problems.Of(
                409,
                "cycle-already-started",
                $"The cycle '{plan.Id}' was started on {started.Entry.RecordedAt:O}; see {status}."
            );
    }

    private static IResult Refuse(StartDraft draft, StartProblem problem) =>
        Problems.Of(
            StatusOf(problem),
            problem switch
            {
                StartProblem.ReasonMissing or StartProblem.ReasonTooLong =>
                    $"command-{Text.Hyphenate(problem.ToString())}",
                _ => Text.Hyphenate(problem.ToString()),
            },
            problem == StartProblem.PlanUnknown
                ? $"Send a plan's text, or name one of: {string.Join(", ", PlanLibrary.Names)}."
                : Text.Word(Language.En, problem),
            faults: draft.Faults.Count > 0 ? draft.Faults.Select(fault => fault.ToString()) : null
        );

    private static int StatusOf(StartProblem problem) =>
        problem is StartProblem.ReasonMissing or StartProblem.ReasonTooLong
            ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status400BadRequest;
}

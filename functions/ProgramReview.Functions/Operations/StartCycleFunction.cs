using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Starts a cycle from a shipped plan or from a plan that was sent, with the person and the reason. A program's call starts it; a person is
/// shown first whom the letters go to, and starts it with a second press.
/// </summary>
internal sealed class StartCycleFunction(
    PlanLibrary library,
    CycleStarter starter,
    Cycles cycles,
    LinkAddresses addresses,
    FormAnswers answers,
    Problems problems,
    TimeProvider clock
)
{
    private const string AlreadyStarted = "cycle-already-started";
    private const string AnotherPlan = "cycle-runs-another-plan";
    private const string ListPage = "/cycles";

    // JSON may spell a letter of two bytes with six.
    private const long MaxBody = 3L * PlanFile.MaxBytes;

    /// <summary>Starts: 202 with the status page, 400 or 422 with every fault, or 409 with the running cycle; a form is led to a page.</summary>
    [Function(nameof(StartCycleFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await ReadAsync(request, cancellation) is not { } sent)
        {
            return await problems.AnswerAsync(
                request,
                StatusCodes.Status400BadRequest,
                "bad-request",
                "Send a form or JSON with reason, and with plan or the plan's text."
            );
        }
        var isPage = Problems.WantsPage(request);
        var member = AccessMiddleware.StaffOf(request);
        var preview = await answers.FindAsync(
            sent.Values[StartFields.Preview],
            member.Owner,
            cancellation
        );
        var (values, file) = preview is null
            ? (sent.Values, await BytesOfAsync(sent.File, cancellation))
            : (preview.Values, preview.File);
        var now = clock.GetUtcNow();
        var start = StartReading.Of(values, file, library, now);
        // Of a cycle that runs, dates have passed by right.
        if (
            start is { Why.Code: StartRule.Past or StartRule.Over, Reading.Plan: { } known }
            && await cycles.FindAsync(known.Cycle, cancellation) is { } running
        )
        {
            start = start with { Why = RefusalOf(running, known, At) };
        }
        if (start.Why is null && (preview is not null || !isPage))
        {
            var plan = start.Reading!.Plan!;
            var (started, refusal) = await starter.StartAsync(
                client,
                plan,
                new StartOrder(
                    CommandValues.PersonOf(values, member.Name),
                    values[CommandValues.ReasonField],
                    StartReading.WantsWhatIsLeft(values)
                ),
                cancellation
            );
            var status = addresses.Status(plan.Cycle);
            if (started is { IsNew: true })
            {
                return isPage
                    ? new SeeOther(status.AbsolutePath)
                    : Results.Accepted(status.ToString(), new { cycle = plan.Id, status });
            }
            start = start with
            {
                Why =
                    refusal
                    ?? RefusalOf((await cycles.FindAsync(plan.Cycle, cancellation))!, plan, At),
            };
        }
        Plan? At(TimeSpan later) =>
            StartReading.Of(values, file, library, now + later).Reading?.Plan;

        return isPage
            ? await answers.LeadAsync(
                member.Owner,
                ListPage,
                new FormAnswer(StartFields.Form, values, start.Why is { } why ? [why] : [])
                {
                    File = start.File,
                },
                cancellation
            )
            : Problems.Of(
                new PageContext(
                    Language.En,
                    clock.GetUtcNow(),
                    start.Reading?.Plan is { } read ? new PlanLookup(read) : null
                ),
                start.Why!,
                start.Reading is { Faults: { Count: > 0 } faults }
                    ? faults.Select(fault => fault.ToString())
                    : null
            );
    }

    // Times may count from the start: the same file gives the plan in force only when it is read as of that start.
    private static Refusal RefusalOf(RunningCycle running, Plan sent, Func<TimeSpan, Plan?> at) =>
        Refusal.Conflict(
            at(running.Plan.Plan.Opens - sent.Opens) is { } then
            && PlanStore.HashOf(then) == running.State.Start!.PlanHash
                ? AlreadyStarted
                : AnotherPlan,
            by: sent.Id
        );

    private static Task<PostedFields?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    ) =>
        PostedFields.ReadAsync(
            request,
            [
                StartFields.Plan,
                StartFields.PlanText,
                StartFields.WhatIsLeft,
                StartFields.Preview,
                CommandValues.ReasonField,
                CommandValues.ByField,
            ],
            StartFields.PlanFile,
            MaxBody,
            cancellation
        );

    private static async Task<byte[]?> BytesOfAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return null;
        }
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}

using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Access;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Links;
using ProgramReview.Functions.Pages;

namespace ProgramReview.Functions.Planning;

/// <summary>
/// Starts a cycle: from a shipped plan named by the form field <c>plan</c> (or JSON <c>{"plan": ...}</c>), or from a plan file sent as
/// <c>application/yaml</c>.
/// </summary>
internal sealed class StartCycleFunction(
    PlanLibrary library,
    CycleStarter starter,
    LinkAddresses addresses,
    TimeProvider clock
)
{
    /// <summary>Starts; 202 with the status page, 400 with every fault, or 409 with the running cycle.</summary>
    [Function(nameof(StartCycleFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await ReadAsync(request, cancellation) is not { } reading)
        {
            return Problems.Of(
                400,
                "plan-unknown",
                $"Send a plan file, or name one of: {string.Join(", ", PlanLibrary.Names)}."
            );
        }
        if (reading.Plan is not { } plan)
        {
            return Problems.Of(
                400,
                "plan-faulty",
                "The plan has faults; nothing was started.",
                faults: reading.Faults.Select(fault => fault.ToString())
            );
        }
        var by = AccessMiddleware.OperatorOf(request);
        var started = await starter.StartAsync(client, plan, by, cancellation);
        return Answer(request, plan, started);
    }

    private IResult Answer(HttpRequest request, Plan plan, Recorded started)
    {
        var status = addresses.Status(plan.Cycle);
        return (Problems.WantsPage(request), started.IsNew) switch
        {
            (true, _) => new SeeOther(status.AbsolutePath),
            (false, true) => Results.Accepted(status.ToString(), new { cycle = plan.Id, status }),
            (false, false) => Problems.Of(
                409,
                "cycle-already-started",
                $"The cycle '{plan.Id}' was started on {started.Entry.RecordedAt:O}; see {status}."
            ),
        };
    }

    private async Task<PlanReading?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HasFormContentType)
        {
            var form = await FormBody.ReadAsync(request, cancellation);
            return library.Find(form?["plan"].ToString() ?? "");
        }
        if (request.HasJsonContentType())
        {
            return library.Find(
                (await JsonBody.ReadAsync<Named>(request, cancellation))?.Plan ?? ""
            );
        }
        var buffer = new byte[PlanFile.MaxBytes + 1];
        var size = await request.Body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellation
        );
        return PlanFile.Read(
            Encoding.UTF8.GetString(buffer, 0, size),
            "plan.yaml",
            clock.GetUtcNow()
        );
    }

    private sealed record Named(string Plan);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Functions.Operations;

/// <summary>Takes a command of operations about a whole cycle, from a form or as JSON.</summary>
internal sealed class CycleCommandFunction(CommandShell shell)
{
    /// <summary>Carries it out: 200 with the entry, or the refusal; a form is led back to its page either way.</summary>
    [Function(nameof(CycleCommandFunction))]
    public Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/cycles/{cycle}/commands/{command}"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cycle,
        string command,
        CancellationToken cancellation
    ) => shell.RunAsync(request, client, cycle, null, command, cancellation);
}

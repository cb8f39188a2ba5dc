using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Functions.Operations;

/// <summary>Takes a command of operations about one assignment, from a form or as JSON.</summary>
internal sealed class AssignmentCommandFunction(CommandShell shell)
{
    /// <summary>Carries it out: 200 with the entry, or the refusal; a form is led back to the story either way.</summary>
    [Function(nameof(AssignmentCommandFunction))]
    public Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/cycles/{cycle}/assignments/{assignment}/commands/{command}"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cycle,
        string assignment,
        string command,
        CancellationToken cancellation
    ) => shell.RunAsync(request, client, cycle, assignment, command, cancellation);
}

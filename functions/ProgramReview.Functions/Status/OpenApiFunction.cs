using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Functions.Status;

/// <summary>Describes the operators' endpoints to programs; a test holds the description against the functions.</summary>
internal sealed class OpenApiFunction(AudienceTable audiences)
{
    /// <summary>Answers with the document.</summary>
    [Function(nameof(OpenApiFunction))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")]
            HttpRequest request
    ) => Results.Json(OpenApiDocument.Make(audiences));
}

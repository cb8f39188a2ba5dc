using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Describes the operators' endpoints to programs; a test holds the description against the functions.</summary>
internal sealed class OpenApiFunction
{
    /// <summary>The embedded document's name.</summary>
    public const string Resource = "openapi.json";

    /// <summary>Answers with the document.</summary>
    [Function(nameof(OpenApiFunction))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")]
            HttpRequest request
    ) =>
        Results.Stream(
            typeof(OpenApiFunction).Assembly.GetManifestResourceStream(Resource)!,
            "application/json"
        );
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using ProgramReview.Functions.Pages;

namespace ProgramReview.Functions.Access;

/// <summary>The one place where HTTP calls are let in or turned away; closed by default.</summary>
internal sealed class AccessMiddleware(
    AudienceTable audiences,
    IOperatorAccess operators,
    Problems problems
) : IFunctionsWorkerMiddleware
{
    /// <summary>Where functions find the operator's name.</summary>
    public const string OperatorItem = "ProgramReview.Operator";

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }
        if (audiences.Of(context.FunctionDefinition.Name) == Audience.Operators)
        {
            if (operators.NameOf(http) is not { } name)
            {
                await problems.WriteAsync(http, StatusCodes.Status403Forbidden, "operators-only");
                return;
            }
            if (!IsSafe(http.Request.Method) && ComesFromElsewhere(http.Request))
            {
                await problems.WriteAsync(http, StatusCodes.Status403Forbidden, "cross-site");
                return;
            }
            http.Items[OperatorItem] = name;
        }
        await next(context);
    }

    /// <summary>The operator a request was let in for.</summary>
    public static string OperatorOf(HttpRequest request) =>
        request.HttpContext.Items[OperatorItem] as string
        ?? throw new InvalidOperationException("This function is not for operators.");

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    // An operator is recognised by ambient means (a session, the loopback), which other sites could ride on. Browsers say where a
    // request comes from; with no-referrer their Origin is "null" even from our own pages, so it is asked only where they do not.
    private static bool ComesFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => false,
            "" => request.Headers.Origin.ToString() is { Length: > 0 } origin
                && !string.Equals(
                    origin,
                    $"{request.Scheme}://{request.Host}",
                    StringComparison.OrdinalIgnoreCase
                ),
            _ => true,
        };
}

using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reaches the HTTP side of an invocation.</summary>
public static class FunctionContextExtensions
{
    private const string HttpContextKey = "HttpRequestContext";

    /// <summary>The HTTP context of an invocation that an HTTP request started, else null.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        return context.Items.TryGetValue(HttpContextKey, out var item) ? item as HttpContext : null;
    }
}

using Microsoft.AspNetCore.Http;

namespace ProgramReview.FunctionsHost.Http;

/// <summary>What App Service says about a request that it has decrypted, taken over as the Functions host takes it over.</summary>
internal static class FrontEnd
{
    private const string HostBefore = "DISGUISED-HOST";
    private const string SchemeBefore = "X-Forwarded-Proto";

    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.TryGetValue(HostBefore, out var host))
        {
            context.Request.Host = new HostString($"{host}");
        }
        if (context.Request.Headers.TryGetValue(SchemeBefore, out var scheme))
        {
            context.Request.Scheme = $"{scheme}";
        }
        return next(context);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.FunctionsHost.Http;

/// <summary>The addresses at which the durable extension itself ends, purges and tells of instances, served where the Functions host serves them.</summary>
internal static class DurableRoutes
{
    /// <summary>What all of them begin with.</summary>
    public const string Path = "runtime/webhooks/durabletask";

    public static void MapDurable(this WebApplication web, IServiceProvider jobs)
    {
        var extension = jobs.GetServices<IExtensionConfigProvider>()
            .OfType<IAsyncConverter<HttpRequestMessage, HttpResponseMessage>>()
            .Single();
        web.Map(
            $"{Path}/{{**rest}}",
            async (HttpContext context) =>
            {
                using var request = new HttpRequestMessage(
                    new HttpMethod(context.Request.Method),
                    context.Request.GetEncodedUrl()
                );
                request.Content = new StreamContent(context.Request.Body);
                using var response = await extension.ConvertAsync(request, context.RequestAborted);
                context.Response.StatusCode = (int)response.StatusCode;
                context.Response.ContentType = response.Content?.Headers.ContentType?.ToString();
                if (response.Content is not null)
                {
                    await response.Content.CopyToAsync(
                        context.Response.Body,
                        context.RequestAborted
                    );
                }
            }
        );
    }
}

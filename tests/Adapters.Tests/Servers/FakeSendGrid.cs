using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Adapters.Tests.Servers;

/// <summary>SendGrid's HTTP API as far as sending goes.</summary>
internal sealed class FakeSendGrid : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeSendGrid(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string? Authorization, JsonElement Mail)> Requests { get; } = new();

    public Uri Address => new(app.Urls.Single());

    public static async Task<FakeSendGrid> StartAsync(int status, string body = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeSendGrid(builder.Build());
        server.app.MapPost(
            "/v3/mail/send",
            async (HttpContext context, JsonElement mail) =>
            {
                server.Requests.Enqueue((context.Request.Headers.Authorization, mail));
                context.Response.StatusCode = status;
                context.Response.Headers["X-Message-Id"] = "sg-1";
                await context.Response.WriteAsync(body);
            }
        );
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

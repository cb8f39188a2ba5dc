using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Tests.Web;

/// <summary>One function behind the product's middleware on a real server, called as the worker calls: what it throws is wrapped.</summary>
internal sealed class Edge : IAsyncDisposable
{
    private readonly WebApplication app;

    private Edge(WebApplication app) => this.app = app;

    public HttpClient Http { get; private set; } = null!;

    public static async Task<Edge> StartAsync(Func<HttpRequest, Task<IResult>> function)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddPages()
            .AddSingleton<Problems>()
            .AddSingleton<ErrorMiddleware>()
            .AddSingleton<HttpMiddleware>()
            .AddSingleton(TimeProvider.System);
        var app = builder.Build();
        var (outer, inner) = (
            app.Services.GetRequiredService<HttpMiddleware>(),
            app.Services.GetRequiredService<ErrorMiddleware>()
        );
        app.Run(async http =>
        {
            IResult? result = null;
            await outer.Invoke(
                new Call(http),
                context =>
                    inner.Invoke(
                        context,
                        async _ =>
                        {
                            result = await function(http.Request);
                        }
                    )
            );
            await (result?.ExecuteAsync(http) ?? Task.CompletedTask);
        });
        await app.StartAsync();
        return new Edge(app)
        {
            Http = new HttpClient(
                new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }
            )
            {
                BaseAddress = new Uri(app.Urls.Single()),
            },
        };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}

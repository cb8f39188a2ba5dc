using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

/// <summary>The gallery as a browser comes to it: each exhibit at its name, and the furniture.</summary>
public sealed class GallerySite : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>Where an exhibit hangs.</summary>
    /// <param name="name">Its name.</param>
    public string AddressOf(string name) => $"{app!.Urls.Single()}/{name}";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app!.DisposeAsync();

    private static async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (Gallery.All.FirstOrDefault(one => path == $"/{one.Name}") is { } exhibit)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(await exhibit.Render(Rendering.Pages));
        }
        else if (Rendering.Assets.TryGet(path, out var type, out var content))
        {
            http.Response.ContentType = type;
            http.Response.Headers.CacheControl = AssetCatalog.CacheControl;
            await http.Response.Body.WriteAsync(content);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Renders a component to a whole HTML document; may be used from any thread.</summary>
public sealed class PageRenderer(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <summary>Renders the component of a page whose only parameter is its model.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <param name="model">The value of its parameter <c>Model</c>.</param>
    public async Task<string> RenderAsync<TPage>(object model)
        where TPage : IComponent
    {
        await using var page = new StringWriter(CultureInfo.InvariantCulture);
        await WriteAsync<TPage>(model, page);
        return page.ToString();
    }

    /// <summary>The same as the bytes of a file: a page of thousands of lines is not held as text as well.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <param name="model">The value of its parameter <c>Model</c>.</param>
    public async Task<ReadOnlyMemory<byte>> RenderFileAsync<TPage>(object model)
        where TPage : IComponent
    {
        using var file = new MemoryStream();
        // Without a mark in front.
        await using (var page = new StreamWriter(file, leaveOpen: true))
        {
            await WriteAsync<TPage>(model, page);
        }
        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }

    private async Task WriteAsync<TPage>(object model, TextWriter page)
        where TPage : IComponent
    {
        // A renderer keeps state per component, so each document gets its own.
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { ["Model"] = model }
            );
            var root = await renderer.RenderComponentAsync<TPage>(parameters);
            page.Write("<!DOCTYPE html>\n");
            root.WriteHtmlTo(page);
        });
    }
}

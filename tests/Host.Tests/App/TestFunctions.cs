using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Host.Tests.App;

internal sealed class TestFunctions(Greeting greeting, Scoped scoped)
{
    [Function("Hello")]
    public IActionResult Hello(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request
    ) => new OkObjectResult(new { Text = greeting.Text, Path = request.Path.Value });

    [Function("Page")]
    public async Task<IResult> PageAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "post",
            Route = "page/{name}/{number:int?}"
        )]
            HttpRequest request,
        string name,
        int? number,
        FunctionContext context,
        CancellationToken stop
    )
    {
        await Task.Yield();
        stop.ThrowIfCancellationRequested();
        return Results.Content(
            $"<!doctype html><html><body>{request.Method} {name} {number} {context.GetHttpContext() == request.HttpContext}</body></html>",
            "text/html"
        );
    }

    [Function("Rest")]
    public IResult Rest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rest/{*path}")]
            HttpRequest request,
        string? path
    ) => Results.Text($"{request.Method} {path}");

    [Function("Odd")]
    public string Odd([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        request.Path;

    [Function("Keyed")]
    public IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) =>
        Results.Text(request.Method);

    [Function("Mastered")]
    public IResult Mastered([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) =>
        Results.Text(request.Method);

    [Function("Broken")]
    public IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("secret detail " + request.Method);

    [Function("Order")]
    public IResult Order(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        FunctionContext context
    ) =>
        Results.Text(
            $"{request.Method} {string.Join(',', (List<string>)context.Items["order"])} {scoped.Number == context.Features.Get<Scoped>()?.Number}"
        );

    [Function("Client")]
    public IResult Client(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) => Results.Text($"{request.Method} {client.Name}");

    [Function("Download")]
    public IResult Download([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=a.html";
        return Results.Content("<html><body></body></html>", "text/html");
    }
}

using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using ProgramReview.FunctionsHost.Worker;
using ProgramReview.FunctionsHost.Worker.Wire;
using Yarp.ReverseProxy.Forwarder;

namespace ProgramReview.FunctionsHost.Http;

/// <summary>
/// Requests go to the worker's own server as they are, by the same forwarder that the Functions host uses; the invocation of the function
/// goes over the stream, and the worker joins the two by the invocation's id.
/// </summary>
internal sealed class HttpForwarding(IHttpForwarder forwarder) : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";
    private const string WorkerAddress = "HttpUri";

    private static readonly ForwarderRequestConfig Config = new()
    {
        ActivityTimeout = TimeSpan.FromSeconds(240),
    };

    private readonly HttpMessageInvoker worker = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
    );

    /// <summary>Runs the function that a request is for, and answers the request.</summary>
    public async Task<InvocationResponse> RunAsync(
        WorkerChannel channel,
        InvocationRequest request,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        AddMetadata(request, context);
        context.Request.Headers[InvocationHeader] = request.InvocationId;
        var running = channel.InvokeAsync(request, cancellationToken);
        var error = await forwarder.SendAsync(
            context,
            channel.Capabilities[WorkerAddress],
            worker,
            Config
        );
        return error == ForwarderError.None
            ? await running
            : throw new InvalidOperationException(
                $"The request could not be forwarded: {error}.",
                context.GetForwarderErrorFeature()?.Exception
            );
    }

    /// <summary>What of a request travels over the stream: its route's values.</summary>
    public static TypedData ToTypedData(HttpContext context)
    {
        var http = new RpcHttp();
        foreach (var (key, value) in context.Request.RouteValues)
        {
            if (value is not null)
            {
                http.NullableParams[key] = new NullableString { Value = $"{value}" };
            }
        }
        return new TypedData { Http = http };
    }

    private static void AddMetadata(InvocationRequest request, HttpContext context)
    {
        foreach (var (key, value) in context.Request.RouteValues)
        {
            if (value is not null)
            {
                request.TriggerMetadata[key] = Typed.From(value);
            }
        }
        request.TriggerMetadata["Query"] = Typed.From(
            JObject.FromObject(
                context.Request.Query.ToDictionary(pair => pair.Key, pair => $"{pair.Value}")
            )
        );
        request.TriggerMetadata["Headers"] = Typed.From(
            JObject.FromObject(
                context.Request.Headers.ToDictionary(pair => pair.Key, pair => $"{pair.Value}")
            )
        );
    }

    /// <inheritdoc/>
    public void Dispose() => worker.Dispose();
}

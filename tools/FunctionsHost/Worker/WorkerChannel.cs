using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using ProgramReview.FunctionsHost.App;
using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.Worker;

/// <summary>What the host asks of the worker, and the answers that are still out.</summary>
internal sealed class WorkerChannel(WorkerLog log)
{
    private const string HostVersion = "4.1000.0.0";

    private readonly Channel<StreamingMessage> outgoing =
        Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<
        StreamingMessage.ContentOneofCase,
        TaskCompletionSource<StreamingMessage>
    > awaited = new();
    private readonly ConcurrentDictionary<
        string,
        TaskCompletionSource<InvocationResponse>
    > invocations = new();
    private readonly ConcurrentDictionary<
        string,
        TaskCompletionSource<FunctionLoadResponse>
    > loads = new();

    /// <summary>What is to be written to the worker.</summary>
    public ChannelReader<StreamingMessage> Outgoing => outgoing.Reader;

    /// <summary>What the worker can do.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } =
        new Dictionary<string, string>();

    /// <summary>How many functions run now.</summary>
    public int Running => invocations.Count;

    /// <summary>Says which worker is expected; finished when it has opened the stream.</summary>
    public Task StartedAsync() => AwaitAsync(StreamingMessage.ContentOneofCase.StartStream);

    /// <summary>Greets the worker and learns what it can do.</summary>
    public async Task InitialiseAsync(PublishedApp app)
    {
        var answered = AwaitAsync(StreamingMessage.ContentOneofCase.WorkerInitResponse);
        Send(
            new StreamingMessage
            {
                WorkerInitRequest = new WorkerInitRequest
                {
                    HostVersion = HostVersion,
                    WorkerDirectory = app.Folder,
                    FunctionAppDirectory = app.Folder,
                },
            }
        );
        var answer = (await answered).WorkerInitResponse;
        Check(answer.Result);
        Capabilities = answer.Capabilities;
    }

    /// <summary>The functions that the worker says it has.</summary>
    public async Task<IReadOnlyList<AppFunction>> FunctionsAsync(PublishedApp app)
    {
        var answered = AwaitAsync(StreamingMessage.ContentOneofCase.FunctionMetadataResponse);
        Send(
            new StreamingMessage
            {
                FunctionsMetadataRequest = new FunctionsMetadataRequest
                {
                    FunctionAppDirectory = app.Folder,
                },
            }
        );
        var answer = (await answered).FunctionMetadataResponse;
        Check(answer.Result);
        return answer.UseDefaultMetadataIndexing
            ? throw new AppFault("The worker leaves it to the host to find its functions.")
            : [.. answer.FunctionMetadataResults.Select(AppFunction.Read)];
    }

    /// <summary>Has the worker load its functions.</summary>
    public async Task LoadAsync(IEnumerable<AppFunction> functions)
    {
        foreach (var function in functions)
        {
            var answered = loads.GetOrAdd(function.Id, _ => Source<FunctionLoadResponse>());
            Send(new StreamingMessage { FunctionLoadRequest = function.ToLoadRequest() });
            Check((await answered.Task).Result);
        }
    }

    /// <summary>Runs a function.</summary>
    /// <exception cref="WorkerException">It failed.</exception>
    public async Task<InvocationResponse> InvokeAsync(
        InvocationRequest request,
        CancellationToken cancellationToken
    )
    {
        request.TraceContext = new RpcTraceContext
        {
            TraceParent = Activity.Current?.Id ?? "",
            TraceState = Activity.Current?.TraceStateString ?? "",
        };
        var answered = invocations.GetOrAdd(
            request.InvocationId,
            _ => Source<InvocationResponse>()
        );
        Send(new StreamingMessage { InvocationRequest = request });
        await using var cancelling = cancellationToken.Register(() =>
            Send(
                new StreamingMessage
                {
                    InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId },
                }
            )
        );
        var response = await answered.Task;
        Check(response.Result);
        return response;
    }

    /// <summary>Asks the worker to end.</summary>
    public void Terminate(TimeSpan grace) =>
        Send(
            new StreamingMessage
            {
                WorkerTerminate = new WorkerTerminate
                {
                    GracePeriod = Duration.FromTimeSpan(grace),
                },
            }
        );

    /// <summary>Takes what the worker has said.</summary>
    public void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                log.Write(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (
                    invocations.TryRemove(
                        message.InvocationResponse.InvocationId,
                        out var invocation
                    )
                )
                {
                    invocation.SetResult(message.InvocationResponse);
                }
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                loads
                    .GetOrAdd(
                        message.FunctionLoadResponse.FunctionId,
                        _ => Source<FunctionLoadResponse>()
                    )
                    .TrySetResult(message.FunctionLoadResponse);
                break;
            default:
                awaited
                    .GetOrAdd(message.ContentCase, _ => Source<StreamingMessage>())
                    .TrySetResult(message);
                break;
        }
    }

    /// <summary>The worker has gone: nothing that is out will be answered.</summary>
    public void End()
    {
        outgoing.Writer.TryComplete();
        var gone = new InvalidOperationException("The worker has gone.");
        foreach (var source in invocations.Values)
        {
            source.TrySetException(gone);
        }
        foreach (var source in awaited.Values)
        {
            source.TrySetException(gone);
        }
    }

    private Task<StreamingMessage> AwaitAsync(StreamingMessage.ContentOneofCase what) =>
        awaited.GetOrAdd(what, _ => Source<StreamingMessage>()).Task;

    private void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    private static void Check(StatusResult? result)
    {
        if (result is { Status: not StatusResult.Types.Status.Success })
        {
            throw new WorkerException(result);
        }
    }

    private static TaskCompletionSource<T> Source<T>() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using System.Threading.Channels;
using Grpc.Core;
using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.Worker;

/// <summary>The stream that the worker opens to its host; both ends write when they like.</summary>
internal sealed class WorkerStream(WorkerChannel channel) : FunctionRpc.FunctionRpcBase
{
    /// <inheritdoc/>
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        var writing = WriteAsync(channel.Outgoing, responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            {
                channel.Take(message);
            }
        }
        finally
        {
            channel.End();
            await writing;
        }
    }

    private static async Task WriteAsync(
        ChannelReader<StreamingMessage> messages,
        IServerStreamWriter<StreamingMessage> stream,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await foreach (var message in messages.ReadAllAsync(cancellationToken))
            {
                await stream.WriteAsync(message, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker has gone; whoever waits for it learns that from the channel.
        }
    }
}

using Azure.Core;
using Azure.Core.Pipeline;

namespace ProgramReview.Benchmarks.Pages;

/// <summary>Counts the requests that go to storage.</summary>
internal sealed class OperationCount : HttpPipelineSynchronousPolicy
{
    private int count;

    /// <summary>How many since the last reset.</summary>
    public int Value => count;

    /// <summary>Begins at nought.</summary>
    public void Reset() => count = 0;

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
}

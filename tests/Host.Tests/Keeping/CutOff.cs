using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Host.Tests.Keeping;

/// <summary>Lets so many writes reach storage, and none after them: a program that was killed.</summary>
internal sealed class CutOff(int writes) : HttpPipelineSynchronousPolicy
{
    private int left = writes;

    /// <summary>Storage behind it.</summary>
    public void Before(IServiceCollection services, string connection)
    {
        var tables = new TableClientOptions();
        tables.AddPolicy(this, HttpPipelinePosition.PerCall);
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(this, HttpPipelinePosition.PerCall);
        services
            .AddSingleton(new TableServiceClient(connection, tables))
            .AddSingleton(new BlobServiceClient(connection, blobs));
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (
            message.Request.Method != RequestMethod.Get
            && message.Request.Method != RequestMethod.Head
            && Interlocked.Decrement(ref left) < 0
        )
        {
            throw new CutOffException();
        }
    }
}

internal sealed class CutOffException : Exception;

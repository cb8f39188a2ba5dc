using Azure.Core;
using Azure.Core.Pipeline;

namespace ProgramReview.Adapters.Tests.OnAzurite;

/// <summary>Lets the first write through and loses its answer, as a broken connection does.</summary>
internal sealed class LostAnswer : HttpPipelineSynchronousPolicy
{
    private int lost;

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Get && Interlocked.Exchange(ref lost, 1) == 0)
        {
            throw new IOException("The answer was lost.");
        }
    }

    public static T On<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(new LostAnswer(), HttpPipelinePosition.PerRetry);
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        return options;
    }
}

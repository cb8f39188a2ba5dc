using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Logging;
using ProgramReview.Conformance.Suite;

namespace ProgramReview.Conformance.Reference;

/// <summary>The test host of the Durable Task SDK: the real packages, in memory and on the wall's clock.</summary>
internal sealed class ReferenceWorld : IConformanceWorld
{
    public TimeSpan Beat { get; } = TimeSpan.FromSeconds(0.8);

    public async Task<IConformanceHost> StartAsync(
        Action<DurableTaskRegistry> register,
        ILoggerProvider? logs = null
    )
    {
        var loggers = LoggerFactory.Create(logging =>
        {
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        return new ReferenceHost(
            await DurableTaskTestHost.StartAsync(
                register,
                new DurableTaskTestHostOptions { LoggerFactory = loggers }
            )
        );
    }
}

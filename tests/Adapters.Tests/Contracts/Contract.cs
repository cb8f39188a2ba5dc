using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Naming;

namespace ProgramReview.Adapters.Tests.Contracts;

/// <summary>What a port promises, whoever keeps the promise.</summary>
public abstract class Contract
{
    protected CycleId Cycle { get; } = new($"t{Guid.NewGuid():N}");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IServiceProvider Services { get; }

    protected T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected AssignmentId Assignment(string body, string type = "r1") => new(Cycle, body, type);
}

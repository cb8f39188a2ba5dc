using Microsoft.Extensions.Logging;

namespace ProgramReview.Conformance.Suite;

/// <summary>
/// The implementation the suite is held against. To hold it against another, implement this and <see cref="IConformanceHost"/>: nothing else in the
/// suite knows what runs the orchestrations.
/// </summary>
internal interface IConformanceWorld
{
    /// <summary>The unit all cases measure time in: a minute on a virtual clock, less than a second on the wall's.</summary>
    TimeSpan Beat { get; }

    /// <summary>Starts a host of its own for one case; the provider, if given, gets what orchestrators log.</summary>
    Task<IConformanceHost> StartAsync(
        Action<DurableTaskRegistry> register,
        ILoggerProvider? logs = null
    );
}

using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Local.Host.Functions;

/// <summary>What sets a function off.</summary>
internal abstract record FunctionTrigger
{
    private FunctionTrigger() { }

    /// <summary>A request by HTTP.</summary>
    /// <param name="Route">The parsed template, prefix included.</param>
    /// <param name="Methods">The methods in capitals; none stands for all.</param>
    /// <param name="Level">The key that is asked for.</param>
    public sealed record Http(
        RoutePattern Route,
        IReadOnlyList<string> Methods,
        AuthorizationLevel Level
    ) : FunctionTrigger;

    /// <summary>A schedule on the product's clock.</summary>
    public sealed record Timer(TimerSchedule Schedule, bool RunOnStartup) : FunctionTrigger;

    /// <summary>A message on a storage queue.</summary>
    public sealed record Queue(string Name, string Connection) : FunctionTrigger;
}

using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

/// <summary>Stands between the product and its ports, and lets a test break in before or after a call took place.</summary>
internal sealed class Faults : IPortInterceptor
{
    private static readonly string[] OfPeople =
    [
        "started",
        "permitted-",
        "submission-",
        "refused-",
        "decided-",
        "next-step-",
    ];

    private readonly HashSet<string> seen = [];

    /// <summary>Called when a call is about to be made; may throw.</summary>
    public Action<PortCall> Before { get; set; } = _ => { };

    /// <summary>Called when a call has taken place; may throw.</summary>
    public Action<PortCall> After { get; set; } = _ => { };

    /// <summary>How often a test broke in.</summary>
    public int Count { get; private set; }

    /// <summary>The first call of each kind with these arguments fails.</summary>
    public void FailOnce(PortCall call)
    {
        if (IsFirst(call))
        {
            throw new IOException("The line was cut.");
        }
    }

    /// <summary>Whether this call has not been seen here before; counts it.</summary>
    public bool IsFirst(PortCall call)
    {
        lock (seen)
        {
            var isNew = seen.Add($"{call.Method} {call.Key}");
            Count += isNew ? 1 : 0;
            return isNew;
        }
    }

    /// <summary>
    /// Whether it may fail before it takes place without a mail going out twice: between sending and writing that down nothing can be done.
    /// </summary>
    public static bool MayFailBefore(PortCall call) =>
        IsWriteOfTheEngine(call)
        && call.Method is not ("IOutbox.SetOutcomeAsync" or "IMailSender.SendAsync");

    /// <summary>Whether it may fail although it took place; a mail that was sent and not acknowledged goes out again.</summary>
    public static bool MayFailAfter(PortCall call) =>
        IsWriteOfTheEngine(call) && call.Method != "IMailSender.SendAsync";

    /// <summary>Whether a call writes, and is made by an activity rather than on a person's behalf.</summary>
    private static bool IsWriteOfTheEngine(PortCall call) =>
        !call.Method.EndsWith(".ReadAsync", StringComparison.Ordinal)
        && !call.Method.EndsWith(".FindAsync", StringComparison.Ordinal)
        && !call.Method.EndsWith(".ListAsync", StringComparison.Ordinal)
        && call.Method is not "ILinkStore.AddAsync"
        && !call.Method.StartsWith("IPermissionIndex.", StringComparison.Ordinal)
        && !call.Method.StartsWith("ICycleIndex.", StringComparison.Ordinal)
        && !call.Method.StartsWith("IAssignmentIndex.", StringComparison.Ordinal)
        && !OfPeople.Any(call.Key.StartsWith)
        && !call.Key.Contains("~received-", StringComparison.Ordinal)
        && !call.Key.Contains("~refused-", StringComparison.Ordinal);

    /// <summary>Puts itself before a port that is registered already.</summary>
    public void Watch<TPort>(IServiceCollection services)
        where TPort : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(TPort));
        services.AddSingleton(provider =>
            PortProxy.Before((TPort)inner.ImplementationFactory!(provider), this)
        );
    }

    async Task<T> IPortInterceptor.InterceptAsync<T>(
        Local.InMemory.PortCall call,
        Func<Task<T>> proceed
    )
    {
        var named = new PortCall($"{call.Port.Name}.{call.Method}", KeyOf(call.Arguments));
        Before(named);
        var result = await proceed();
        After(named);
        return result;
    }

    private static string KeyOf(object?[] args) =>
        args switch
        {
            [Core.Events.Entry entry, ..] => $"{entry.Key} in {entry.Stream}",
            [Functions.Mail.OutboxMail mail, ..] => mail.Id,
            [Functions.Mail.OutgoingMail mail, ..] => mail.Id,
            [Functions.Planning.KeptContact contact, ..] => contact.Key,
            [Core.Naming.CycleId, string id, ..] => id,
            [var first, ..] => first?.ToString() ?? "",
            _ => "",
        };

    /// <summary>One call of a port.</summary>
    /// <param name="Method">Port and method.</param>
    /// <param name="Key">What it is about: the first argument's own name.</param>
    public sealed record PortCall(string Method, string Key);
}

using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>Puts the faulty connection before ports, and tells the oracle what took place behind them, whether the caller hears of it or not.</summary>
/// <param name="connection">The connection.</param>
/// <param name="oracle">Where mails are noted.</param>
/// <param name="appended">Called when an entry is on record.</param>
/// <param name="committed">Called when the bytes of a submission are stored.</param>
internal sealed class FaultyPorts(
    FaultyConnection connection,
    Oracle oracle,
    Action<Entry> appended,
    Action<string, byte[]> committed
) : IPortInterceptor
{
    private static readonly string[] Reads =
    [
        "Read",
        "Find",
        "List",
        "Get",
        "Hold",
        "Open",
        "Hold",
        "Permit",
        "Current",
        "Sign",
        "PublicKeys",
    ];

    /// <summary>The port behind the connection.</summary>
    public TPort Before<TPort>(TPort port)
        where TPort : class => PortProxy.Before(port, this);

    /// <inheritdoc/>
    public Task<T> InterceptAsync<T>(PortCall call, Func<Task<T>> proceed)
    {
        if (call.Arguments is [OutboxMail mail, not MailOutcome, ..])
        {
            oracle.AttemptBegins(mail.Id);
        }
        var where = StableName.Of(call);
        return Reads.Any(verb => call.Method.StartsWith(verb, StringComparison.Ordinal))
            ? connection.ReadAsync(where, proceed)
            : connection.WriteAsync(
                where,
                async () =>
                {
                    var result = await proceed();
                    Observe(call, result is not false);
                    return result;
                }
            );
    }

    /// <inheritdoc/>
    public void Yield(PortCall call, object? item)
    {
        if (item is OutboxMail mail)
        {
            oracle.AttemptBegins(mail.Id);
        }
    }

    private void Observe(PortCall call, bool tookPlace)
    {
        switch (call.Arguments)
        {
            case [Entry entry, ..] when tookPlace:
                appended(entry);
                break;
            // Minutes of a session come by a form, and nobody has the news of them.
            case [string minutes, Stream, ..] when MinutesName.TryParse(minutes, null, out _):
                break;
            case [string blobName, Stream content, ..] when tookPlace:
                committed(blobName, ((MemoryStream)content).ToArray());
                break;
            case [string name, string, ReadOnlyMemory<byte>, ..]
                when tookPlace
                    && name.Split('/') is ["facts", _, _, _, var sha256, var mark]
                    && mark.StartsWith("attempt-", StringComparison.Ordinal):
                oracle.Marked(sha256);
                break;
            case [OutboxMail mail, MailOutcome, ..]:
                oracle.OutcomeRecorded(mail.Id);
                break;
            default:
                break;
        }
    }
}

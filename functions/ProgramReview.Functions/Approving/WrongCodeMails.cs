using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Tells an approver and operations each time that wrong access codes brought the approver's to rest, or spent it.</summary>
public sealed class WrongCodeMails(MailDispatcher dispatcher)
{
    /// <summary>Sends what has not been sent; nothing while too few were wrong.</summary>
    /// <param name="cycle">The cycle as it is.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task TellAsync(RunningCycle cycle, AccessCode code, CancellationToken cancellation)
    {
        if (code.Stops == 0)
        {
            return;
        }
        var (holder, number) = (code.Issued.Person, code.Issued.Number);
        await dispatcher.DispatchAllAsync(
            new[] { holder, cycle.Plan.Plan.Operations.Id }.Select(person => new MailRequest(
                cycle.Ref,
                nameof(WrongCodesLetter),
                person,
                Subject: "",
                FormattableString.Invariant($"wrong-codes-{holder}-{number}-{code.Stops}")
            )
            {
                Arguments = new Dictionary<string, string>
                {
                    [WrongCodesLetter.Holder] = holder,
                    [WrongCodesLetter.Wrong] = code.Wrong.Count.ToString(
                        CultureInfo.InvariantCulture
                    ),
                },
            }),
            cancellation
        );
    }
}

using System.Globalization;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>Mails a fresh link for an old one: only to the person registered for it, at most once an hour.</summary>
public sealed class FreshLinks(LinkGate gate, MailDispatcher mails, TimeProvider clock)
{
    /// <summary>Sends one if the token was ever genuine and not taken back; does nothing otherwise, and never says which.</summary>
    public async Task SendAsync(string token, CancellationToken cancellation)
    {
        if (
            await gate.FindAsync(token, cancellation) is not { Revoked: false } link
            || await gate.ReadAsync(link, cancellation) is not { HasPassedOn: false } held
        )
        {
            return;
        }
        var now = clock.GetUtcNow();
        var hour = now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        await mails.DispatchAsync(
            new MailRequest(
                held.Cycle.Ref,
                nameof(FreshLinkLetter),
                link.Person,
                link.Subject,
                $"{link.Cycle}-fresh-{hour}"
            )
            {
                Link = link.Purpose,
                LinkExpires = now + LinkLife.Fresh,
            },
            cancellation
        );
    }
}

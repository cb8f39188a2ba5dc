using System.Text;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>Signs a receipt or the like, once, just before it is recorded. Whoever then loses the race for the place in the chain comes back for another.</summary>
public sealed class ReceiptIssuer(IReceiptSigner signer)
{
    /// <summary>The signed text.</summary>
    /// <param name="draft">From the key's id to what it says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string> IssueAsync(
        Func<string, ISigned> draft,
        CancellationToken cancellation
    )
    {
        var key = await signer.CurrentAsync(cancellation);
        var signed = draft(key.Id);
        var input = Jws.SigningInputOf(key.Algorithm, key.Id, signed.Type, signed.ToBytes());
        var signature = await signer.SignAsync(
            key.Id,
            Encoding.ASCII.GetBytes(input),
            cancellation
        );
        return Jws.Compose(input, signature);
    }
}

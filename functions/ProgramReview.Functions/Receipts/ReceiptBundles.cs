using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>Makes the file to keep from a receipt on record.</summary>
public sealed class ReceiptBundles(IReceiptSigner signer)
{
    /// <summary>The receipt with the public key it names.</summary>
    /// <param name="jws">The receipt's text.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReceiptBundle> OfAsync(string jws, CancellationToken cancellation)
    {
        var signed = SignedText.Parse(jws);
        var keys = await signer.PublicKeysAsync(cancellation);
        return new ReceiptBundle(jws, [.. keys.Where(key => key.Id == signed.KeyId)]);
    }

    /// <summary>What the file is called: what it is and its number, with nothing in it that a file name cannot hold.</summary>
    public static string FileNameOf(ISigned paper) =>
        $"{KindOf(paper)}-{paper.Number.Replace('/', '-')}.json";

    private static string KindOf(ISigned paper) =>
        paper switch
        {
            Receipt => "receipt",
            AnswerReceipt => "answer",
            RoundResult => "result",
            _ => throw new InvalidOperationException($"{paper.GetType().Name} has no file."),
        };
}

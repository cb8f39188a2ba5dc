using System.Text;

namespace ProgramReview.Core.Receipts;

/// <summary>What checking a receipt came to: genuine with what it says, or refused with the fault.</summary>
public abstract record ReceiptCheck
{
    private ReceiptCheck() { }

    /// <summary>It was signed with this key and not changed since.</summary>
    /// <param name="Content">What it says.</param>
    /// <param name="Key">The key.</param>
    public sealed record Genuine(ISigned Content, ReceiptKey Key) : ReceiptCheck;

    /// <summary>Not taken as genuine; nothing it says may be believed.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(ReceiptFault Fault) : ReceiptCheck;

    /// <summary>Checks a receipt with the keys that are trusted.</summary>
    /// <param name="jws">Its text, exactly.</param>
    /// <param name="keys">The keys.</param>
    public static ReceiptCheck Of(string jws, IEnumerable<ReceiptKey> keys)
    {
        if (Jws.Read(jws) is not { } text)
        {
            return new Refused(ReceiptFault.NotInForm);
        }
        if (text.Algorithm != Jws.Es256)
        {
            return new Refused(ReceiptFault.OtherAlgorithm);
        }
        if (keys.FirstOrDefault(key => key.Id == text.KeyId) is not { } key)
        {
            return new Refused(ReceiptFault.UnknownKey);
        }
        if (!key.Verifies(Encoding.ASCII.GetBytes(text.SigningInput), text.Signature.Span))
        {
            return new Refused(ReceiptFault.SignatureDoesNotMatch);
        }
        return SignedText.Read(text) is { } signed && signed.KeyId == key.Id
            ? new Genuine(signed, key)
            : new Refused(ReceiptFault.UnknownVersion);
    }
}

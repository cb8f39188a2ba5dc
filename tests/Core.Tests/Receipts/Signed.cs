using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Receipts;

/// <summary>A pair of keys and receipts signed with it.</summary>
internal static class Signed
{
    private static readonly ECDsa Pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static readonly ReceiptKey Key = ReceiptKey.Of(Pair);

    /// <summary>A receipt of a file that came on time.</summary>
    public static string Receipt { get; } = Sign(OnTime().ToBytes());

    public static Receipt OnTime() =>
        ReceiptOf.Submission(
            Place(Opened()),
            Submission(At("2024-09-09T16:02:11+07:00")) with
            {
                BrowserSha256 = new string('a', 64),
            },
            Opening
        );

    public static ReceiptPlace Place(params IEnumerable<Event> events) =>
        new(
            BaDinh,
            Plan(),
            new string('b', 64),
            Stream(BaDinh.Stream, events),
            At("2024-09-09T16:02:13.5+07:00"),
            Key.Id
        );

    public static string Sign(
        byte[] payload,
        string algorithm = Jws.Es256,
        string type = Core.Receipts.Receipt.SignedType
    ) => SignInput(Jws.SigningInputOf(algorithm, Key.Id, type, payload));

    public static string SignInput(string input) =>
        Jws.Compose(input, EcdsaSignature.Choose(RawSignature(input)));

    public static byte[] RawSignature(string input) =>
        Pair.SignData(
            Encoding.ASCII.GetBytes(input),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );

    public static ReceiptFault FaultOf(string jws, params ReceiptKey[] keys) =>
        ((ReceiptCheck.Refused)ReceiptCheck.Of(jws, keys is [] ? [Key] : keys)).Fault;
}

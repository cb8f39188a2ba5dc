using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever answered has something to show, and so has whoever asks how a round ended.</summary>
internal sealed class EveryAnswerIsSigned : IInvariant
{
    public string Sentence =>
        "Every answer and every end of a round on record is signed: with the number of its own entry, the head before it, and exactly what was answered.";

    public bool HasCase(Evidence evidence) => evidence.Of<CycleEvent.Decided>().Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var stream = evidence.Cycle.Select(line => line.Entry).ToList();
        foreach (var (at, entry) in stream.Index())
        {
            var isRight = entry.Event switch
            {
                CycleEvent.Decided decided => IsOf<AnswerReceipt>(decided.Receipt, stream, at)
                    is { } answer
                    && (answer.Round, answer.DossierHash, answer.Verdict)
                        == (decided.Round, decided.DossierHash, decided.Verdict)
                    && (answer.Approver, answer.Person) == (decided.Approver, decided.Person)
                    && answer.Comment == decided.Comment
                    && answer.Reopen == AnsweredParts.Of(decided.Reopen),
                CycleEvent.RoundEnded ended => IsOf<RoundResult>(ended.Result, stream, at)
                    is { } result
                    && (result.Round, result.Outcome) == (ended.Round, ended.Outcome)
                    && stream
                        .Take(at)
                        .Where(one =>
                            one.Event is CycleEvent.Decided given && given.Round == ended.Round
                        )
                        .Select(one => one.Hash)
                        .SequenceEqual(
                            result
                                .Answers.Select(answer => answer.EntryHash)
                                .Where(hash =>
                                    stream.Any(one =>
                                        one.Hash == hash && one.Event is CycleEvent.Decided
                                    )
                                )
                        ),
                _ => true,
            };
            if (!isRight)
            {
                yield return $"entry {entry.Sequence} of the cycle is not signed as it should be";
            }
        }
    }

    // The signature of the rehearsed signer: no more than a hash, but of everything.
    private static T? IsOf<T>(string? text, List<Entry> stream, int at)
        where T : class, ISigned =>
        text is not null
        && Jws.Read(text) is { } jws
        && jws.Signature.Span.SequenceEqual(
            HMACSHA256.HashData("rehearsal"u8, Encoding.ASCII.GetBytes(jws.SigningInput))
        )
        && SignedText.Read(jws) is T signed
        && signed.Number == ReceiptNumber.Of(stream[at])
        && HeadOf(signed) == new ReceiptHead(stream[at - 1].Sequence, stream[at - 1].Hash)
            ? signed
            : null;

    private static ReceiptHead? HeadOf(ISigned signed) =>
        signed switch
        {
            AnswerReceipt answer => answer.ChainHead,
            RoundResult result => result.ChainHead,
            _ => null,
        };
}

using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Receipts;

namespace ProgramReview.Functions.Approving;

/// <summary>The signed papers of a round as files.</summary>
public sealed class RoundPapers(ReceiptBundles bundles)
{
    /// <summary>The name of the receipt of an answer in addresses.</summary>
    public const string Answer = "answer";

    /// <summary>The name of the result in addresses.</summary>
    public const string Result = "result";

    /// <summary>A paper on record, or null.</summary>
    /// <param name="cycle">The cycle as it is.</param>
    /// <param name="round">The round.</param>
    /// <param name="person">Whose answer; null finds none.</param>
    /// <param name="paper">Which paper.</param>
    public static string? Find(CycleState cycle, int round, string? person, string paper) =>
        paper switch
        {
            Answer => cycle
                .Round(round)
                ?.Decisions.FirstOrDefault(decision => decision.Voter == person)
                ?.Receipt,
            Result => cycle.Round(round)?.Result,
            _ => null,
        };

    /// <summary>Answers with the paper and the key it is checked with.</summary>
    /// <param name="jws">The paper.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IResult> ServeAsync(string jws, CancellationToken cancellation) =>
        Results.File(
            (await bundles.OfAsync(jws, cancellation)).ToBytes(),
            ReceiptBundle.ContentType,
            ReceiptBundles.FileNameOf(SignedText.Parse(jws))
        );
}

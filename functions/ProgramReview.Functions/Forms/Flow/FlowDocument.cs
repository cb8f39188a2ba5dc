using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>A document that is written as it is read, piece by piece, so that none has to be held whole; how it looks is its writer's.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Language">In which language it is.</param>
/// <param name="Style">By whose rules it is laid out.</param>
/// <param name="Blocks">What stands in it, in order; asked for more than once, and the same each time.</param>
internal sealed record FlowDocument(
    string Title,
    Language Language,
    DocumentStyle Style,
    Func<CancellationToken, IAsyncEnumerable<FlowBlock>> Blocks
);

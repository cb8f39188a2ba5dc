using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Approving;

/// <summary>What an approver had entered when a decision could not be taken.</summary>
/// <param name="Verdict">The answer chosen, or null.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Reopen">The parts ticked.</param>
public sealed record DecisionDraft(
    DecisionVerdict? Verdict,
    string Comment,
    IReadOnlyList<PartId> Reopen
);

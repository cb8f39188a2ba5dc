namespace ProgramReview.Core.Receipts;

/// <summary>How one stage of a round was counted.</summary>
/// <param name="Stage">From 1.</param>
/// <param name="Members">Who could answer, by id.</param>
/// <param name="Base">How many members shares were taken of.</param>
/// <param name="Needed">How many approvals it took.</param>
/// <param name="Approvals">How many approved.</param>
/// <param name="ChangeRequests">How many asked for changes.</param>
/// <param name="Rejections">How many rejected.</param>
/// <param name="Abstentions">How many took no side.</param>
/// <param name="Recusals">How many withdrew because they are concerned themselves.</param>
/// <param name="Unanswered">How many did not answer.</param>
public sealed record ResultStage(
    int Stage,
    IReadOnlyList<string> Members,
    int Base,
    int Needed,
    int Approvals,
    int ChangeRequests,
    int Rejections,
    int Abstentions,
    int Recusals,
    int Unanswered
);

namespace ProgramReview.Functions.Approving;

/// <summary>What an approver can do on the decision page.</summary>
public enum DecisionPageState
{
    /// <summary>The approver may decide.</summary>
    Open,

    /// <summary>The approver has decided; the first answer stands.</summary>
    Decided,

    /// <summary>The round is over without this approver's answer.</summary>
    RoundOver,

    /// <summary>What counts changed under the dossier of the round; an answer about it does not count.</summary>
    Voided,

    /// <summary>The dossier the link was about was replaced in a later round.</summary>
    Replaced,
}

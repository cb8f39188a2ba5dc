namespace ProgramReview.Functions.Approving;

/// <summary>Why a posted decision was not taken; everything entered is kept.</summary>
public enum DecisionProblem
{
    /// <summary>No answer was chosen.</summary>
    NoVerdict,

    /// <summary>Changes or a rejection without a comment.</summary>
    NoComment,

    /// <summary>The comment is longer than a decision can hold; nothing of it was cut.</summary>
    CommentTooLong,

    /// <summary>Changes were asked for, but no report was named.</summary>
    NoAssignments,

    /// <summary>The number was not typed as shown.</summary>
    WrongConfirmation,

    /// <summary>The form was about another dossier than the present one.</summary>
    StaleDossier,
}

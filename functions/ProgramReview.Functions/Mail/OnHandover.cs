namespace ProgramReview.Functions.Mail;

/// <summary>What becomes of a letter when the duty it is about has passed on before it was sent.</summary>
public enum OnHandover
{
    /// <summary>Whoever answers now gets it.</summary>
    GoesToSuccessor,

    /// <summary>Nobody gets it: its link is dead.</summary>
    IsDropped,

    /// <summary>The receiver gets it all the same.</summary>
    StaysWithReceiver,
}

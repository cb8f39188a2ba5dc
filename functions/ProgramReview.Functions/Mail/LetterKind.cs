namespace ProgramReview.Functions.Mail;

/// <summary>
/// One kind of letter: its button, what it says, and whether it is still needed. It lives in the room of the step that sends it and is
/// registered there; its words stand in the texts under its key.
/// </summary>
public abstract class LetterKind
{
    /// <summary>What outbox and record call it: the name of its type.</summary>
    public string Name => GetType().Name;

    /// <summary>The text on the button, by its key.</summary>
    public abstract string Button { get; }

    /// <summary>Whether the link in it is the receiver's own, not to be passed on.</summary>
    public virtual bool HasOwnLink => true;

    /// <summary>What becomes of it when the duty it is about has passed on before it was sent.</summary>
    public virtual OnHandover OnHandover => OnHandover.GoesToSuccessor;

    /// <summary>Draws it from the record at the moment of sending.</summary>
    /// <returns>What it says, or null if it is no longer needed.</returns>
    public abstract Task<LetterParts?> DrawAsync(LetterDraft draft, CancellationToken cancellation);
}

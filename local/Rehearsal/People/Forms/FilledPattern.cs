namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>A filled form of one kind of body, and what is wrong with it.</summary>
/// <param name="Pattern">The form.</param>
/// <param name="Flaws">Everything that was made wrong.</param>
/// <param name="Figures">Draws a body's values; null where none are asked.</param>
internal sealed record FilledPattern(
    FormPattern Pattern,
    IReadOnlyList<Flaw> Flaws,
    Figures? Figures = null
);

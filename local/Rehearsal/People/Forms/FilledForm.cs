namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>A file that a played person made, and what is wrong with it.</summary>
/// <param name="File">The file.</param>
/// <param name="Flaws">Everything that was made wrong; none: it is as it was asked for.</param>
public sealed record FilledForm(SampleFile File, IReadOnlyList<Flaw> Flaws);

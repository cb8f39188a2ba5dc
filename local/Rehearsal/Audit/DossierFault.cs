namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>Something that a dossier says and that does not follow from what was reported.</summary>
/// <param name="Round">The round that the dossier was compiled for.</param>
/// <param name="Where">The report, or the body and the cell.</param>
/// <param name="What">What is otherwise, in a sentence.</param>
public sealed record DossierFault(int Round, string Where, string What);

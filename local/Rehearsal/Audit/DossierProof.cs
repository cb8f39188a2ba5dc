namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>What the proof of a cycle's dossiers came to.</summary>
/// <param name="Dossiers">How many dossiers.</param>
/// <param name="Reports">How many reports in them were made again from their chains.</param>
/// <param name="Files">How many files were read again.</param>
/// <param name="Values">How many cells of figures were added up again.</param>
/// <param name="Unproven">The files that figures were taken from and that cannot be read here: left out, withheld, or gone.</param>
/// <param name="Faults">What does not follow; none means that every dossier follows from what was reported.</param>
public sealed record DossierProof(
    int Dossiers,
    int Reports,
    int Files,
    long Values,
    IReadOnlyList<string> Unproven,
    IReadOnlyList<DossierFault> Faults
);

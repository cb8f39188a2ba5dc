using ProgramReview.Local.Rehearsal.Dossiers;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Host.Commands;

/// <summary>What a rehearsal was asked for.</summary>
/// <param name="Plan">The plan's path.</param>
/// <param name="Profile">How people behave.</param>
/// <param name="Seed">What chance begins with.</param>
/// <param name="Json">Where the report goes for programs, or null.</param>
/// <param name="Html">Where it goes for people, or null.</param>
/// <param name="Other">The path of a plan to compare with, or null.</param>
/// <param name="Units">How many bodies a plan of the same shape has instead, or null.</param>
/// <param name="Dossier">How the dossier that it came to is wanted, or null.</param>
internal sealed record RehearseOptions(
    string Plan,
    Profile Profile,
    int Seed,
    FileInfo? Json,
    FileInfo? Html,
    string? Other,
    int? Units,
    DossierOrder? Dossier
);

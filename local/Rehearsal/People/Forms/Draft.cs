using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What a played person sits down to write.</summary>
/// <param name="Part">The part of the report.</param>
/// <param name="Language">The language of the form.</param>
/// <param name="Care">With how much care.</param>
/// <param name="At">When.</param>
/// <param name="Name">What the file is called, without an extension; other names are other versions.</param>
/// <param name="Title">The same in letters that every font has.</param>
public sealed record Draft(
    PartId Part,
    Language Language,
    Care Care,
    DateTimeOffset At,
    string Name,
    string Title
);

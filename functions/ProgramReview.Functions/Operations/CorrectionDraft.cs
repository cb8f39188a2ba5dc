using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Operations;

/// <summary>The form for a correction, as it was or is to be filled in.</summary>
/// <param name="Id">Names this one press of the form.</param>
/// <param name="Entry">The number of the entry, as typed.</param>
/// <param name="Text">What is right.</param>
/// <param name="By">Whose name was given, if it is not the signed-in person's.</param>
/// <param name="Reason">Why.</param>
/// <param name="Problem">Why it was not taken, or null.</param>
public sealed record CorrectionDraft(
    string Id,
    string Entry = "",
    string Text = "",
    string By = "",
    string Reason = "",
    CorrectionProblem? Problem = null
);

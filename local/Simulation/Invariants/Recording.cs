using ProgramReview.Core.Events;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>An upload and what is on record of it.</summary>
/// <param name="Upload">What really happened.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Submission">What it says.</param>
internal sealed record Recording(StoredUpload Upload, Entry Entry, Submission Submission);

using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Truth;

/// <summary>An answer that was sent off.</summary>
/// <param name="Decision">What was answered, about which dossier.</param>
/// <param name="At">When.</param>
internal sealed record Press(CycleEvent.Decided Decision, DateTimeOffset At);

using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>An answer that was sent off.</summary>
/// <param name="Decision">What was answered, about which dossier.</param>
/// <param name="At">When.</param>
internal sealed record SentDecision(CycleEvent.Decided Decision, DateTimeOffset At);

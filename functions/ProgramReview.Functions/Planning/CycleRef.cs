using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Planning;

/// <summary>A running cycle and the plan it runs on; what every orchestration is started with.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="PlanHash">The plan it was started with.</param>
public sealed record CycleRef(CycleId Cycle, string PlanHash);

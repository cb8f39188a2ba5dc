using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning;

/// <summary>A check of what files hold, as people and plans know it.</summary>
/// <param name="Code">Stable; the code of its findings.</param>
/// <param name="Severity">How much a finding weighs where the plan says nothing.</param>
/// <param name="Content">What it looks at.</param>
public sealed record CheckDefinition(string Code, Severity Severity, CheckedContent Content);

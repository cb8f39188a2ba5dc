using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking;

/// <summary>A check that is made of a part, told before anything is sent.</summary>
/// <param name="Code">The code of its findings.</param>
/// <param name="Severity">How much they weigh in this plan.</param>
public sealed record CheckInForce(string Code, Severity Severity);

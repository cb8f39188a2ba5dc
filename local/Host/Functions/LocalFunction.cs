using ProgramReview.Local.Engine.Functions;

namespace ProgramReview.Local.Host.Functions;

/// <summary>A function of the app, and what sets it off.</summary>
internal sealed record LocalFunction(BoundFunction Code, FunctionTrigger Trigger)
{
    public string Name => Code.Name;
}

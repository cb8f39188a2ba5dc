using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>What an operator ordered, once, however often the button was pressed.</summary>
/// <param name="Assignment">About what.</param>
/// <param name="Command">What.</param>
internal sealed record Order(AssignmentId Assignment, Command Command);

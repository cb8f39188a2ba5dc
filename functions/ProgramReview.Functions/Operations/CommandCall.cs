using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>A command that is to be carried out.</summary>
/// <param name="Client">Wakes processes.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Assignment">The assignment, or null for the cycle itself.</param>
/// <param name="Id">Names this one press of a form or call of a program.</param>
/// <param name="Command">The command.</param>
/// <param name="File">The file that came with it, or null.</param>
public sealed record CommandCall(
    DurableTaskClient Client,
    RunningCycle Cycle,
    AssignmentId? Assignment,
    string Id,
    Command Command,
    IFormFile? File = null
);

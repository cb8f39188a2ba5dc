using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Ends the reading of a file with the reason that its facts will name.</summary>
internal sealed class ReadingStoppedException(ReadingFault fault) : Exception($"Stopped: {fault}.")
{
    /// <summary>The reason.</summary>
    public ReadingFault Fault { get; } = fault;
}

namespace ProgramReview.Core.Planning;

/// <summary>A range of a node's items.</summary>
/// <param name="From">The first item, from 0.</param>
/// <param name="To">The item after the last.</param>
public sealed record FanOutChunk(int From, int To);

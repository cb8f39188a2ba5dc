using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>The last entry of a chain, as an anchor holds it.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">The entry's number.</param>
/// <param name="Hash">The entry's hash.</param>
public sealed record ChainHead(StreamId Stream, long Sequence, string Hash);

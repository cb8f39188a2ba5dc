namespace ProgramReview.Core.Planning;

/// <summary>What holds for all bodies of a kind.</summary>
/// <param name="Code">The kind, as it stands with the bodies.</param>
/// <param name="Style">By which rules they lay out what they write.</param>
public sealed record BodyKind(string Code, DocumentStyle Style);

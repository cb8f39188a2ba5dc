namespace ProgramReview.Functions.Events;

/// <summary>A stored document, whole; documents are written once and never change.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Document(string ContentType, ReadOnlyMemory<byte> Content);

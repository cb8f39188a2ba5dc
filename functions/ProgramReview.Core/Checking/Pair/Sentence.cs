using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking.Pair;

/// <summary>A sentence of a report.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Line">The line in which it begins.</param>
internal sealed record Sentence(string Text, DocumentLine Line);

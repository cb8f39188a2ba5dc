namespace ProgramReview.Core.Checking.Reading;

/// <summary>A font of a file.</summary>
/// <param name="Name">Its name, without the tag of an embedded subset.</param>
/// <param name="Letters">How many letters are set in it.</param>
public sealed record FontUse(string Name, int Letters);

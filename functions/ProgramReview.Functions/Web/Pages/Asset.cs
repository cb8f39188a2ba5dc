namespace ProgramReview.Functions.Web.Pages;

/// <summary>One file of the pages' furniture: stylesheet, script or font.</summary>
/// <param name="Path">The path it is served at, with its hash in the name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Asset(string Path, string ContentType, ReadOnlyMemory<byte> Content);

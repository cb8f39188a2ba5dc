namespace ProgramReview.Functions.Checking;

/// <summary>What one part of an Office file says of another part, or of something elsewhere.</summary>
/// <param name="Id">How the part's text names it.</param>
/// <param name="Kind">What for: the last word of the relation's type.</param>
/// <param name="Target">The part's name, or the address of what lies elsewhere.</param>
/// <param name="IsExternal">Whether it lies elsewhere.</param>
internal sealed record OfficeRelation(string Id, string Kind, string Target, bool IsExternal);

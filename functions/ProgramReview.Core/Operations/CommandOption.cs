namespace ProgramReview.Core.Operations;

/// <summary>One value of a choice.</summary>
/// <param name="Value">As it is sent.</param>
/// <param name="Shown">What it stands for; pages say it in words.</param>
public sealed record CommandOption(string Value, object Shown);

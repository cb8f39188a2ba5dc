namespace ProgramReview.Core.Planning;

/// <summary>The programme of several years that the cycle sums up.</summary>
/// <param name="Number">Its official number, for example <c>01-CTr/TU</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issued">The day it was issued.</param>
/// <param name="Committee">Whose programme it is: the name at the head of pages and mails.</param>
public sealed record Programme(
    string Number,
    LocalizedText Title,
    DateOnly Issued,
    LocalizedText Committee
);

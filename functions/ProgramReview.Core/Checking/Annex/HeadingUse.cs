namespace ProgramReview.Core.Checking.Annex;

/// <summary>What a heading says of the column below it.</summary>
internal enum HeadingUse
{
    /// <summary>Values of the period.</summary>
    Values,

    /// <summary>Marks of preliminary values of the period.</summary>
    Marks,
}

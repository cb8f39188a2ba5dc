namespace ProgramReview.Core.Checking.Text;

/// <summary>What a text that stands where a number is asked for turned out to be.</summary>
internal enum WrittenKind
{
    /// <summary>One number.</summary>
    Number,

    /// <summary>Digits that are one number or another, as <c>1.234</c>.</summary>
    Ambiguous,

    /// <summary>A word or sign that says that there is no figure.</summary>
    Missing,

    /// <summary>Anything else.</summary>
    Words,
}
